/**
 * Whether a job must look at a region again. Nothing falls due between two instants that the facts name, so a minute in which no fact
 * moved and none of these instants came has nothing to do. Memory is never the truth: lost, or in doubt, everything is looked at.
 */

import type { RegionJob } from '../../schema/region-ask.ts'

/** `facts`: their count when the job ran; `since`: the first run that saw this count; `standing`: how many mails or findings it found to stand. */
export type LastRun = { facts: number; since: string; at: string; nextDueAt: string | null; standing: number }
/** How often in a row the job failed there, at last in the run of `at`. */
export type Failing = { at: string; times: number }
export type Remembered = { facts: number; last?: LastRun | undefined; failing?: Failing | undefined }

/** Of one job. `facts` is moved before each fact is written. */
export type RegionMemory = {
  /** Consistently read. */
  read(region: string): Promise<Remembered>
  /** Of many, a hundred a call; each consistently read. */
  readAll(regions: readonly string[]): Promise<ReadonlyMap<string, Remembered>>
  /** What failed before is forgotten. */
  note(region: string, last: LastRun): Promise<void>
  noteFailing(region: string, failing: Failing): Promise<void>
}

/** Longer than a writer takes from moving the count until its fact stands. */
const writersTake = 120_000
/**
 * Whatever memory says: a new release may plan or find other things, and an import or a draft moves no count. Between the two, by region
 * and run, so that regions that were looked at in one minute are not all looked at again in another.
 */
const quietMs: Readonly<Record<RegionJob, { shortest: number; longest: number }>> = {
  plan: { shortest: 10 * 60_000, longest: 15 * 60_000 },
  check: { shortest: 50 * 60_000, longest: 60 * 60_000 },
}

/** The last run, where it saw all that was written before it, and since then neither a fact nor an instant of its own came. */
export function quietSince(
  now: Date,
  ask: { job: RegionJob; region: string },
  { facts, last }: Remembered,
): LastRun | undefined {
  if (last === undefined || last.facts !== facts) return undefined
  const [since, at] = [Date.parse(last.since), Date.parse(last.at)]
  const saysNothing = at - since < writersTake || now.getTime() < at || now.getTime() - at >= quietFor(ask, at)
  const isDue = last.nextDueAt !== null && now.getTime() >= Date.parse(last.nextDueAt)
  return saysNothing || isDue ? undefined : last
}

function quietFor({ job, region }: { job: RegionJob; region: string }, at: number): number {
  const { shortest, longest } = quietMs[job]
  const seed = [...region].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, at / 60_000)
  return longest - (Math.floor(seed * 7_919) % (longest - shortest))
}

/** What to remember of a run that has just ended. The clock of a rehearsal may have been turned back. */
export function remembered(
  now: Date,
  { facts, last }: Remembered,
  { nextDueAt, standing }: Pick<LastRun, 'nextDueAt' | 'standing'>,
): LastRun {
  const at = now.toISOString()
  const same = last !== undefined && last.facts === facts && last.since <= at
  return { facts, since: same ? last.since : at, at, nextDueAt, standing }
}

/** What failed as often may have met with an accident. */
const accidents = 3
/** However often it failed: what was mended is soon looked at, and the alarm of what waits does not end. */
const longestRestMs = 15 * 60_000

/**
 * Whether a region that failed again and again is left alone for this run. Each message that fails to the end lies among the failures
 * that wait for a person: one a minute would bury the others.
 */
export function restsFromFailing(now: Date, { failing }: Remembered): boolean {
  if (failing === undefined || failing.times <= accidents) return false
  const restMs = Math.min(longestRestMs, 60_000 * 2 ** (failing.times - accidents))
  const passed = now.getTime() - Date.parse(failing.at)
  return passed >= 0 && passed < restMs
}

/** A message that comes again is of an earlier run. */
export function failedAgain(now: Date, { failing }: Remembered): Failing {
  const at = now.toISOString()
  return { at: failing !== undefined && failing.at > at ? failing.at : at, times: (failing?.times ?? 0) + 1 }
}
