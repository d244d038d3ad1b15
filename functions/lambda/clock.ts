/**
 * The only clock of the deployed code. Requests and schedules bring their own time in the event; the dispatcher asks here,
 * because a lease must be counted from the real moment. Local mode turns this clock for a rehearsal.
 */
export const clock = { now: (): Date => new Date() }

/** Milliseconds, for what several machines agree on; nobody turns it. */
export const wall = (): number => Date.now()
