/**
 * The ledger of notices: the moves C0-C10 of docs/ledger.md, each one conditional update of one item. A dead worker's
 * item says how far it came: claimed without a fence, SES was not reached; with a fence, it may have been.
 *
 * What an item holds besides the notice: `type` (for the stream's filter), `duePk` and `dueSk` only while it is planned or
 * claimed (the sparse index `due`), and `leftBy`, by which a writer recognises its own move after the token is gone. The notice's
 * `expiresAt` is a text, which the table's expiry ignores: a notice forgotten would be planned anew.
 */
import { evidenceMinutes, leaseSeconds, type NoticeKey, type NoticeLedger } from '../domain/notices/ledger/ledger.ts'
import { datedFrom } from '../domain/notices/plan/nid.ts'
import { allRounds, type Notice, signInScope } from '../schema/notice.ts'
import { dueNotices } from './due-notices.ts'
import { dueKeys, noticeKeys } from './keys.ts'
import { insertEvent, listEvents, recordDelivery } from './mail-events.ts'
import { dueAgain, iso, newNoticeItem, readKnownNotice, readNotice } from './notice-item.ts'
import { createOutcomes } from './notice-outcomes.ts'
import type { Item, Table } from './table.ts'

/** `epoch` fences a restored table: a notice of another epoch is never claimed (C1). Times only shrink in tests. */
export type LedgerSettings = { epoch: string; leaseMs?: number; evidenceMs?: number }

export function createNoticeLedger(table: Table, settings: LedgerSettings): NoticeLedger {
  const { epoch, leaseMs = leaseSeconds * 1_000, evidenceMs = evidenceMinutes * 60_000 } = settings
  const later = (now: Date) => new Date(now.getTime() + leaseMs)
  const dated = async (region: string, scope: string, day: Date) =>
    noticesIn(await table.queryAll(noticeKeys.partition(region, scope), { from: datedFrom(day), below: 'V' }))
  return {
    insert: async (plan, plannedAt) => {
      const { inserted } = await table.insertIfAbsent(newNoticeItem(plan, plannedAt, epoch))
      return inserted ? 'inserted' : 'already-there'
    },
    due: (now) => dueNotices(table, now),
    get: async (key) => {
      const item = await table.get(noticeKeys.of(key))
      return item && readKnownNotice(item)
    },
    list: async (region, scope, kind) =>
      noticesIn(await table.queryAll(noticeKeys.partition(region, scope), kind && { where: { kind } })),
    nids: async (region, scope) => {
      const nids: string[] = []
      for await (const { sk } of table.query(noticeKeys.partition(region, scope)))
        if (!noticeKeys.isEvent(sk)) nids.push(sk)
      return nids
    },
    unsettled: async (region, scope, since) => {
      const notices: Notice[] = []
      // What ended well or long ago is nearly all of a country's mails: it is not even understood.
      for await (const item of table.query(noticeKeys.partition(region, scope)))
        if (!noticeKeys.isEvent(item.sk) && (isOpen(item) || String(item.dueAt) >= iso(since)))
          notices.push(...[readKnownNotice(item) ?? []].flat())
      return notices
    },
    signInsSince: (region, day) => dated(region, signInScope, day),
    testMails: (region) => dated(region, allRounds, new Date(0)),
    getMany: async (keys) => {
      const items = await table.getMany(keys.map(noticeKeys.of))
      return new Map(items.flatMap((item) => readKnownNotice(item) ?? []).map((notice) => [notice.nid, notice]))
    },
    claim: (key, token, now) => claim(table, { key, token, now, epoch, leaseUntil: later(now) }),
    take: (key, token, now, written) => take(table, { key, token, now, epoch, leaseUntil: later(now) }, written),
    fence: async (key, token, now, asOf) => {
      const leaseUntil = later(now)
      const { applied } = await table.update({
        key: noticeKeys.of(key),
        set: { leaseUntil: iso(leaseUntil), ...dueAgain(key, leaseUntil), ...fenced(token, now, asOf) },
        condition: '#token = :token AND #state = :claimed AND attribute_not_exists(#fence) AND #leaseUntil > :now',
        values: { token, claimed: 'claimed', now: iso(now) },
        mine: (item) => item.fence === token && item.state === 'claimed',
      })
      return applied
    },
    ...createOutcomes(table, { evidenceMs }),
    relist: (notice, now) => relist(table, notice, now),
    unlist: (key, place) => unlist(table, key, place),
    recordDelivery: (key, delivery, at) => recordDelivery(table, key, delivery, at),
    insertEvent: (event) => insertEvent(table, event),
    events: (key) => listEvents(table, key),
  }
}

function isOpen({ state }: Item): boolean {
  return state === 'planned' || state === 'claimed' || state === 'unknown'
}

function noticesIn(items: readonly Item[]): Notice[] {
  return items.filter(({ sk }) => !noticeKeys.isEvent(sk)).flatMap((item) => readKnownNotice(item) ?? [])
}

type Claim = { key: NoticeKey; token: string; now: Date; epoch: string; leaseUntil: Date }

const due = '#state = :planned AND #dueAt <= :now AND (attribute_not_exists(#retryAt) OR #retryAt <= :now)'
const abandoned = '#state = :claimed AND attribute_not_exists(#fence) AND #leaseUntil < :now'

function claiming({ key, token, now, epoch, leaseUntil }: Claim) {
  return {
    key: noticeKeys.of(key),
    set: { state: 'claimed', token, leaseUntil: iso(leaseUntil), ...dueAgain(key, leaseUntil) },
    add: { attempts: 1 },
    condition: `#epoch = :epoch AND ((${due}) OR (${abandoned}))`,
    values: { epoch, planned: 'planned', claimed: 'claimed', now: iso(now) },
  }
}

async function claim(table: Table, claim: Claim): Promise<Notice | undefined> {
  const mine = (item: Item) => item.token === claim.token && item.state === 'claimed'
  const update = await table.update({ ...claiming(claim), mine })
  return update.applied ? readNotice(update.item) : undefined
}

async function take(
  table: Table,
  claim: Claim,
  { attempts, asOf }: { attempts: number; asOf: Date },
): Promise<boolean> {
  const { set, condition, values, ...rest } = claiming(claim)
  return table.move({
    ...rest,
    set: { ...set, ...fenced(claim.token, claim.now, asOf) },
    condition: `${condition} AND #attempts = :attempts`,
    values: { ...values, attempts },
    mine: (item) => item.fence === claim.token && item.state === 'claimed',
  })
}

function fenced(token: string, now: Date, asOf?: Date): Record<string, string> {
  return { fence: token, fencedAt: iso(now), ...(asOf && { asOf: iso(asOf) }) }
}

const waiting = '#state IN (:planned, :claimed)'
const waitingStates = { planned: 'planned', claimed: 'claimed' }

/** The place must be another than before, or DynamoDB would not touch the index. */
async function relist(table: Table, notice: Notice, now: Date): Promise<boolean> {
  const { applied } = await table.update({
    key: noticeKeys.of(notice),
    set: dueAgain(notice, now),
    condition: `#state = :state AND #attempts = :attempts AND ${waiting}`,
    values: { ...waitingStates, state: notice.state, attempts: notice.attempts },
  })
  return applied
}

/** Two writes: an index that kept what its item no longer says forgets it only when the item says it again and takes it back. */
async function unlist(table: Table, key: NoticeKey, place: string): Promise<boolean> {
  const over = {
    key: noticeKeys.of(key),
    condition: `attribute_exists(pk) AND NOT (${waiting})`,
    values: waitingStates,
  }
  const said = { [dueKeys.partitionName]: dueKeys.partition(key.nid), [dueKeys.sortName]: place }
  if (!(await table.update({ ...over, set: said })).applied) return false
  return (await table.update({ ...over, remove: Object.keys(said) })).applied
}
