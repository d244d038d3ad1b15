/** What SES told about a person's address: one item a person, the later news wins, and a complaint outweighs a bounce at the same instant. */
import * as z from 'zod'
import type { Mailbox } from '../domain/region/regions.ts'
import { instantSchema, personIdSchema } from '../schema/ids.ts'
import { regionKeys } from './keys.ts'
import type { Table } from './table.ts'

export const mailboxSchema: z.ZodType<Mailbox> = z.object({
  personId: personIdSchema,
  email: z.string(),
  state: z.enum(['bounced', 'complained']),
  at: instantSchema,
  nid: z.string(),
})

/** Records the news unless later news about the same address stands there; news about another address always counts. */
export async function markMailbox(table: Table, region: string, mailbox: Mailbox): Promise<void> {
  const news = { ...mailbox, at: new Date(mailbox.at).toISOString() }
  await table.update({
    key: { pk: regionKeys.partition(region), sk: regionKeys.mailbox(mailbox.personId) },
    set: news,
    // `bounced` < `complained`, so the order of words is the order of weight.
    condition: 'attribute_not_exists(pk) OR #email <> :email OR #at < :at OR (#at = :at AND #state < :state)',
    values: { email: news.email, at: news.at, state: news.state },
    mine: (item) => item.nid === news.nid && item.at === news.at && item.state === news.state,
  })
}
