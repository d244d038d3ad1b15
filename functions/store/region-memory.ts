/** What a job's last run left behind, in the item that a region's facts move: one small read says whether there is anything to do. */
import * as z from 'zod'
import type { RegionMemory, Remembered } from '../domain/region/region-memory.ts'
import { instantSchema } from '../schema/ids.ts'
import type { RegionJob } from '../schema/region-ask.ts'
import { readFact } from './facts.ts'
import { regionVersionKey } from './keys.ts'
import type { Item, Table } from './table.ts'
import type { Change } from './update-expression.ts'

const lastRunSchema = z.object({
  facts: z.int(),
  since: instantSchema,
  at: instantSchema,
  nextDueAt: instantSchema.nullable(),
  standing: z.int(),
})
/** A memory that another release wrote in its own way is lost. */
const lastRun = lastRunSchema.optional().catch(undefined)
const failing = z.object({ at: instantSchema, times: z.int() }).optional().catch(undefined)
const memorySchema = z.object({
  facts: z.int().default(0),
  plan: lastRun,
  check: lastRun,
  planFailing: failing,
  checkFailing: failing,
})
/** What one call may ask for. */
const mostKeys = 100

export function createRegionMemory(table: Table, job: RegionJob): RegionMemory {
  const failingName = `${job}Failing` as const
  const of = (item: Item | undefined): Remembered => {
    if (item === undefined) return { facts: 0 }
    const { facts, [job]: last, [failingName]: failing } = readFact(memorySchema, item)
    return { facts, last, failing }
  }
  const change = async (region: string, what: Pick<Change, 'set' | 'remove'>) => {
    await table.update({
      key: regionVersionKey(region),
      ...what,
      condition: 'attribute_exists(pk) OR attribute_not_exists(pk)',
      mine: () => false,
    })
  }
  return {
    read: async (region) => of(await table.get(regionVersionKey(region))),
    readAll: async (regions) => {
      const found = new Map<string, Item>()
      for (let from = 0; from < regions.length; from += mostKeys) {
        const items = await table.getMany(regions.slice(from, from + mostKeys).map(regionVersionKey))
        for (const item of items) found.set(item.pk, item)
      }
      return new Map(regions.map((region) => [region, of(found.get(regionVersionKey(region).pk))]))
    },
    note: (region, last) => change(region, { set: { [job]: last }, remove: [failingName] }),
    noteFailing: (region, failing) => change(region, { set: { [failingName]: failing } }),
  }
}
