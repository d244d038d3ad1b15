/** Who looked at what: a partition a month. Nothing here is needed longer than a year, so each item ends by itself. */
import * as z from 'zod'
import { type Access, type Accesses, longestDays } from '../domain/access/accesses.ts'
import { readFact } from './facts.ts'
import { join } from './key-parts.ts'
import type { Table } from './table.ts'

const accessSchema: z.ZodType<Access> = z.object({
  at: z.iso.datetime(),
  by: z.string(),
  kind: z.enum(['read', 'file']),
  route: z.string(),
  round: z.string().optional(),
  agencyId: z.string().optional(),
})

const partition = (region: string, month: string) => join('ACCESS', region, month)
const keptDays = longestDays + 34

export function createAccesses(table: Table): Accesses {
  /** What this container has noted today: most readings cost no write. */
  let today = { day: '', noted: new Set<string>() }
  return {
    note: async (region, access) => {
      const { at, by, kind, route, round = '-', agencyId = '-' } = access
      const day = at.slice(0, 10)
      if (today.day !== day) today = { day, noted: new Set() }
      const moment = kind === 'file' ? at : day
      const sk = join(moment, kind, by, route, round, agencyId)
      if (kind === 'read' && today.noted.has(`${region}#${sk}`)) return
      const expiresAt = Math.ceil(Date.parse(at) / 1_000) + keptDays * 86_400
      await table.insertIfAbsent({ ...access, pk: partition(region, at.slice(0, 7)), sk, expiresAt })
      today.noted.add(`${region}#${sk}`)
    },
    since: async (region, from, until) => {
      const found: Access[] = []
      for (const month of monthsBetween(from, until)) {
        const items = await table.queryAll(partition(region, month))
        // A reading has the instant of the day's first one.
        const fits = items.map((item) => readFact(accessSchema, item))
        found.push(...fits.filter(({ at }) => at.slice(0, 10) >= from.toISOString().slice(0, 10)))
      }
      return found.sort((a, b) => (a.at < b.at ? -1 : 1))
    },
  }
}

function monthsBetween(from: Date, until: Date): string[] {
  const months: string[] = []
  for (let month = from.toISOString().slice(0, 7); month <= until.toISOString().slice(0, 7); month = next(month))
    months.push(month)
  return months
}

function next(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7)
}
