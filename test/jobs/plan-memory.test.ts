/** A minute in which nothing can have fallen due is one small read; a fact, an instant of its own or a lost memory plans again. */
import { beforeAll, describe, expect, it } from 'vitest'
import { isQuiet, type LastPlan } from '../../functions/domain/notices/plan/plan-memory.ts'
import { type PlanPorts, plan } from '../../functions/jobs/plan.ts'
import { createPlanMemory } from '../../functions/store/plan-memory.ts'
import { at } from '../fixtures/round.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'
import { type Town, townIn } from './job-town.ts'

const endpoint = useStoreEndpoint('plan-memory')
let town: Town
let loads = 0

/** Counts how often a region's rounds are read whole. */
function ports(memory = true): PlanPorts {
  const { regions, rounds, ledger } = town
  return {
    regions: { list: async () => [town.region], load: regions.load },
    rounds: {
      ...rounds,
      load: (region, round) => {
        loads += 1
        return rounds.load(region, round)
      },
    },
    ledger,
    ticks: { note: async () => undefined },
    ...(memory && { memory: createPlanMemory(endpoint().table) }),
  }
}

async function minute(time: Date, with_ = ports()) {
  const before = loads
  const answer = await plan(with_, { time: time.toISOString() })
  return { ...answer, looked: loads > before }
}

describe('the plan of every minute', () => {
  beforeAll(async () => {
    town = townIn(endpoint(), 'kota-ingat')
    await town.settle(['dinsos', 'perikanan'])
  }, 30_000)

  it('looks at the facts until they stand still for two minutes, then only at the small item', async () => {
    const looked = []
    for (const time of ['10:00', '10:01', '10:02', '10:03', '10:09', '10:16', '10:17', '10:18'])
      looked.push((await minute(at(11, time))).looked)
    expect(looked).toEqual([true, true, true, false, false, false, true, false])
  })

  it('says the same of a quiet minute as if it had planned', async () => {
    const quiet = await minute(at(11, '10:19'))
    expect(quiet.looked).toBe(false)
    expect(quiet).toMatchObject(await plan(ports(false), { time: at(11, '10:19').toISOString() }))
  })

  it('plans what a submission causes in the very next minute, and what falls due at its instant', async () => {
    await town.submit('dinsos', at(11, '10:19'), [{ pagu: 1 }])
    expect(await minute(at(11, '10:20'))).toMatchObject({ looked: true, inserted: 1 })
    const { nextDueAt } = await minute(at(11, '10:21'))
    await minute(at(11, '10:23'))
    expect((await minute(at(11, '10:24'))).looked).toBe(false)
    const due = await minute(new Date(nextDueAt ?? 0))
    expect(due.looked).toBe(true)
    expect(due.inserted).toBeGreaterThan(0)
  })

  it('plans everything where the memory is lost, and where the clock went back', async () => {
    await endpoint().table.update({
      key: { pk: 'VERSION#kota-ingat', sk: 'VERSION' },
      remove: ['plan', 'facts'],
      condition: 'attribute_exists(pk)',
    })
    expect((await minute(at(12, '09:00'))).looked).toBe(true)
    await minute(at(12, '09:03'))
    expect((await minute(at(12, '09:04'))).looked).toBe(false)
    expect((await minute(at(12, '08:59'))).looked).toBe(true)
  })

  it('begins with another region each minute, works at several, and one that fails stops no other', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const order: string[] = []
    const load = async (region: string) => {
      order.push(region)
      if (region === 'c') throw new Error('broken')
      return undefined
    }
    const broken = {
      ...ports(false),
      regions: { list: async () => names, load },
      rounds: { ...ports(false).rounds, list: async () => [] },
    }
    await expect(plan(broken, { time: at(11, '10:00').toISOString() })).rejects.toThrow(/Region c failed/)
    const first = order[0]
    expect(order.toSorted()).toEqual(names)
    order.length = 0
    await expect(plan(broken, { time: at(11, '10:01').toISOString() })).rejects.toThrow()
    expect(order[0]).not.toBe(first)
  })
})

describe('a memory', () => {
  const last: LastPlan = {
    facts: 7,
    since: at(11, '10:00').toISOString(),
    at: at(11, '10:02').toISOString(),
    nextDueAt: at(11, '10:10').toISOString(),
    planned: 3,
  }
  it.each([
    ['holds while nothing moved and nothing fell due', at(11, '10:09'), 7, last, true],
    ['ends at the instant at which something falls due', at(11, '10:10'), 7, last, false],
    ['ends with a fact', at(11, '10:05'), 8, last, false],
    ['ends after a quarter of an hour', at(11, '10:17'), 7, { ...last, nextDueAt: null }, false],
    ['holds where nothing is to come', at(11, '10:16'), 7, { ...last, nextDueAt: null }, true],
    ['does not hold before its own time', at(11, '10:01'), 7, last, false],
    [
      'does not hold where a write may still have been under way',
      at(11, '10:05'),
      7,
      { ...last, since: last.at },
      false,
    ],
  ] as const)('%s', (_, now, facts, plan_, quiet) => {
    expect(isQuiet(now, { facts, plan: plan_ })).toBe(quiet)
  })
})
