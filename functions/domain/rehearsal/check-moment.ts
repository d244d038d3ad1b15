/**
 * When the accuracy checks look at a rehearsal. Its clock stands still between moves, so there is no quarter of an hour to wait
 * for: what was written is looked at as of the moment at which it was written, and a new day at its beginning, so that the digest
 * of that morning tells what the day made of idle drafts.
 */

import { localDateOf } from '../../rules/wall-clock.ts'
import { instantOf } from '../../rules/zone.ts'
import type { RoundFacts } from '../round/rounds.ts'

/** The port to the checks of one rehearsal. Answers how many findings were written. */
export type CheckRehearsal = (now: Date, region: string, round: string) => Promise<number>

/** A function of facts, so that a check that a crash prevented is made up for by the next call as if it had been in time. */
export function checkMoment(present: Date, facts: RoundFacts, zone: string): Date {
  const written = [...facts.submissions, ...facts.reviews, ...facts.windows].map(({ at }) => Date.parse(at))
  const saved = facts.drafts.map(({ savedAt }) => Date.parse(savedAt))
  const dawn = instantOf(localDateOf(present, zone), '00:00', zone).getTime()
  const latest = Math.max(dawn, ...written, ...saved)
  return new Date(Math.min(latest, present.getTime()))
}
