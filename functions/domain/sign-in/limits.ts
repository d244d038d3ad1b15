/**
 * How often sign-in may be asked for. Counters lie in the table, in windows that begin at multiples of their length; the
 * window before counts for the share of it that the sliding window still covers, so that nobody gets twice the limit
 * around a window's edge. The limit for all is an alarm, never a lock-out.
 */
export type Limit = { scope: string; windowSeconds: number; max: number }

export const limits = {
  addressHour: { scope: 'address-hour', windowSeconds: 3_600, max: 5 },
  addressDay: { scope: 'address-day', windowSeconds: 86_400, max: 10 },
  client: { scope: 'client-hour', windowSeconds: 3_600, max: 20 },
  everybody: { scope: 'everybody-hour', windowSeconds: 3_600, max: 300 },
  verify: { scope: 'verify-hour', windowSeconds: 3_600, max: 30 },
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
