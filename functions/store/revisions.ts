/** Subjects that are revised: numbered items of which the last counts. */
import type * as z from 'zod'
import { readFact } from './facts.ts'
import { numberAtEnd } from './key-parts.ts'
import { regionKeys } from './keys.ts'
import type { Item, Table } from './table.ts'

/** Of several revisions of a subject the last; items must come in the order of their keys. */
export function newest(items: readonly Item[]): Item[] {
  const bySubject = new Map(items.map((item) => [item.sk.slice(0, item.sk.lastIndexOf('#')), item]))
  return [...bySubject.values()]
}

export async function latestItem(table: Table, region: string, subject: string): Promise<Item | undefined> {
  const range = { prefix: `${subject}#`, descending: true, pageSize: 1 }
  for await (const item of table.query(regionKeys.partition(region), range)) return item
  return undefined
}

export async function latest<T>(
  table: Table,
  region: string,
  subject: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const item = await latestItem(table, region, subject)
  return item && readFact(schema, item)
}

export function revisionOf({ sk }: Item): number {
  return numberAtEnd(sk)
}
