/**
 * How often sign-in may be asked for. Counters lie in the table, in windows that begin at multiples of their length; the
 * window before counts for the share of it that the sliding window still covers, so that nobody gets twice the limit
 * around a window's edge. The limit for all is an alarm, never a lock-out.
 * A browser in which the person has signed in before has a budget of its own, which no stranger can use up. Strangers are slowed down by
 * address and network together, so that one network keeps nobody of another out, and by address for the sake of its mailbox.
 */
export type Limit = { scope: string; windowSeconds: number; max: number }

export const limits = {
  knownHour: { scope: 'known-hour', windowSeconds: 3_600, max: 10 },
  knownDay: { scope: 'known-day', windowSeconds: 86_400, max: 40 },
  pair: { scope: 'pair-quarter', windowSeconds: 900, max: 5 },
  pairDay: { scope: 'pair-day', windowSeconds: 86_400, max: 20 },
  address: { scope: 'address-minutes', windowSeconds: 600, max: 15 },
  addressDay: { scope: 'address-day', windowSeconds: 86_400, max: 100 },
  /** A town hall is one network. */
  client: { scope: 'client-hour', windowSeconds: 3_600, max: 200 },
  everybody: { scope: 'everybody-hour', windowSeconds: 3_600, max: 300 },
  verify: { scope: 'verify-hour', windowSeconds: 3_600, max: 100 },
  /** Codes tried for one address by all strangers together (promise P11). */
  guesses: { scope: 'guess-day', windowSeconds: 86_400, max: 50 },
} as const satisfies Record<string, Limit>

/** A counter's place: one per limit, key and window. */
export type CounterKey = { scope: string; key: string; window: number }
/** Both windows that a limit looks at, and how much of the one before still counts (0..1). */
export type Windows = { current: CounterKey; previous: CounterKey; previousShare: number; endsAt: Date }

/** The windows in which `now` lies. `key` is already hashed. */
export function windowsOf(now: Date, limit: Limit, key: string): Windows {
  const length = limit.windowSeconds * 1000
  const window = Math.floor(now.getTime() / length)
  const passed = (now.getTime() - window * length) / length
  return {
    current: { scope: limit.scope, key, window },
    previous: { scope: limit.scope, key, window: window - 1 },
    previousShare: 1 - passed,
    endsAt: new Date((window + 1) * length),
  }
}

/** How many the current window may hold, given the count of the one before. */
export function roomInWindow(limit: Limit, windows: Windows, previousCount: number): number {
  return Math.max(0, limit.max - Math.floor(previousCount * windows.previousShare))
}

/** What a refused client is told to wait, in seconds; never more than the window. */
export function retryAfterSeconds(now: Date, windows: Windows): number {
  return Math.max(1, Math.ceil((windows.endsAt.getTime() - now.getTime()) / 1000))
}
