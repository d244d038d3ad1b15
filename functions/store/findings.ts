/**
 * A finding is kept under its identity (rule, agency, form, row), so a check that runs again changes the same item. Two writers
 * meet here: the check, and a person who explains. The later sight wins, but a check that read before the explanation
 * was given must not wipe it: such a finding stays explained. A check that has read the explanation and carries it along may
 * open the finding again, because its figures left what was explained.
 */
import type { Finding } from '../schema/round.ts'
import { findingSchema } from '../schema/round.ts'
import { readFact, sameContent } from './facts.ts'
import type { Key } from './keys.ts'
import type { Table } from './table.ts'

/** Writers of one finding are one check and one person; more rounds than this would be a fault. */
const rounds = 5

/** Inserts or updates; an older sight than the stored one (`lastSeenAt`) changes nothing. */
export async function putFinding(table: Table, key: Key, finding: Finding): Promise<void> {
  const seen = findingSchema.parse(finding)
  for (let round = 0; round < rounds; round++) {
    const insert = await table.insertIfAbsent({ ...seen, ...key })
    if (insert.inserted) return
    const stored = readFact(findingSchema, insert.existing)
    const next = merge(stored, seen)
    if (sameContent(next, stored)) return
    const update = await table.update({
      key,
      set: next,
      condition: '#lastSeenAt = :seenAt AND #state = :state',
      values: { seenAt: stored.lastSeenAt, state: stored.state },
      mine: (item) => sameContent(readFact(findingSchema, item), next),
    })
    if (update.applied) return
  }
  throw new Error(`Finding ${key.pk} ${key.sk} changes too often`)
}

function merge(stored: Finding, seen: Finding): Finding {
  if (new Date(seen.lastSeenAt) < new Date(stored.lastSeenAt)) return stored
  const firstSeenAt = stored.state === 'solved' ? seen.firstSeenAt : stored.firstSeenAt
  const explanation = newer(seen.explanation, stored.explanation)
  const next: Finding = { ...seen, firstSeenAt, ...(explanation === undefined ? {} : { explanation }) }
  const unread = stored.state === 'explained' && explanation?.at !== seen.explanation?.at
  return unread && seen.state === 'open' ? { ...next, state: 'explained' } : next
}

function newer(a: Finding['explanation'], b: Finding['explanation']): Finding['explanation'] {
  return a === undefined || (b !== undefined && b.at > a.at) ? b : a
}
