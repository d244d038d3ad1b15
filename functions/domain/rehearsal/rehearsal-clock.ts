/**
 * What time it is in a round. A rehearsal has a clock of its own, which begins at the opening and stands still until it is moved; in
 * any other round it is the time of everybody.
 */
import type { RehearsalClock } from '../../schema/rehearsal.ts'
import { Refused } from '../refusal.ts'
import type { RoundFacts } from '../round/rounds.ts'

/** `now`: the real moment. */
export function nowIn(now: Date, { round, clock }: Pick<RoundFacts, 'round' | 'clock'>): Date {
  if (round.rehearsal === undefined) return now
  return new Date(clock.at(-1)?.now ?? round.rehearsal.startsAt)
}

/** Refuses with `not-found` where the round is no rehearsal. */
export function clockOf(facts: RoundFacts): RehearsalClock {
  if (facts.round.rehearsal === undefined) throw new Refused({ code: 'not-found', what: 'rehearsal' })
  const present = nowIn(new Date(facts.round.rehearsal.startsAt), facts)
  return { now: present.toISOString(), number: facts.clock.at(-1)?.number ?? 0 }
}
