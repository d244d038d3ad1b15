/**
 * Trouble on the way from SES to the subscriber, for tests: SNS may lose an event, bring it twice, late, or out of order.
 * The fate of an event depends on the seed and its id only, not on timing, so it is the same after a restart.
 */
import { seededRandom, seedFor } from './seeded-random.ts'

/** Chances are in [0, 1]; times in real milliseconds. */
export type EventFaults = {
  seed: number
  /** Chance that an event is lost for good. */
  drop?: number
  /** Chance that an event comes twice. */
  duplicate?: number
  /** Every event comes at least this late. */
  delayMs?: number
  /** Each event comes up to this much later, by chance: more than the time between events shuffles them. */
  shuffleWithinMs?: number
}

/** When each copy of an event is to come, in ms from now; empty when it is lost. */
export function fateOf(eventId: string, faults: EventFaults | undefined): number[] {
  if (!faults) return [0]
  const random = seededRandom(seedFor(faults.seed, eventId))
  if (random() < (faults.drop ?? 0)) return []
  const copies = random() < (faults.duplicate ?? 0) ? 2 : 1
  return Array.from({ length: copies }, () => (faults.delayMs ?? 0) + random() * (faults.shuffleWithinMs ?? 0))
}
