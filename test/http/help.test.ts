/** Who cannot sign in finds a telephone, and everybody reads for how long personal data are kept. */
import { expect, it } from 'vitest'
import { settings } from '../fixtures/region.ts'
import { useWorld } from './world.ts'

const world = useWorld('http-help')

it('is answered to anybody, with what the region says now and nothing else of it', async () => {
  const { deps, browser, as } = world()
  const before = await (await browser().get('/api/help')).json()
  const { region, name, replyTo, helpPhone } = settings
  const usual = { region, name, replyTo, helpPhone, retentionYears: 2 }
  expect(before.regions).toContainEqual(usual)
  const coordinator = await as('koordinator')
  const { headers } = await coordinator.get('/api/directory/settings')
  const own = { name, replyTo, helpPhone: '0380-555-123', retentionYears: 5 }
  const saved = await coordinator.put('/api/directory/settings', own, { 'if-match': headers.get('etag') ?? '' })
  expect(saved.status).toBe(200)
  expect((await deps.regions.load(region))?.settings.retentionYears).toBe(5)
  const after = await (await browser().get('/api/help')).json()
  expect(after.regions).toContainEqual({ ...usual, helpPhone: '0380-555-123', retentionYears: 5 })
})

it('takes no number of years that ends nothing or keeps for ever', async () => {
  const coordinator = await world().as('koordinator')
  const { headers } = await coordinator.get('/api/directory/settings')
  const { name, replyTo, helpPhone } = settings
  for (const retentionYears of [0, 11, 1.5, '2']) {
    const content = { name, replyTo, helpPhone, retentionYears }
    const answer = await coordinator.put('/api/directory/settings', content, { 'if-match': headers.get('etag') ?? '' })
    expect(answer.status, String(retentionYears)).toBe(400)
  }
})

it('settings of rounds, agencies, people and calendar refuse what they do not know, by its name', async () => {
  const coordinator = await world().as('koordinator')
  const read = async (path: string) => {
    const answer = await coordinator.get(path)
    const [newest] = (await answer.json()).revisions
    const { at: _at, by: _by, byName: _name, revision, ...content } = newest
    return { content, etag: answer.headers.get('etag') ?? `"${revision}"` }
  }
  const paths = [
    ['/api/directory/agencies/dinsos', '/api/directory/agencies/dinsos'],
    ['/api/directory/people/op-dinsos', '/api/directory/people/op-dinsos'],
    ['/api/directory/calendar', '/api/directory/calendar'],
    ['/api/rounds/3a-2026-2/revisions', '/api/rounds/3a-2026-2'],
  ] as const
  for (const [from, to] of paths) {
    const { content, etag } = await read(from)
    const { id: _id, openedAt: _opened, rehearsal: _rehearsal, ...plan } = content
    const known = to.includes('/rounds/') ? plan : content
    const refused = await coordinator.put(to, { ...known, targetDate: '2026-02-14' }, { 'if-match': etag })
    expect([refused.status, await refused.text()], to).toEqual([400, expect.stringContaining('targetDate')])
    const taken = await coordinator.put(to, known, { 'if-match': etag })
    expect([taken.status, taken.status === 200 ? '' : await taken.text()], to).toEqual([200, ''])
  }
})
