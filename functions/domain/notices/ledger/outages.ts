/**
 * When nothing ran: what a coordinator must know who sees that nobody could send in the last hours of a round. A run that failed is none;
 * neither is a clock that was moved by hand.
 */
import type { Instant } from '../../../schema/ids.ts'

/** From the last sign of life until the next. */
export type Outage = { from: Instant; until: Instant }

export type Outages = {
  /** Called by every scheduled run when it begins. `moved`: the clock was set, so no time was lost. */
  wake(now: Date, how: { moved: boolean }): Promise<void>
  /** Oldest first. */
  list(): Promise<Outage[]>
}

/** The schedule runs every minute; shorter gaps are those of an update. */
export const shortestOutageMs = 15 * 60_000
