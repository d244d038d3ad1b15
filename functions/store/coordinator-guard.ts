/** One item a region that says who is about to stop coordinating; moved by a condition on its version. */
import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Regions } from '../domain/region/regions.ts'
import { readFact } from './facts.ts'
import { regionKeys } from './keys.ts'
import type { Table } from './table.ts'

const guardSchema = z.object({ version: z.int(), leaving: z.array(z.string()) })

export function createCoordinatorGuard(table: Table): Pick<Regions, 'coordinators' | 'moveCoordinators'> {
  const keyOf = (region: string) => ({ pk: regionKeys.partition(region), sk: regionKeys.coordinators() })
  return {
    coordinators: async (region) => {
      const item = await table.get(keyOf(region))
      return item === undefined ? { version: 0, leaving: [] } : readFact(guardSchema, item)
    },
    moveCoordinators: async (region, base, leaving) => {
      const token = randomUUID()
      const { applied } = await table.update({
        key: keyOf(region),
        set: { version: base + 1, leaving: [...leaving], token },
        condition: base === 0 ? 'attribute_not_exists(pk)' : '#version = :base',
        ...(base === 0 ? {} : { values: { base } }),
        mine: (item) => item.token === token,
      })
      return applied
    },
  }
}
