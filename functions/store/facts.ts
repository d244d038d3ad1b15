/**
 * Facts: inserted if absent, never changed. Reading one passes its schema, so that damage is named where it lies and does
 * not travel as a half-understood value. Inserting the same content twice is one effect, whoever did it first.
 */
import type * as z from 'zod'
import { canonicalJson } from '../domain/canonical-json.ts'
import type { Inserted } from '../domain/inserted.ts'
import type { Key } from './keys.ts'
import type { Item, Table } from './table.ts'

/** The fact in an item, without its keys. Throws, naming the key, when the item is not what it should be: that is damage. */
export function readFact<T>(schema: z.ZodType<T>, item: Item): T {
  const result = schema.safeParse(item)
  if (result.success) return result.data
  const paths = result.error.issues.map((issue) => issue.path.join('.')).join(', ')
  throw new Error(`Damaged item ${item.pk} ${item.sk}: ${paths}`, { cause: result.error })
}

/** Inserts a fact, or answers with the other one that stands there. Throws when the fact itself breaks its schema. */
export async function insertFact<T extends object>(
  table: Table,
  key: Key,
  schema: z.ZodType<T>,
  fact: T,
): Promise<Inserted<T>> {
  const content = schema.parse(fact)
  const result = await table.insertIfAbsent({ ...content, pk: key.pk, sk: key.sk })
  if (result.inserted) return result
  const existing = readFact(schema, result.existing)
  return sameContent(existing, content) ? { inserted: true } : { inserted: false, existing }
}

export function sameContent(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b)
}
