/**
 * Questions of a monitor: does the table answer, does anything wait too long to be sent, does the schedule run, does the provider
 * take mail and report on it? A scheduler that stopped is noticed here, because nothing else would ever say so. What waits is
 * judged by its state: the index shows it fast, and the last walk over all notices tells what the index missed.
 */
import type { Instant } from '../../../schema/ids.ts'
import type { Reconciled } from '../../../schema/reconciled.ts'
import type { Regions } from '../../region/regions.ts'
import type { MailBreaker } from './breaker.ts'
import { type NoticeLedger, waitsSince } from './ledger.ts'
import type { MailTrouble } from './mailer.ts'
import { type MailPulse, silentSince } from './pulse.ts'

/** Longer than this is an alarm (promise P4; dead-man of the schedule). */
const overdueSeconds = 300
const silentSeconds = 300
/** Two walks in a row that did not happen. */
const unreconciledMinutes = 40
/** A provider that says no for a second (its rate) is no trouble yet. */
const heldSeconds = 60

/** `owed`: regions whose old mails of signing in the first walk of its day could not look through. */
export type Walk = Reconciled & { owed: string[] }

export type Reconciliations = {
  note(found: Walk): Promise<void>
  /** `undefined` = never. */
  last(): Promise<Walk | undefined>
}

/** `held`: no mail goes, since `since`, because of `trouble`; `unheard`: mails go, but no report on them arrives. */
export type MailHealth = { state: 'ok' | 'held' | 'unheard'; since: Instant | null; trouble: MailTrouble | null }

export type Health = {
  status: 'ok' | 'degraded'
  table: boolean
  oldestOverdueSeconds: number | null
  lastTick: Instant | null
  mail: MailHealth
  /** What the last walk over all notices found. */
  reconciled: Reconciled | null
  now: Instant
}
export type MailServicePorts = { breaker: Pick<MailBreaker, 'read'>; pulse: Pick<MailPulse, 'unansweredSince'> }
type Ports = MailServicePorts & {
  regions: Regions
  notices: NoticeLedger
  reconciliations: Pick<Reconciliations, 'last'>
  lastTick: () => Promise<Date | undefined>
}

/** Never throws: a table that does not answer is the answer. */
export async function measureHealth(now: Date, ports: Ports): Promise<Health> {
  try {
    await ports.regions.list()
    const [oldest, tick, mail, walk] = await Promise.all([
      oldestOverdueSeconds(now, ports.notices),
      ports.lastTick(),
      mailHealth(now, ports),
      ports.reconciliations.last(),
    ])
    const reconciled = walk && withoutOwed(walk)
    const late = (oldest ?? 0) > overdueSeconds || (reconciled?.left ?? 0) > 0
    const stopped = tick === undefined || secondsSince(now, tick) > silentSeconds
    const unwalked = reconciled !== undefined && secondsSince(now, reconciled.at) > unreconciledMinutes * 60
    return {
      status: late || stopped || unwalked || mail.state !== 'ok' ? 'degraded' : 'ok',
      table: true,
      oldestOverdueSeconds: oldest,
      lastTick: tick?.toISOString() ?? null,
      mail,
      reconciled: reconciled ?? null,
      now: now.toISOString(),
    }
  } catch {
    const mail: MailHealth = { state: 'ok', since: null, trouble: null }
    const unknown = { table: false, oldestOverdueSeconds: null, lastTick: null, mail, reconciled: null }
    return { status: 'degraded', ...unknown, now: now.toISOString() }
  }
}

/** Regions are nobody's business here. */
function withoutOwed({ owed: _, ...told }: Walk): Reconciled {
  return told
}

/** Whether mail goes and is reported on. */
export async function mailHealth(now: Date, { breaker, pulse }: MailServicePorts): Promise<MailHealth> {
  const [open, unheard] = await Promise.all([breaker.read(), silentSince(now, pulse)])
  if (open !== undefined && secondsSince(now, open.since) >= heldSeconds) {
    return { state: 'held', since: open.since, trouble: open.trouble }
  }
  return unheard === undefined
    ? { state: 'ok', since: null, trouble: null }
    : { state: 'unheard', since: unheard.toISOString(), trouble: null }
}

/** How many entries of the index are looked at: the oldest come first. */
const lookedAt = 50

/** Seconds since the oldest waiting notice should have moved on; null when none should. */
export async function oldestOverdueSeconds(
  now: Date,
  notices: Pick<NoticeLedger, 'due' | 'get'>,
): Promise<number | null> {
  let oldest: number | null = null
  let looked = 0
  for await (const key of notices.due(now)) {
    const notice = await notices.get(key)
    const since = notice && waitsSince(now, notice)
    if (since) oldest = Math.max(oldest ?? 0, secondsSince(now, since))
    if (since?.getTime() === Date.parse(notice?.dueAt ?? '') || ++looked >= lookedAt) break
  }
  return oldest
}

function secondsSince(now: Date, then: Date | Instant): number {
  return Math.max(0, Math.floor((now.getTime() - new Date(then).getTime()) / 1000))
}
