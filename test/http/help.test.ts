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
