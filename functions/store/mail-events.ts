/**
 * What SES reported about a notice, kept beside it: put if absent, because SNS brings events twice. What became of the mail goes
 * up in rank only (delayed < delivered < soft < hard bounce < complaint), because SNS also shuffles them.
 */
import type { NoticeKey } from '../domain/notices/ledger/ledger.ts'
import { type Delivery, type MailEvent, mailEventSchema } from '../schema/notice.ts'
import { readFact } from './facts.ts'
import { noticeKeys } from './keys.ts'
import type { Table } from './table.ts'

const ranks: Record<Delivery, number> = {
  delayed: 1,
  delivered: 2,
  'soft-bounced': 3,
  'auto-replied': 3.5,
  bounced: 4,
  complained: 5,
}

/** C10. False when the notice is unknown, or when as grave a report stands there. */
export async function recordDelivery(table: Table, key: NoticeKey, delivery: Delivery, at: Date): Promise<boolean> {
  const rank = ranks[delivery]
  const { applied } = await table.update({
    key: noticeKeys.of(key),
    set: { delivery, deliveryRank: rank, deliveredAt: at.toISOString() },
    condition: 'attribute_exists(pk) AND (attribute_not_exists(#deliveryRank) OR #deliveryRank < :rank)',
    values: { rank },
    mine: (item) => item.delivery === delivery && item.deliveredAt === at.toISOString(),
  })
  return applied
}

export async function insertEvent(table: Table, event: MailEvent): Promise<'inserted' | 'already-there'> {
  const content = mailEventSchema.parse(event)
  const { pk } = noticeKeys.of(content)
  const sk = noticeKeys.event(content.nid, content.id)
  const { inserted } = await table.insertIfAbsent({ ...content, pk, sk })
  return inserted ? 'inserted' : 'already-there'
}

/** All events of a notice, in the order of their ids. */
export async function listEvents(table: Table, key: NoticeKey): Promise<MailEvent[]> {
  const items = await table.queryAll(noticeKeys.of(key).pk, { prefix: noticeKeys.eventPrefix(key.nid) })
  return items.map((item) => readFact(mailEventSchema, item))
}
