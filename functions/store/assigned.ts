/**
 * Which agency owes which form in a round, beside the round's fact and not in it: two thousand agencies with twenty forms
 * are more than one item holds. Kept under the hash of what it says, in the round's partition: revisions that change nothing of
 * it share it, it is written before the fact that names it, and it may be remembered for good. Names of agencies and forms are
 * said once and pairs are numbers, so that a region's whole list is a few kilobytes.
 */
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import * as z from 'zod'
import { sha256Hex } from '../domain/content-hash.ts'
import { agencyIdSchema, formIdSchema } from '../schema/ids.ts'
import type { AssignmentKey } from '../schema/round.ts'
import { roundKeys } from './keys.ts'
import type { Item, Table } from './table.ts'

const compress = promisify(gzip)
const expand = promisify(gunzip)

/** Bytes before compression: an item stays below 300 KB also when nothing in it can be compressed. */
const chunkBytes = 256 * 1024

/** What a round's fact says of its list. `count`: assignments. */
export const assignedSchema = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  count: z.int().min(0),
})
export type Assigned = z.infer<typeof assignedSchema>

/** `pairs`: place in `agencies`, place in `forms`, one pair after the other, in the round's order. */
const packedSchema = z.object({
  agencies: z.array(agencyIdSchema),
  forms: z.array(z.tuple([formIdSchema, z.int().min(1)])),
  pairs: z.array(z.int().min(0)),
})

/** Writes the list unless it is there. */
export async function insertAssigned(
  table: Table,
  partition: string,
  assignments: readonly AssignmentKey[],
): Promise<Assigned> {
  const text = pack(assignments)
  const sha256 = sha256Hex(text)
  const bytes = Buffer.from(text, 'utf8')
  const of = Math.ceil(bytes.length / chunkBytes)
  for (let index = 0; index < of; index++) {
    const data = new Uint8Array(await compress(bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes)))
    await table.insertIfAbsent({ pk: partition, sk: roundKeys.assigned(sha256, index + 1), of, data })
  }
  return { sha256, count: assignments.length }
}

/** From the list's items, in the order of their keys. Throws where one is missing or altered: that is damage. */
export async function readAssigned({ sha256, count }: Assigned, items: readonly Item[]): Promise<AssignmentKey[]> {
  const own = items.filter(({ sk }) => sk.startsWith(roundKeys.assignedAll(sha256)))
  if (own.length === 0 || own.length !== own[0]?.of)
    throw new Error(`List ${sha256} has ${own.length} of ${own[0]?.of ?? 'unknown'} chunks`)
  const pieces = await Promise.all(own.map(({ data }) => expand(data as Uint8Array)))
  const text = Buffer.concat(pieces).toString('utf8')
  if (sha256Hex(text) !== sha256) throw new Error(`List ${sha256} was altered`)
  const assignments = unpack(text)
  if (assignments.length !== count) throw new Error(`List ${sha256} has ${assignments.length} of ${count} assignments`)
  return assignments
}

function pack(assignments: readonly AssignmentKey[]): string {
  const agencies = new Map<string, number>()
  const forms = new Map<string, number>()
  const pairs = assignments.flatMap(({ agencyId, formId, formVersion }) => [
    positionOf(agencies, agencyId),
    positionOf(forms, JSON.stringify([formId, formVersion])),
  ])
  return JSON.stringify({
    agencies: [...agencies.keys()],
    forms: [...forms.keys()].map((form) => JSON.parse(form)),
    pairs,
  })
}

function positionOf(places: Map<string, number>, name: string): number {
  const place = places.get(name) ?? places.size
  places.set(name, place)
  return place
}

function unpack(text: string): AssignmentKey[] {
  const { agencies, forms, pairs } = packedSchema.parse(JSON.parse(text))
  return Array.from({ length: pairs.length / 2 }, (_, index) => {
    const agencyId = agencies[pairs[2 * index] ?? -1]
    const form = forms[pairs[2 * index + 1] ?? -1]
    if (agencyId === undefined || form === undefined) throw new Error('A pair names no agency or no form')
    return { agencyId, formId: form[0], formVersion: form[1] }
  })
}
