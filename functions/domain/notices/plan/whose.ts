/**
 * Whose work it was when something fell due. Who is given an agency later is told so by a mail of its own, with all that is still to be
 * done, and not by what others were told before.
 */
import type { Person } from '../../../schema/region.ts'
import { isRehearsalId } from '../../../schema/rehearsal.ts'
import { personOf } from '../../region/regions.ts'
import type { RegionState, RoundFacts } from '../../round/rounds.ts'
import { placesIn } from '../../round/windows.ts'
import type { Candidate } from './nid.ts'

/** A rehearsal has a clock of its own, and nobody is given anything by it. */
export function wasTheirs(
  { servesSince }: Pick<Person, 'servesSince'>,
  { round }: Pick<RoundFacts, 'round'>,
  { agencyId, at }: { agencyId: string; at: Date },
): boolean {
  const since = servesSince?.[agencyId]
  return since === undefined || isRehearsalId(round.id) || new Date(since) <= at
}

/** The same of a mail about one agency. */
export function isOfTheirTime(
  { region, rounds }: RegionState,
  { agencyId, scope, recipientId, dueAt }: Candidate,
): boolean {
  const facts = rounds.find(({ round }) => round.id === scope)
  const person = personOf(region, recipientId)
  if (agencyId === undefined || facts === undefined || person === undefined) return true
  return wasTheirs(person, facts, { agencyId, at: new Date(dueAt) })
}

/** When the agency was taken into a round that had been opened without it, else the round's first instant. */
export function joinedAt({ round, earlier = [] }: RoundFacts, agencyId: string): Date {
  const revisions = [...earlier, round]
  const without = revisions.findLastIndex((each) => !placesIn({ round: each }).has(agencyId))
  return new Date(revisions[without + 1]?.at ?? round.at)
}
