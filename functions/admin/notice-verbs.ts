/**
 * Mails from the operator's side: how many stand where, why one did (not) go, a plan replayed as of an instant, and what a
 * restored table or an imported region still has to say.
 */
import * as z from 'zod'
import { Refused } from '../domain/refusal.ts'
import { instantSchema, regionIdSchema } from '../schema/ids.ts'
import { allRounds, type Notice } from '../schema/notice.ts'
import type { AdminPorts } from './ports.ts'
import { type Run, type Verb, verb } from './verb.ts'

/** Failed and parked ones that are named; all are counted. */
const namedAtMost = 50

export type NoticesStatus = {
  region: string
  states: Record<string, number>
  /** Of those that wait under this epoch. */
  oldestWaiting: { nid: string; dueAt: string; attempts: number } | null
  /** Waiting under another epoch: sent by nobody. */
  held: number
  inTrouble: { nid: string; kind: string; state: string; reason: string }[]
}
export type Reconciliation = { released: number; ended: number; expired: number; untouched: number }

const inRegion = z.object({ region: regionIdSchema })

export const noticeVerbs: Readonly<Record<string, Verb>> = {
  'notices.status': verb(z.object({ region: regionIdSchema.optional() }), async ({ ports }, { region }) => {
    const regions = region === undefined ? await ports.regions.list() : [region]
    const answers: NoticesStatus[] = []
    for (const each of regions) answers.push(statusOf(each, await noticesOf(ports, each), ports.held.epoch))
    return answers
  }),
  'notices.explain': verb(inRegion.extend({ nid: z.string() }), async ({ ports }, { region, nid }) => {
    const notice = (await noticesOf(ports, region)).find((each) => each.nid === nid)
    if (notice === undefined) throw new Refused({ code: 'not-found', what: 'notice' })
    return { notice, held: isHeld(notice, ports.held.epoch), events: await ports.notices.events(notice) }
  }),
  'notices.replay': verb(inRegion.extend({ time: instantSchema }), async ({ ports, dryRun }, { region, time }) => {
    await assertRegion(ports, region)
    return ports.plan(region, new Date(time), dryRun)
  }),
  'restore.reconcile': verb(inRegion.extend({ sentUntil: instantSchema }), async (run, { region, sentUntil }) => {
    await assertRegion(run.ports, region)
    return reconcile(run, await noticesOf(run.ports, region), new Date(sentUntil))
  }),
}

async function assertRegion({ regions }: AdminPorts, region: string): Promise<void> {
  if ((await regions.load(region)) === undefined) throw new Refused({ code: 'not-found', what: 'region' })
}

async function noticesOf({ regions, rounds, notices }: AdminPorts, region: string): Promise<Notice[]> {
  await assertRegion({ regions } as AdminPorts, region)
  const scopes = [...(await rounds.list(region)), allRounds, 'sign-in']
  return (await Promise.all(scopes.map((scope) => notices.list(region, scope)))).flat()
}

function waits({ state }: Notice): boolean {
  return state === 'planned' || state === 'claimed'
}

function isHeld(notice: Notice, epoch: string): boolean {
  return waits(notice) && notice.epoch !== epoch
}

function statusOf(region: string, notices: readonly Notice[], epoch: string): NoticesStatus {
  const states = Object.fromEntries([...Map.groupBy(notices, ({ state }) => state)].map(([s, all]) => [s, all.length]))
  const own = notices.filter((notice) => waits(notice) && notice.epoch === epoch)
  const [oldest] = own.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
  const trouble = notices.filter(({ state }) => ['failed', 'parked', 'unknown'].includes(state))
  return {
    region,
    states,
    oldestWaiting: oldest ? { nid: oldest.nid, dueAt: oldest.dueAt, attempts: oldest.attempts } : null,
    held: notices.filter((notice) => isHeld(notice, epoch)).length,
    inTrouble: trouble
      .toSorted((a, b) => b.dueAt.localeCompare(a.dueAt))
      .slice(0, namedAtMost)
      .map(({ nid, kind, state, reason = '' }) => ({ nid, kind, state, reason })),
  }
}

/**
 * Until `sentUntil` the old table's senders lived: what was due before it, or stood before SES, may have been sent and is
 * ended as unknown, for a coordinator to send again by hand. What falls due later is let go, and told only if it is
 * still true then. What nobody needs any more has expired.
 */
async function reconcile(
  { now, ports, dryRun }: Run,
  all: readonly Notice[],
  sentUntil: Date,
): Promise<Reconciliation> {
  const counts: Reconciliation = { released: 0, ended: 0, expired: 0, untouched: 0 }
  for (const notice of all.filter((each) => isHeld(each, ports.held.epoch))) {
    const fate = fateOf(now, notice, sentUntil)
    const done = dryRun || (await carryOut(ports, notice, fate))
    counts[done ? fate : 'untouched'] += 1
  }
  return counts
}

type Fate = Exclude<keyof Reconciliation, 'untouched'>

function fateOf(now: Date, notice: Notice, sentUntil: Date): Fate {
  const mayBeSent = notice.fence !== undefined || new Date(notice.retryAt ?? notice.dueAt) < sentUntil
  if (mayBeSent) return 'ended'
  return new Date(notice.expiresAt) <= now ? 'expired' : 'released'
}

async function carryOut({ held }: AdminPorts, notice: Notice, fate: Fate): Promise<boolean> {
  if (fate === 'released') return held.release(notice, new Date(notice.retryAt ?? notice.dueAt))
  const reason =
    fate === 'ended' ? 'may have been sent by the table that this one was restored from' : 'restored too late'
  return held.end(notice, fate === 'ended' ? 'unknown' : 'expired', reason)
}
