/**
 * When a fact was recorded that follows another. Clocks of two machines differ, and one may be set back: a history whose instants run
 * backwards would be read wrongly for ever, so a fact gets its predecessor's instant when its own clock shows an earlier one.
 * Whether a window is open is judged by the instant of receipt, not by this.
 */
import type { Instant } from '../schema/ids.ts'

/** `now`, or the predecessor's instant where that is later. */
export function stampAfter(now: Date, previous: { at: Instant } | undefined): Instant {
  const at = now.toISOString()
  return previous !== undefined && Date.parse(previous.at) > now.getTime() ? previous.at : at
}
