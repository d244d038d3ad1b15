/**
 * The schedule asks for a region only where a fact moved, an instant of its own came or the memory is lost; each region is worked on
 * alone, and one that fails, hangs or comes too late keeps no other waiting.
 */
import type { SQSEvent } from 'aws-lambda'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  failedAgain,
  type LastRun,
  quietSince,
  remembered,
  restsFromFailing,
} from '../../functions/domain/region/region-memory.ts'
import { askPlans } from '../../functions/jobs/ask-plans.ts'
import { type AskPorts, askRegions } from '../../functions/jobs/ask-regions.ts'
import { type AskMessage, workOffAsks } from '../../functions/jobs/asked-regions.ts'
import { checkAsked } from '../../functions/jobs/check.ts'
import { plan, planAsked, together } from '../../functions/jobs/plan.ts'
import type { RegionAsk } from '../../functions/schema/region-ask.ts'
import { createBudgets } from '../../functions/store/budgets.ts'
import { createRegionMemory } from '../../functions/store/region-memory.ts'
import { handOn } from '../../local/region-queue.ts'
import { tag } from '../domain/checks/sample-city.ts'
import { at } from '../fixtures/round.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'
import { type Town, townIn } from './job-town.ts'

const endpoint = useStoreEndpoint('regions-asked')
let town: Town
const noted: string[] = []
const woken: string[] = []

const quietPorts = {
  ticks: { note: async (when: Date) => void noted.push(when.toISOString()) },
  outages: { wake: async (when: Date) => void woken.push(when.toISOString()) },
}

function listing(list: string[], send: AskPorts['queue']['send'], job: RegionAsk['job'] = 'plan'): AskPorts {
  return { regions: { list: async () => list }, memory: createRegionMemory(endpoint().table, job), queue: { send } }
}

/** One minute as the schedule and the worker live it. */
async function minute(time: Date) {
  const asks: RegionAsk[] = []
  const ports = listing([town.region], async (some) => void asks.push(...some))
  const asked = await askPlans({ ...ports, ...quietPorts }, { time: time.toISOString() })
  const memory = createRegionMemory(endpoint().table, 'plan')
  const answers = []
  for (const ask of asks) answers.push(await planAsked({ ...town, memory }, ask))
  return { ...together(answers), asked: asked.asked === 1, standing: asked.standing, quietUntil: asked.nextDueAt }
}

describe('the plan of every minute', () => {
  beforeAll(async () => {
    town = townIn(endpoint(), 'kota-ingat')
    await town.settle(['dinsos', 'perikanan'])
  }, 30_000)

  it('looks at the facts until they stand still for two minutes, then only at the small item for ten to fifteen', async () => {
    const looked = []
    for (const time of ['10:00', '10:01', '10:02', '10:03', '10:09', '10:11', '10:17', '10:18'])
      looked.push((await minute(at(11, time))).asked)
    expect(looked).toEqual([true, true, true, false, false, false, true, false])
  })

  it('says the same of a quiet minute as if it had planned', async () => {
    const { planned, nextDueAt } = await plan(
      { ...town, regions: { ...town.regions, list: async () => [town.region] } },
      { time: at(11, '10:19').toISOString() },
    )
    expect(await minute(at(11, '10:19'))).toMatchObject({ asked: false, standing: planned, quietUntil: nextDueAt })
  })

  it('plans what a submission causes in the very next minute, and what falls due at its instant', async () => {
    await town.submit('dinsos', at(11, '10:19'), [{ pagu: 1 }])
    expect(await minute(at(11, '10:20'))).toMatchObject({ asked: true, inserted: 1 })
    const { nextDueAt } = await minute(at(11, '10:21'))
    await minute(at(11, '10:23'))
    expect((await minute(at(11, '10:24'))).asked).toBe(false)
    const due = await minute(new Date(nextDueAt ?? 0))
    expect(due.asked).toBe(true)
    expect(due.inserted).toBeGreaterThan(0)
  })

  it('plans everything where the memory is lost or another release wrote it, and where the clock went back', async () => {
    const change = (what: object) =>
      endpoint().table.update({
        key: { pk: 'VERSION#kota-ingat', sk: 'VERSION' },
        condition: 'attribute_exists(pk)',
        ...what,
      })
    await change({ remove: ['plan', 'facts'] })
    expect((await minute(at(12, '09:00'))).asked).toBe(true)
    await minute(at(12, '09:03'))
    expect((await minute(at(12, '09:04'))).asked).toBe(false)
    await change({ set: { plan: { facts: 0, planned: 3 } } })
    expect((await minute(at(12, '09:04'))).asked).toBe(true)
    await minute(at(12, '09:07'))
    expect((await minute(at(12, '08:59'))).asked).toBe(true)
  })

  it('leaves a sign of every run that asked for all, and of no other', async () => {
    noted.length = 0
    woken.length = 0
    await minute(at(13, '12:00'))
    const refusing = listing(['elsewhere'], async () => {
      throw new Error('no queue')
    })
    await expect(askPlans({ ...refusing, ...quietPorts }, { time: at(13, '12:01').toISOString() })).rejects.toThrow(
      'no queue',
    )
    expect(noted).toEqual([at(13, '12:00').toISOString()])
    expect(woken).toEqual([at(13, '12:00'), at(13, '12:01')].map((when) => when.toISOString()))
  })

  it('looks at 514 regions in six reads', async () => {
    const { table } = endpoint()
    let reads = 0
    const getMany: typeof table.getMany = (keys) => {
      reads += 1
      return table.getMany(keys)
    }
    const counted = { ...table, getMany }
    const regions = Array.from({ length: 514 }, (_, index) => `daerah-${index}`)
    const asks: RegionAsk[] = []
    const ports = {
      ...listing(regions, async (some) => void asks.push(...some)),
      memory: createRegionMemory(counted, 'plan'),
    }
    const answer = await askRegions(ports, { job: 'plan', time: at(11, '10:00').toISOString() })
    expect(answer).toEqual({ regions: 514, asked: 514, failing: 0, standing: 0, nextDueAt: null })
    expect([reads, asks.map(({ region }) => region)]).toEqual([6, regions])
  })
})

describe('the check of a region', () => {
  it('is asked for where a fact moved, each hour, and on the next day; the same findings are told meanwhile', async () => {
    const place = townIn(endpoint(), 'kota-periksa')
    await place.settle(['dinsos', 'perikanan'])
    await place.submit('dinsos', at(11, '10:00'), [tag({ paguDitandai: 45_000, belanjaLangsungSasaran: 45_000 })])
    const memory = createRegionMemory(endpoint().table, 'check')
    const quarter = async (day: number, time: string) => {
      const asks: RegionAsk[] = []
      const ports = listing([place.region], async (some) => void asks.push(...some), 'check')
      const { standing } = await askRegions(ports, { job: 'check', time: at(day, time).toISOString() })
      const [ask] = asks
      const { forms } = place
      const budgets = createBudgets(endpoint().table)
      return ask === undefined ? standing : checkAsked({ ...place, forms, budgets, memory }, ask)
    }
    expect(await quarter(11, '10:15')).toMatchObject({ opened: expect.any(Number) })
    const { unchanged } = (await quarter(11, '10:30')) as { unchanged: number }
    await quarter(11, '10:45')
    expect(unchanged).toBeGreaterThan(0)
    expect([await quarter(11, '11:00'), await quarter(11, '11:30')]).toEqual([unchanged, unchanged])
    expect(await quarter(11, '11:45')).toMatchObject({ unchanged })
    await place.submit('perikanan', at(11, '11:50'), [tag()])
    expect(await quarter(11, '12:00')).toMatchObject({ opened: expect.any(Number) })
    await quarter(11, '23:30')
    await quarter(11, '23:45')
    expect(await quarter(12, '00:00')).toMatchObject({ opened: expect.any(Number) })
  })
})

describe('work on several regions', () => {
  const messages = (...regions: string[]): AskMessage[] =>
    regions.map((region) => ({ id: `m-${region}`, ask: { job: 'plan', region, time: at(11, '10:00').toISOString() } }))
  const reported: string[] = []
  const report = (region: string, error: unknown) => void reported.push(`${region}: ${(error as Error).message}`)
  const run = {
    memory: { read: async () => ({ facts: 0 }), noteFailing: async () => undefined },
    report,
  }

  it('does all others where one fails, and says whose is not done', async () => {
    reported.length = 0
    const work = async ({ region }: RegionAsk) => {
      if (region === 'b') throw new Error('broken')
      return region
    }
    const done = await workOffAsks(messages('a', 'b', 'c', 'd'), work, { ...run, remainingMs: () => 60_000 })
    expect([done.answers.toSorted(), done.failed]).toEqual([['a', 'c', 'd'], ['m-b']])
    expect(reported).toEqual(['b: broken'])
  })

  it('gives up one that hangs before its own time is over, and has done the others meanwhile', async () => {
    reported.length = 0
    const hangs = new Promise<string>(() => undefined)
    const work = ({ region }: RegionAsk) => (region === 'b' ? hangs : Promise.resolve(region))
    // So much is left when each is begun that 100 ms are its own.
    const done = await workOffAsks(messages('b', 'a', 'c', 'd'), work, { ...run, remainingMs: lasting(20_050, 3_100) })
    expect([done.answers, done.failed]).toEqual([['a', 'c', 'd'], ['m-b']])
    expect(reported).toEqual(['b: The region is too slow'])
  })

  it('works off a country of 514 around one that fails and one that hangs', async () => {
    reported.length = 0
    const asks = messages(...Array.from({ length: 514 }, (_, n) => `kota-${n}`)).map(({ ask }) => ask)
    const done: string[] = []
    const hangs = new Promise<string>(() => undefined)
    const work = async ({ region }: RegionAsk) => {
      if (region === 'kota-7') throw new Error('broken')
      if (region === 'kota-300') return hangs
      done.push(region)
      return region
    }
    const worker = async ({ Records }: SQSEvent) => {
      const some = Records.map(({ messageId, body }) => ({ id: messageId, ask: JSON.parse(body) as RegionAsk }))
      const { failed } = await workOffAsks(some, work, { ...run, remainingMs: lasting(20_050, 3_100) })
      return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
    }
    await expect(handOn(asks, worker)).rejects.toThrow('Regions failed: kota-7, kota-300')
    expect(new Set(done).size).toBe(512)
    expect(done).toHaveLength(512)
    expect(reported.toSorted()).toEqual(['kota-300: The region is too slow', 'kota-7: broken'])
  })

  it('begins none for which no time is left', async () => {
    const done = await workOffAsks(messages('a', 'b'), async ({ region }) => region, {
      ...run,
      remainingMs: () => 19_000,
    })
    expect(done).toEqual({ answers: [], failed: ['m-a', 'm-b'] })
  })

  it('asks for one that fails each minute less and less often, but each quarter of an hour, and as before once it is mended', async () => {
    const memory = createRegionMemory(endpoint().table, 'plan')
    let broken = true
    const work = async (ask: RegionAsk) => {
      if (broken && ask.region === 'rusak') throw new Error('broken')
      const standing = { nextDueAt: null, standing: 0 }
      await memory.note(ask.region, remembered(new Date(ask.time), await memory.read(ask.region), standing))
    }
    const askedAt: number[] = []
    const live = async (from: number, until: number) => {
      for (let index = from; index < until; index += 1) {
        const asks: RegionAsk[] = []
        const time = new Date(at(11, '10:00').getTime() + index * 60_000).toISOString()
        const ports = listing(['rusak', 'utuh'], async (some) => void asks.push(...some))
        const { failing } = await askRegions(ports, { job: 'plan', time })
        const some = asks.map((ask) => ({ id: ask.region, ask }))
        await workOffAsks(some, work, { memory, remainingMs: () => 60_000, report: () => undefined })
        const isAsked = asks.some(({ region }) => region === 'rusak')
        if (isAsked) askedAt.push(index)
        expect(failing).toBe(isAsked || !broken ? 0 : 1)
      }
    }
    await live(0, 65)
    expect(askedAt).toEqual([0, 1, 2, 3, 5, 9, 17, 32, 47, 62])
    broken = false
    await live(77, 79)
    expect(askedAt.slice(-2)).toEqual([77, 78])
    expect((await memory.read('rusak')).failing).toBeUndefined()
    // Of another job nothing is said, and a clock that was set back is no rest.
    await memory.noteFailing('rusak', { at: at(11, '12:00').toISOString(), times: 9 })
    expect((await createRegionMemory(endpoint().table, 'check').read('rusak')).failing).toBeUndefined()
    const known = await memory.read('rusak')
    expect([at(11, '11:59'), at(11, '12:14'), at(11, '12:15')].map((now) => restsFromFailing(now, known))).toEqual([
      false,
      true,
      false,
    ])
    expect(failedAgain(at(11, '11:00'), known)).toEqual({ at: at(11, '12:00').toISOString(), times: 10 })
  })

  it('does the others, and asks as before, where it cannot even be remembered that one failed', async () => {
    reported.length = 0
    const memory = {
      ...createRegionMemory(endpoint().table, 'plan'),
      noteFailing: () => Promise.reject(new Error('no table')),
    }
    const work = async ({ region }: RegionAsk) => (region === 'b' ? Promise.reject(new Error('broken')) : region)
    const done = await workOffAsks(messages('a', 'b', 'c'), work, { ...run, memory, remainingMs: () => 60_000 })
    expect([done.answers.toSorted(), done.failed]).toEqual([['a', 'c'], ['m-b']])
    expect(reported).toEqual(['b: broken', 'b: no table'])
  })
})

/** Before a region is begun, and as its own. */
function lasting(...answers: [toBegin: number, toEnd: number]): () => number {
  let asked = 0
  return () => answers[asked++ % 2] ?? 0
}

describe('a memory', () => {
  const last: LastRun = {
    facts: 7,
    since: at(11, '10:00').toISOString(),
    at: at(11, '10:02').toISOString(),
    nextDueAt: at(11, '10:10').toISOString(),
    standing: 3,
  }
  it.each([
    ['holds while nothing moved and nothing fell due', at(11, '10:09'), 7, last, true],
    ['ends at the instant at which something falls due', at(11, '10:10'), 7, last, false],
    ['ends with a fact', at(11, '10:05'), 8, last, false],
    ['ends after a quarter of an hour', at(11, '10:17'), 7, { ...last, nextDueAt: null }, false],
    ['holds for ten minutes where nothing is to come', at(11, '10:11'), 7, { ...last, nextDueAt: null }, true],
    ['does not hold before its own time', at(11, '10:01'), 7, last, false],
    [
      'does not hold where a write may still have been under way',
      at(11, '10:05'),
      7,
      { ...last, since: last.at },
      false,
    ],
  ] as const)('%s', (_, now, facts, known, quiet) => {
    expect(quietSince(now, { job: 'plan', region: 'kota' }, { facts, last: known }) !== undefined).toBe(quiet)
  })

  it('of many regions that were looked at in one minute does not end for all in another', () => {
    const known = { facts: 7, last: { ...last, nextDueAt: null } }
    const restsAt = (time: string) =>
      Array.from({ length: 514 }, (_, index) =>
        quietSince(at(11, time), { job: 'plan', region: `kota-${index}` }, known),
      ).filter((each) => each !== undefined).length
    const left = ['10:12', '10:13', '10:14', '10:15', '10:16', '10:17'].map(restsAt)
    expect(left.at(-1)).toBe(0)
    const ended = [514, ...left].slice(0, -1).map((before, index) => before - (left[index] ?? 0))
    expect(Math.max(...ended)).toBeLessThan(160)
  })
})
