/** A notice brought to a state, for the ledger's law; all times count from the instant at which it falls due. */
import type { NoticeKey } from '../../functions/domain/notices/ledger/ledger.ts'
import type { MailEvent, NoticePlan } from '../../functions/schema/notice.ts'
import { createNoticeLedger } from '../../functions/store/notices.ts'
import { at, noticePlan } from './samples.ts'
import type { StoreEndpoint } from './store-endpoint.ts'

export const due = new Date(at)
/** Seconds after the notice fell due. */
export const dueAnd = (seconds: number) => new Date(due.getTime() + seconds * 1_000)

export const proof = { messageId: 'ses-1', at: dueAnd(2), via: 'event' as const }
export const ack = { messageId: 'ses-1', subject: 'Tanda terima', at: dueAnd(2) }

export function sendEvent(key: NoticeKey, id = 'send-ses-1'): MailEvent {
  return { ...key, id, type: 'send', messageId: 'ses-1', at, detail: '' }
}

export function noticeSteps(endpoint: () => StoreEndpoint) {
  const ledger = (epoch = '1') => createNoticeLedger(endpoint().table, { epoch })
  const planned = async (slot: string, over: Partial<NoticePlan> = {}): Promise<NoticeKey> => {
    const plan = noticePlan(slot, over)
    await ledger().insert(plan, due)
    return { region: plan.region, scope: plan.scope, nid: plan.nid }
  }
  const claimed = async (slot: string) => {
    const key = await planned(slot)
    await ledger().claim(key, 'A', dueAnd(0))
    return key
  }
  const fenced = async (slot: string) => {
    const key = await claimed(slot)
    await ledger().fence(key, 'A', dueAnd(1))
    return key
  }
  const waiting = async (now: Date, key: NoticeKey) => {
    for await (const { nid } of ledger().due(now)) if (nid === key.nid) return true
    return false
  }
  return { ledger, planned, claimed, fenced, waiting }
}
