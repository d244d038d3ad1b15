/**
 * Each quarter of an hour, and after a start: the state of the notices is the truth, and the index of what waits is brought in line
 * with it. A notice that is due and stands in no index would wait for ever, for sweep and stream never see it; an entry of what
 * no longer waits costs every sweep a read. What is found due goes to the dispatcher by its key, for an index that lost it once
 * may lose it again.
 */

import type { Reconciliations } from '../domain/notices/ledger/health.ts'
import { type ListedKey, type NoticeKey, waitsSince } from '../domain/notices/ledger/ledger.ts'
import { measureUnsent, type Unsent } from '../domain/notices/ledger/unsent.ts'
import type { Regions } from '../domain/region/regions.ts'
import type { Rounds } from '../domain/round/rounds.ts'
import { allRounds, type Notice, signInScope } from '../schema/notice.ts'
import type { Reconciled } from '../schema/reconciled.ts'
import { isRehearsalId } from '../schema/rehearsal.ts'
import type { DispatchParts, DispatchRun } from './dispatch/dispatch-parts.ts'
import { dispatchKeys } from './dispatch.ts'
import { eachRegion } from './each-region.ts'

export type ReconcileParts = DispatchParts & {
  regions: Pick<Regions, 'list'>
  rounds: Pick<Rounds, 'list'>
  reconciliations: Pick<Reconciliations, 'note' | 'last'>
  /** Is told what was found not to be sent, after whatever was lost has been tried. */
  publishUnsent?: (unsent: Unsent) => void
}

/** An index may lag, and a sweep may be under way: what waits shorter than this is nobody's loss. */
const graceMs = 90_000
/** For how long it is told that a mail ended badly. */
const endedMs = 86_400_000
/** Writes at once, and regions. */
const someAtOnce = 8
/** What is left of a run in which no other region is begun: what was found is still sent. */
const reserveMs = 20_000
/** Of a run that ends before it has been everywhere, the next begins elsewhere. */
const quarterMs = 900_000
const regionsApart = 127

/** Throws at the end when any region failed; the others are walked, and what was found is noted. */
export async function reconcile(parts: ReconcileParts, run: DispatchRun): Promise<Omit<Reconciled, 'at'>> {
  const now = parts.clock()
  const listed: ListedKey[] = []
  for await (const key of parts.ledger.due(now)) listed.push(key)
  const found: Notice[] = []
  let failure: unknown
  const last = await parts.reconciliations.last()
  const owed = new Set<string>()
  const walk = async (region: string) => {
    const whole = !isSameDay(now, last?.at) || last?.owed.includes(region) === true
    if (whole) owed.add(region)
    if (run.remainingMs() < reserveMs) throw new Error('No time is left')
    found.push(...(await noticesOf(parts, region, { now, whole })))
    owed.delete(region)
  }
  const first = Math.floor(now.getTime() / quarterMs) * regionsApart
  await eachRegion(parts.regions, walk, { atOnce: someAtOnce, first }).catch((error) => {
    failure = error
  })
  const inIndex = new Set(listed.map(({ nid }) => nid))
  const waiting = found.filter(isWaiting)
  const lost = waiting.filter((notice) => !inIndex.has(notice.nid) && isOverdue(now, notice))
  for (const notice of lost) await parts.ledger.relist(notice, now)
  await dispatchKeys(parts, run, lost.map(keyOf))
  const after = await Promise.all(lost.map((notice) => parts.ledger.get(keyOf(notice))))
  const result = {
    waiting: waiting.length,
    givenBack: lost.length,
    left: after.filter((notice) => notice && isOverdue(parts.clock(), notice)).length,
    repaired: await repair(parts, listed, new Set(waiting.map(({ nid }) => nid))),
    unknown: found.filter(({ state }) => state === 'unknown').length,
  }
  const retold = new Map(after.flatMap((notice) => (notice ? [[notice.nid, notice] as const] : [])))
  parts.publishUnsent?.(
    measureUnsent(
      parts.clock(),
      found.map((notice) => retold.get(notice.nid) ?? notice),
    ),
  )
  await parts.reconciliations.note({ at: now.toISOString(), ...result, owed: [...owed] })
  if (failure !== undefined) throw failure
  return result
}

function isOverdue(now: Date, notice: Notice): boolean {
  const since = waitsSince(now, notice)
  return since !== undefined && now.getTime() - since.getTime() > graceMs
}

/** No mail of signing in is of use for so long. */
const signInMs = 3 * 86_400_000

function isSameDay(now: Date, at: string | undefined): boolean {
  return at?.slice(0, 10) === now.toISOString().slice(0, 10)
}

/**
 * What matters in every scope in which something may still wait; mails of a rehearsal are captured elsewhere. Those of signing in never end:
 * older ones are looked through by the first walk of a UTC day alone, also after an outage of days, and by the next where that failed.
 */
async function noticesOf(
  { ledger, rounds }: ReconcileParts,
  region: string,
  { now, whole }: { now: Date; whole: boolean },
): Promise<Notice[]> {
  const ids = (await rounds.list(region)).filter((id) => !isRehearsalId(id))
  const lists: Notice[] = []
  const lately = new Date(now.getTime() - endedMs)
  for (const scope of [...ids, allRounds]) lists.push(...(await ledger.unsettled(region, scope, lately)))
  const since = new Date(now.getTime() - signInMs)
  const signIns = await (whole ? ledger.unsettled(region, signInScope, since) : ledger.signInsSince(region, since))
  return [...lists, ...signIns.filter((notice) => isWaiting(notice) || new Date(notice.dueAt) >= since)]
}

function isWaiting({ state }: Notice): boolean {
  return state === 'planned' || state === 'claimed'
}

/** Takes out of the index what no longer waits. Each is read again: it may have been planned since. */
async function repair(
  { ledger }: ReconcileParts,
  listed: readonly ListedKey[],
  waiting: ReadonlySet<string>,
): Promise<number> {
  const queue = listed.filter(({ nid }) => !waiting.has(nid))
  let repaired = 0
  const work = async () => {
    for (let key = queue.shift(); key; key = queue.shift()) {
      const state = (await ledger.get(key))?.state
      if (state === undefined || state === 'planned' || state === 'claimed') continue
      if (await ledger.unlist(key, key.place)) repaired++
    }
  }
  await Promise.all(Array.from({ length: someAtOnce }, work))
  return repaired
}

function keyOf({ region, scope, nid }: Notice): NoticeKey {
  return { region, scope, nid }
}
