/** When each person last signed in: one item a person, which only moves forward. */
import * as z from 'zod'
import type { SignIn } from '../domain/region/regions.ts'
import { instantSchema, personIdSchema } from '../schema/ids.ts'
import { readFact } from './facts.ts'
import { regionKeys, regionPrefixes } from './keys.ts'
import type { Table } from './table.ts'

const signInSchema: z.ZodType<SignIn> = z.object({ personId: personIdSchema, at: instantSchema })

export async function listSignIns(table: Table, region: string): Promise<SignIn[]> {
  const items = await table.queryAll(regionKeys.partition(region), { prefix: regionPrefixes.lastSignIns })
  return items.map((item) => readFact(signInSchema, item))
}

export async function noteSignIn(table: Table, region: string, { personId, at }: SignIn): Promise<void> {
  await table.update({
    key: { pk: regionKeys.partition(region), sk: regionKeys.lastSignIn(personId) },
    set: { personId, at },
    condition: 'attribute_not_exists(pk) OR #at < :at',
    values: { at },
    mine: (item) => item.at === at,
  })
}
