/**
 * What time it is for this round. The page trusts the server's time, not the office computer's: every answer's `Date` sets
 * it, and in local mode the rehearsal clock does. Between answers it runs on by the browser's monotonic timer. While a page of a
 * rehearsal round is shown, that round's own clock is the present, and stands still.
 */
import { computed, signal } from '@preact/signals'
import type { Zone } from '../wording/moments.ts'

export type RehearsalClock = Zone & { readonly now: string; readonly inboxUrl?: string }

const known = signal<{ readonly instant: number; readonly heardAt: number } | undefined>(undefined)
const tick = signal(0)

/** The rehearsal clock of local mode, or `undefined` in a real round. */
export const rehearsal = signal<RehearsalClock | undefined>(undefined)

/** Takes the server's `Date` header; the rehearsal clock, when there is one, outranks it. */
export function hearServerTime(date: string | null): void {
  if (date === null || rehearsal.peek() !== undefined) return
  const instant = Date.parse(date)
  if (!Number.isNaN(instant)) known.value = { instant, heardAt: performance.now() }
}

/** Takes the rehearsal clock as it stands now. */
export function hearRehearsalClock(clock: RehearsalClock): void {
  rehearsal.value = clock
  known.value = { instant: Date.parse(clock.now), heardAt: performance.now() }
}

/** The own time of the rehearsal round whose page is shown. */
export const standingTime = signal<string | undefined>(undefined)

/** The present instant as far as the page knows. */
export function presentInstant(): Date {
  if (standingTime.value !== undefined) return new Date(standingTime.value)
  // Safari 12 knows no `timeOrigin`.
  const { instant, heardAt } = known.peek() ?? { instant: Date.now() - performance.now(), heardAt: 0 }
  return new Date(instant + performance.now() - heardAt)
}

/** The present to the minute, for what is shown. */
export const presentMinute = computed(() => {
  tick.value
  known.value
  return presentInstant()
})

/** Something is due at this very moment: what is shown follows at once. */
export function tickNow(): void {
  tick.value += 1
}

/** Lets the shown minute go on. Returns what stops it. */
export function startTicking(): () => void {
  const timer = setInterval(() => {
    tick.value += 1
  }, 15_000)
  return () => clearInterval(timer)
}
