/** What the last plan of a region left behind, in the item that its facts move: one small read says whether there is anything to do. */
import * as z from 'zod'
import type { PlanMemory } from '../domain/notices/plan/plan-memory.ts'
import { instantSchema } from '../schema/ids.ts'
import { readFact } from './facts.ts'
import { regionVersionKey } from './keys.ts'
import type { Table } from './table.ts'

const memorySchema = z.object({
  facts: z.int().default(0),
  plan: z
    .object({
      facts: z.int(),
      since: instantSchema,
      at: instantSchema,
      nextDueAt: instantSchema.nullable(),
      planned: z.int(),
    })
    .optional(),
})

export function createPlanMemory(table: Table): PlanMemory {
  return {
    read: async (region) => {
      const item = await table.get(regionVersionKey(region))
      return item === undefined ? { facts: 0 } : readFact(memorySchema, item)
    },
    note: async (region, plan) => {
      await table.update({
        key: regionVersionKey(region),
        set: { plan },
        condition: 'attribute_exists(pk) OR attribute_not_exists(pk)',
        mine: () => false,
      })
    },
  }
}
