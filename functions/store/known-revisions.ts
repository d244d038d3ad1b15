/**
 * What one agency sent in a round, kept for a minute: a revision never changes and revisions are numbered without gaps, so that of each form
 * only the one after the last has to be asked for, by key, however often it was sent.
 */
import { ofAgency } from '../domain/round/by-work.ts'
import type { RoundFrame } from '../domain/round/rounds.ts'
import { type Submission, submissionSchema } from '../schema/round.ts'
import { readFact } from './facts.ts'
import { gatheredGet } from './gather-reads.ts'
import { roundKeys } from './keys.ts'
import type { RegionVersions } from './region-versions.ts'
import type { Table } from './table.ts'

/** Of a fact: see `four`. */
export const largestNumber = 99_999_999

/** What an agency sent, by form. A revision never changes, so what was read once is kept; `isRead`: just now. */
type KnownRevisions = { agencyId: string; byForm: Map<string, readonly Submission[]>; isRead: boolean }

export async function knownRevisions(
  { table, versions }: { table: Table; versions: RegionVersions },
  { region, round }: { region: string; round: string },
  agencyId: string,
): Promise<KnownRevisions> {
  let isRead = false
  const byForm = await versions.remembered(region, `sent ${round} ${agencyId}`, async () => {
    const prefix = roundKeys.about('SUBMISSION', agencyId)
    const items = await table.queryAll(roundKeys.partition(region, round), { prefix })
    isRead = true
    return Map.groupBy(
      items.map((item) => readFact(submissionSchema, item)),
      ({ formId }) => formId,
    )
  })
  return { agencyId, byForm, isRead }
}

/** With those that came since: of each form that the agency was ever asked, where the revision after the last stands, all from it on. */
export async function withNewer(
  { table }: { table: Table },
  { region, round, earlier = [] }: RoundFrame,
  { agencyId, byForm, isRead }: KnownRevisions,
): Promise<Submission[]> {
  const pk = roundKeys.partition(region, round.id)
  const asked = [...earlier, round].flatMap(({ assignments }) => ofAgency(assignments, agencyId))
  const forms = isRead ? [] : new Set([...byForm.keys(), ...asked.map(({ formId }) => formId)])
  const newer = async (formId: string) => {
    const known = byForm.get(formId) ?? []
    const from = roundKeys.submission(agencyId, formId, (known.at(-1)?.revision ?? 0) + 1)
    if ((await gatheredGet(table)({ pk, sk: from })) === undefined) return
    const items = await table.queryAll(pk, { from, below: roundKeys.submission(agencyId, formId, largestNumber) })
    byForm.set(formId, [...known, ...items.map((item) => readFact(submissionSchema, item))])
  }
  await Promise.all([...forms].map(newer))
  // As the keys sort, in which a form's id is followed by a `#`.
  return [...byForm].toSorted(([a], [b]) => (`${a}#` < `${b}#` ? -1 : 1)).flatMap(([, own]) => own)
}
