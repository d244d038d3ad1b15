/** What one person may write has a measure, and what is numbered never runs out. */
import { expect, it, vi } from 'vitest'
import { createRegions } from '../../functions/store/regions.ts'
import { person } from '../fixtures/region.ts'
import { answers, roundId, useWorld } from '../http/world.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })
const world = useWorld('security-writes')

it('a person’s history goes on after 9,999 revisions, and disabling still works', async () => {
  const { table } = world()
  const regions = createRegions(table)
  const tired = person('lelah', ['perikanan'])
  for (const number of [9_998, 9_999])
    await table.insertIfAbsent({ ...tired, pk: 'REGION#kota-kupang', sk: `PERSON#lelah#${number}` })
  for (const language of ['en', 'id', 'en'] as const)
    expect(await regions.revisePerson('kota-kupang', { ...tired, language })).toEqual({ inserted: true })
  expect((await regions.personRevision('kota-kupang', 'lelah'))?.revision).toBe(10_002)
  const coordinator = await world().as('koordinator')
  expect((await coordinator.post('/api/directory/people/lelah/deactivation')).status).toBe(200)
  expect((await regions.person('kota-kupang', 'lelah'))?.disabled).toBe(true)
  expect((await regions.load('kota-kupang'))?.people.find(({ id }) => id === 'lelah')?.disabled).toBe(true)
  const history = await regions.history('kota-kupang', 'person', 'lelah')
  expect(history.map(({ revision }) => revision)).toEqual([9_998, 9_999, 10_000, 10_001, 10_002, 10_003])
})

it('language, digest and calendar address change some forty times a day, then wait', async () => {
  const coordinator = await world().as('koordinator')
  const statuses = async (act: (turn: number) => Promise<Response>) => {
    const all: number[] = []
    for (let turn = 0; turn < 42; turn += 1) all.push((await act(turn)).status)
    return { last: all.slice(-2), rest: new Set(all.slice(0, 40)) }
  }
  const ended = { last: [429, 429], rest: new Set([200]) }
  expect(await statuses((turn) => coordinator.put('/api/me', { language: turn % 2 ? 'id' : 'en' }))).toEqual(ended)
  const wish = (turn: number) => ({ hour: null, onlyNews: turn % 2 === 0, off: false })
  expect(await statuses((turn) => coordinator.put('/api/me/digest', wish(turn)))).toEqual(ended)
  expect(await statuses(() => coordinator.post('/api/calendar-feeds/bappeda/renewals'))).toEqual(ended)
  expect((await coordinator.get('/api/me')).status).toBe(200)
})

it('drafts have a measure of number and bytes, told in words; the draft stays as it was', async () => {
  const operator = await world().as('op-perikanan')
  const path = `/api/rounds/${roundId}/agencies/perikanan/forms/uji/draft`
  // Five megabytes are eighty pieces: an hour holds thirty such saves.
  const large = { formVersion: 1, answers: answers('x'), padding: 'x'.repeat(4_900_000) }
  const statuses: number[] = []
  for (let turn = 0; turn < 33; turn += 1)
    statuses.push((await operator.put(path, large, { 'if-match': '"v9-r9"' })).status)
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0)
  expect(statuses.slice(0, 30)).not.toContain(429)
  const refused = await operator.put(
    path,
    { formVersion: 1, answers: answers('y'), padding: 'x'.repeat(4_900_000) },
    { 'if-match': '"v0-r0"' },
  )
  expect(await refused.json()).toMatchObject({
    code: 'too-many-requests',
    detail: expect.stringContaining('tetap ada'),
  })
  expect((await operator.get(path)).status).toBe(200)
})

it('a viewer sees what was sent, and no draft that was not; nor what another server wrote about an address', async () => {
  const [operator, viewer] = [await world().as('op-dinsos'), await world().as('viewer')]
  const path = `/api/rounds/${roundId}/agencies/dinsos/forms/uji`
  const saved = await operator.put(
    `${path}/draft`,
    { formVersion: 1, answers: answers('RAHASIA') },
    { 'if-match': '"v0-r0"' },
  )
  expect(saved.status).toBe(200)
  expect(await (await operator.get(`${path}/draft`)).text()).toContain('RAHASIA')
  expect(await (await (await world().as('koordinator')).get(`${path}/draft`)).text()).toContain('RAHASIA')
  const seen = await viewer.get(`${path}/draft`)
  expect(seen.status).toBe(200)
  expect(await seen.text()).not.toContain('RAHASIA')
})

it('the file of people needs a fresh sign-in, that of agencies does not', async () => {
  const coordinator = await world().as('koordinator')
  expect((await coordinator.get('/api/directory/workbooks/people')).status).toBe(200)
  world().clock.now = new Date(world().clock.now.getTime() + 16 * 60_000)
  expect((await coordinator.get('/api/directory/workbooks/agencies')).status).toBe(200)
  const refused = await coordinator.get('/api/directory/workbooks/people')
  expect(await refused.json()).toMatchObject({ code: 'fresh-sign-in-required' })
})
