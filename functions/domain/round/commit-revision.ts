/** Inserts the next revision of a round, after the places that it takes away or moves are claimed: see take-place.ts. */
import type { AssignmentKey, Round } from '../../schema/round.ts'
import { Refused } from '../refusal.ts'
import { stampAfter } from '../stamp.ts'
import type { RoundFacts, Rounds } from './rounds.ts'
import { type ClaimInput, claimPlaces, type PlaceChange } from './take-place.ts'
import { isDraft } from './windows.ts'

type Revision = { facts: RoundFacts; next: Round; free: ClaimInput['free'] }

/**
 * Answers the places that `free` said no to; then nothing was changed. None: the revision stands. Refusals: `revision-conflict`,
 * `round-changing`.
 */
export async function commitRevision(
  now: Date,
  ports: { rounds: Rounds },
  { facts, next, free }: Revision,
): Promise<readonly PlaceChange[]> {
  const { region } = facts
  // In a round that nobody can answer yet nothing begins.
  const changes = isDraft(facts) ? [] : placesChanged(facts.round.assignments, next.assignments)
  const claimed = changes.length === 0 ? undefined : await claimPlaces(now, ports, { region, next, changes, free })
  if (claimed !== undefined && claimed.lost.length > 0) {
    await claimed.release()
    return claimed.lost
  }
  const result = await ports.rounds.insertRound(region, next)
  if (result.inserted) return []
  await claimed?.release()
  throw revisionConflict(result.existing)
}

/** What is no longer asked, or asked in another version. */
function placesChanged(before: readonly AssignmentKey[], after: readonly AssignmentKey[]): PlaceChange[] {
  const asked = new Map(after.map(({ agencyId, formId, formVersion }) => [`${agencyId} ${formId}`, formVersion]))
  return before.flatMap(({ agencyId, formId, formVersion }) => {
    const next = asked.get(`${agencyId} ${formId}`) ?? null
    return next === formVersion ? [] : [{ agencyId, formId, formVersion: next }]
  })
}

/** The move of a version is said by the revision that made it, and by no later one. */
export function withoutMove({ move: _, ...round }: Round): Omit<Round, 'move'> {
  return round
}

export function nextStamp(now: Date, round: Round, by: string): Pick<Round, 'revision' | 'at' | 'by'> {
  return { revision: round.revision + 1, at: stampAfter(now, round), by }
}

export function revisionConflict({ revision }: Round): Refused {
  return new Refused({ code: 'revision-conflict', currentRevision: revision })
}
