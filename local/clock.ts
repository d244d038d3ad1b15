/**
 * The rehearsal clock: starts at a chosen instant, runs at the speed of the machine's clock while the system runs, stands
 * still while it does not, and can be moved forward only, since facts are already stamped with its time.
 * Kept in a small file in DATA_DIR, so a second start goes on where the first one stopped. What is kept while it runs lies a few
 * seconds ahead: after a crash nothing is ever stamped earlier than what was stamped before it.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type LocalClock = {
  kind: 'rehearsal' | 'real'
  now(): Date
  /** Holds the clock at an instant not before `now`; it runs on from there. Throws `ClockError` when asked to go back. */
  moveTo(instant: Date): void
  save(): void
}

export class ClockError extends Error {}

export function realClock(): LocalClock {
  return {
    kind: 'real',
    now: () => new Date(),
    moveTo: () => {
      throw new ClockError('The clock is the machine’s own (--clock=real) and cannot be moved.')
    },
    save: () => undefined,
  }
}

const aheadMs = 5_000

/** `first` counts only when DATA_DIR has no later instant saved. */
export function rehearsalClock(dataDir: string, first: Date): LocalClock {
  const file = join(dataDir, 'clock.json')
  const saved = readSaved(file)
  let base = Math.max(saved ?? 0, first.getTime())
  let started = performance.now()
  let kept = 0
  const keep = (until: number) => {
    kept = until
    writeFileSync(`${file}.new`, JSON.stringify({ now: new Date(until).toISOString() }))
    renameSync(`${file}.new`, file)
  }
  /** A full disk must not stop the clock: the next save says so. */
  const keepAhead = (until: number) => {
    try {
      keep(until)
    } catch {
      kept = until
    }
  }
  const now = () => {
    const instant = Math.floor(base + performance.now() - started)
    if (instant >= kept) keepAhead(instant + aheadMs)
    return new Date(instant)
  }
  return {
    kind: 'rehearsal',
    now,
    moveTo: (instant) => {
      if (instant < now())
        throw new ClockError('The rehearsal clock only moves forward. Delete DATA_DIR to start again.')
      base = instant.getTime()
      started = performance.now()
    },
    save: () => keep(now().getTime()),
  }
}

function readSaved(file: string): number | undefined {
  try {
    const { now } = JSON.parse(readFileSync(file, 'utf8')) as { now: string }
    const instant = Date.parse(now)
    return Number.isNaN(instant) ? undefined : instant
  } catch {
    return undefined
  }
}
