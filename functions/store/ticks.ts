/** One item that says when the schedule last ran. */
import * as z from 'zod'
import type { Ticks } from '../domain/notices/ledger/ticks.ts'
import { instantSchema } from '../schema/ids.ts'
import { readFact } from './facts.ts'
import { tickKey } from './keys.ts'
import type { Table } from './table.ts'

const tickSchema = z.object({ at: instantSchema })

export function createTicks(table: Table): Ticks {
  return {
    note: async (at) => {
      const now = at.toISOString()
      const first = await table.insertIfAbsent({ ...tickKey, at: now })
      if (first.inserted) return
      // A refusal means that a later tick stands there already.
      await table.update({ key: tickKey, set: { at: now }, condition: '#at < :now', values: { now } })
    },
    last: async () => {
      const item = await table.get(tickKey)
      return item && new Date(readFact(tickSchema, item).at)
    },
  }
}
