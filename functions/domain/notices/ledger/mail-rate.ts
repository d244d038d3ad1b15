/**
 * The account's sending rate as one line of time that all senders share: each takes the next stretch of it, long enough for some mails,
 * and sends them within it. Nothing is given back to others and nothing need be: a stretch that nobody used is over by itself.
 */

/** Instants in milliseconds of the wall clock. */
export type Stretch = { from: number; until: number }

export type MailRate = {
  /** The next free stretch of so many milliseconds, which begins at once where nobody else sends. */
  take(lengthMs: number): Promise<Stretch>
}

/** Nobody takes so much ahead: a line that ends later was drawn by a clock that went wrong, and is begun anew. */
export const farthestMs = 60_000

/** A line for one process alone. */
export function ownRate(wall: () => number): MailRate {
  let next = 0
  return {
    take: async (lengthMs) => {
      const now = wall()
      const from = next > now + farthestMs ? now : Math.max(next, now)
      next = from + lengthMs
      return { from, until: next }
    },
  }
}
