/** Who is put out is out, whatever is being changed at that moment; and what people choose for themselves is in nobody's way. */
import { expect, it, vi } from 'vitest'
import { unsubscribeToken } from '../../functions/domain/notices/write/unsubscribe-token.ts'
import { person, personRequest } from '../fixtures/region.ts'
import { at } from '../fixtures/round.ts'
import { codeKey, useWorld } from '../http/world.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })
const world = useWorld('security-out')
const region = 'kota-kupang'
const records = async (id: string) =>
  (await world().table.queryAll(`REGION#${region}`, { prefix: `PERSON#${id}#` })).length

it('with changes of language in flight, disabling wins every time and stays', async () => {
  const { deps } = world()
  const coordinator = await world().as('koordinator')
  for (let turn = 0; turn < 12; turn += 1) {
    const id = `sibuk-${turn}`
    await deps.regions.revisePerson(region, person(id, ['perikanan']))
    const busy = await world().as(id)
    const choices = Array.from({ length: 6 }, (_, n) => busy.put('/api/me', { language: n % 2 ? 'id' : 'en' }))
    const [answer] = await Promise.all([coordinator.post(`/api/directory/people/${id}/deactivation`), ...choices])
    expect(answer.status).toBe(200)
    // What was on its way meets a session that is over, or changes nothing but the language.
    expect(
      [...new Set((await Promise.all(choices)).map(({ status }) => status))].filter((s) => ![200, 401].includes(s)),
    ).toEqual([])
    expect(await deps.regions.person(region, id)).toMatchObject({ disabled: true })
    expect((await busy.get('/api/me')).status).toBe(401)
    expect(await records(id)).toBe(2)
  }
})

it('a form of the directory that was opened before is saved after any change of language or digest', async () => {
  const { deps } = world()
  const coordinator = await world().as('koordinator')
  const chief = await world().as('koordinator')
  const page = await coordinator.get('/api/directory/people/koordinator')
  const before = await records('koordinator')
  expect((await chief.put('/api/me', { language: 'en' })).status).toBe(200)
  expect((await chief.put('/api/me/digest', { hour: '10:00', onlyNews: true, off: false })).status).toBe(200)
  expect(await records('koordinator')).toBe(before)
  const found = await deps.regions.person(region, 'koordinator')
  expect(found).toMatchObject({ language: 'en', digest: { onlyNews: true } })
  const content = personRequest(found)
  const saved = await coordinator.put(
    '/api/directory/people/koordinator',
    { ...content, title: 'Kepala Bidang' },
    {
      'if-match': page.headers.get('etag') ?? '',
    },
  )
  expect(saved.status, await saved.clone().text()).toBe(200)
  expect(await deps.regions.person(region, 'koordinator')).toMatchObject({
    title: 'Kepala Bidang',
    language: 'en',
    digest: { onlyNews: true },
  })
})

it('a coordinator who sets another language for somebody is heard, also over the person’s own choice', async () => {
  const { deps } = world()
  const coordinator = await world().as('koordinator')
  const own = await world().as('op-dinsos')
  expect((await own.put('/api/me', { language: 'en' })).status).toBe(200)
  const page = await coordinator.get('/api/directory/people/op-dinsos')
  const content = personRequest(await deps.regions.person(region, 'op-dinsos'))
  const put = await coordinator.put(
    '/api/directory/people/op-dinsos',
    { ...content, language: 'id' },
    {
      'if-match': page.headers.get('etag') ?? '',
    },
  )
  expect(put.status, await put.clone().text()).toBe(200)
  expect((await (await own.get('/api/me')).json()).language).toBe('id')
})

it('choices of an older release, which stand in the person’s record, count until something is chosen', async () => {
  const { deps } = world()
  const digest = { hours: [{ from: '2026-02-01', hour: '09:00' }], onlyNews: false, off: false }
  const older = person('lama', ['perikanan'], { role: 'coordinator', language: 'en', digest })
  await deps.regions.revisePerson(region, older)
  const own = await world().as('lama')
  expect(await (await own.get('/api/me')).json()).toMatchObject({ language: 'en', digest: { hour: '09:00' } })
  const token = unsubscribeToken(codeKey, { region, personId: 'lama' })
  for (let turn = 0; turn < 2; turn += 1)
    expect((await world().browser().post(`/api/unsubscribe/${token}`)).status).toBe(204)
  expect((await deps.regions.load(region))?.people.find(({ id }) => id === 'lama')).toMatchObject({
    language: 'en',
    digest: { ...digest, off: true },
  })
  expect(await records('lama')).toBe(1)
})

it('of many choices of the digest at once each stands on the one before', async () => {
  const { deps } = world()
  world().clock.now = at(12, '08:00')
  await deps.regions.revisePerson(region, person('ragu', ['perikanan'], { role: 'coordinator' }))
  const own = await world().as('ragu')
  const wishes = Array.from({ length: 20 }, (_, n) => ({
    hour: n % 2 ? '09:00' : '10:00',
    onlyNews: false,
    off: false,
  }))
  const answers = await Promise.all(wishes.map((wish) => own.put('/api/me/digest', wish)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  const hours = (await deps.regions.person(region, 'ragu'))?.digest?.hours
  expect(hours).toHaveLength(1)
  expect(hours?.[0]?.from).toBe('2026-02-13')
})
