/** One item that says when a scheduled run last began, and one for each time that none did for long. */
import * as z from 'zod'
import { type Outages, shortestOutageMs } from '../domain/notices/ledger/outages.ts'
import { instantSchema } from '../schema/ids.ts'
import { readFact } from './facts.ts'
import { outageKeys } from './keys.ts'
import type { Table } from './table.ts'

const wakeSchema = z.object({ at: instantSchema })
const outageSchema = z.object({ from: instantSchema, until: instantSchema })

export function createOutages(table: Table): Outages {
  return {
    wake: async (now, { moved }) => {
      const item = await table.get(outageKeys.wake)
      const last = item && readFact(wakeSchema, item).at
      const at = now.toISOString()
      if (last !== undefined && !moved && now.getTime() - Date.parse(last) > shortestOutageMs) {
        await table.insertIfAbsent({ ...outageKeys.outage(last), from: last, until: at })
      }
      if (last === undefined || last < at) await table.put({ ...outageKeys.wake, at })
    },
    list: async () =>
      (await table.queryAll(outageKeys.wake.pk, { prefix: outageKeys.prefix })).map((item) =>
        readFact(outageSchema, item),
      ),
  }
}
