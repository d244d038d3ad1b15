/** The plan job over the real store: what is due is there once, whatever runs how often, and one region cannot stop another. */
import { beforeAll, describe, expect, it } from 'vitest'
import { jobEventSchema } from '../../functions/jobs/job-event.ts'
import { plan, planAfterCommit } from '../../functions/jobs/plan.ts'
import { roundKeys } from '../../functions/store/keys.ts'
import { tag } from '../domain/checks/sample-city.ts'
import { at, review } from '../fixtures/round.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'
import { type Town, townIn } from './job-town.ts'

const endpoint = useStoreEndpoint('plan-job')
const event = (day: number, time: string, dryRun = false) => ({ time: at(day, time).toISOString(), dryRun })
let town: Town

/** Only this region: other tests' regions share the table. */
function only({ region, regions, rounds, ledger }: Town) {
  return { regions: { list: async () => [region], load: regions.load }, rounds, ledger }
}

async function ledgerOf({ ledger, region }: Town) {
  return [...(await ledger.list(region, '3a-2026-2')), ...(await ledger.list(region, 'all'))]
}

describe('the plan job', () => {
  beforeAll(async () => {
    town = townIn(endpoint(), 'kota-kupang')
    await town.settle(['dinsos', 'perikanan'])
  })

  it('plans nothing before the round opens, and says when it does', async () => {
    expect(await plan(only(town), event(10, '08:59'))).toEqual({
      planned: 0,
      inserted: 0,
      alreadyThere: 0,
      nextDueAt: at(10, '09:00').toISOString(),
    })
  })

  it('answers the plan of a dry run and inserts nothing', async () => {
    const { planned, inserted, notices } = await plan(only(town), event(10, '09:00', true))
    expect(planned).toBeGreaterThan(0)
    expect(inserted).toBe(0)
    expect(notices).toHaveLength(planned)
    expect(notices?.map(({ kind }) => kind)).toContain('opening')
    expect(await ledgerOf(town)).toEqual([])
  })

  it('inserts what is due once, however often and in how many workers it runs', async () => {
    const now = event(10, '09:00')
    const runs = await Promise.all([plan(only(town), now), plan(only(town), now), plan(only(town), now)])
    const ledger = await ledgerOf(town)
    expect(runs.reduce((sum, { inserted }) => sum + inserted, 0)).toBe(ledger.length)
    expect(ledger).toHaveLength(runs[0]?.planned ?? -1)
    const again = await plan(only(town), event(10, '09:01'))
    expect(again).toMatchObject({ inserted: 0, alreadyThere: again.planned })
  })

  it('records a receipt at once after a commit', async () => {
    await town.submit('dinsos', at(11, '10:00'), [tag()])
    const counts = await planAfterCommit(only(town), at(11, '10:00'), town.region)
    expect(counts.inserted).toBeGreaterThan(0)
    expect(
      (await ledgerOf(town)).filter(({ kind, agencyId }) => kind === 'receipt' && agencyId === 'dinsos'),
    ).not.toEqual([])
  })

  it('looks no more at a round that closed longer ago than the look-back', async () => {
    const later = await plan(only(town), { time: '2026-03-20T00:00:00.000Z' })
    // What is left is the question about next year's holidays, in November.
    expect(later).toEqual({ planned: 0, inserted: 0, alreadyThere: 0, nextDueAt: '2026-11-02T02:00:00.000Z' })
  })

  it('still plans the receipt of a correction long after the closing', async () => {
    const returned = review('dinsos', at(17, '10:00'), { decision: 'return', dueOn: '2026-03-18' })
    await town.rounds.insertReview(town.region, '3a-2026-2', returned)
    const when = new Date('2026-03-18T02:00:00.000Z')
    await town.submit('dinsos', when, [tag({ jumlahSasaran: 90 })], { revision: 2 })
    const { notices } = await plan(only(town), { time: '2026-03-18T02:01:00.000Z', dryRun: true })
    expect(notices?.map(({ kind }) => kind)).toContain('receipt')
  })

  it('plans the other regions when one is broken, and then fails by its name', async () => {
    const broken = townIn(endpoint(), 'a-broken-region')
    await broken.settle(['dinsos'])
    await endpoint().table.put({
      pk: roundKeys.partition(broken.region, '3a-2026-2'),
      sk: roundKeys.round(1),
      nonsense: true,
    })
    const sound = townIn(endpoint(), 'z-sound-region')
    await sound.settle(['dinsos'])
    const regions = { list: async () => [broken.region, sound.region], load: town.regions.load }
    await expect(plan({ ...sound, regions }, event(10, '09:00'))).rejects.toThrow(/Region a-broken-region failed/)
    expect((await ledgerOf(sound)).length).toBeGreaterThan(0)
  })
})

describe("a job's event", () => {
  it("is EventBridge's, with seconds, or an operator's with dryRun", () => {
    expect(jobEventSchema.parse({ source: 'aws.events', time: '2026-02-13T00:00:00Z', detail: {} })).toEqual({
      time: '2026-02-13T00:00:00Z',
    })
    expect(jobEventSchema.parse({ time: '2026-02-13T00:00:00.000Z', dryRun: true }).dryRun).toBe(true)
    expect(() => jobEventSchema.parse({ time: 'now' })).toThrow()
    expect(() => jobEventSchema.parse({})).toThrow()
  })
})
