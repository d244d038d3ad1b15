/**
 * A round's own revisions as items. Since December 2026 the list of assignments lies beside the fact; before, it lay in it, and such
 * facts are read as they stand: a fact is never rewritten.
 */
import type { Inserted } from '../domain/inserted.ts'
import { type AssignmentKey, type Round, roundSchema } from '../schema/round.ts'
import { assignedSchema, insertAssigned, readAssigned } from './assigned.ts'
import { readFact, sameContent } from './facts.ts'
import { regionKeys, roundKeys, roundPrefixes } from './keys.ts'
import type { Item, Table } from './table.ts'

const storedSchema = roundSchema.omit({ assignments: true }).extend({ assigned: assignedSchema })

/** Lists by their hash, which says all of what they hold. */
export type KnownLists = Map<string, AssignmentKey[]>

/** Assignments in all lists: some 25 MB, and the last list whatever it holds. */
const mostKnown = 200_000

/** Reads revisions from their items; `lists` are the items of the lists that they name, asked for where one is not known. */
export async function readRounds(
  known: KnownLists,
  items: readonly Item[],
  lists: (sha256: string) => Promise<readonly Item[]> | readonly Item[],
): Promise<Round[]> {
  const rounds: Round[] = []
  for (const item of items) {
    if ('assignments' in item) {
      rounds.push(readFact(roundSchema, item))
      continue
    }
    const { assigned, ...round } = readFact(storedSchema, item)
    const assignments = known.get(assigned.sha256) ?? (await readAssigned(assigned, await lists(assigned.sha256)))
    remember(known, assigned.sha256, assignments)
    rounds.push({ ...round, assignments })
  }
  return rounds
}

/** The items of one list. */
function listItems(table: Table, partition: string): (sha256: string) => Promise<Item[]> {
  return (sha256) => table.queryAll(partition, { prefix: roundKeys.assignedAll(sha256) })
}

/** All revisions, oldest first. */
export async function roundHistory(table: Table, known: KnownLists, partition: string): Promise<Round[]> {
  const items = await table.queryAll(partition, { prefix: roundPrefixes.round })
  return readRounds(known, items, listItems(table, partition))
}

/** Signpost and list first, the fact last. */
export async function insertRound(
  table: Table,
  known: KnownLists,
  { region, round }: { region: string; round: Round },
): Promise<Inserted<Round>> {
  const { assignments, ...rest } = roundSchema.parse(round)
  const pk = roundKeys.partition(region, round.id)
  await table.insertIfAbsent({ pk: regionKeys.partition(region), sk: regionKeys.round(round.id) })
  const assigned = await insertAssigned(table, pk, assignments)
  const result = await table.insertIfAbsent({ ...rest, assigned, pk, sk: roundKeys.round(round.revision) })
  if (result.inserted) return result
  const [existing] = await readRounds(known, [result.existing], listItems(table, pk))
  if (existing === undefined) throw new Error(`Round ${round.id} was refused for a revision that is not there`)
  return sameContent(existing, { ...rest, assignments }) ? { inserted: true } : { inserted: false, existing }
}

/** The one used longest ago goes first. */
function remember(known: KnownLists, sha256: string, assignments: AssignmentKey[]): void {
  known.delete(sha256)
  known.set(sha256, assignments)
  let held = [...known.values()].reduce((sum, list) => sum + list.length, 0)
  for (const [oldest, list] of known) {
    if (held <= mostKnown || oldest === sha256) return
    known.delete(oldest)
    held -= list.length
  }
}
