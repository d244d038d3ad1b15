/** What SES told about a person's address: one item a person, the later news wins, and a complaint outweighs a bounce at the same instant. */
import * as z from 'zod'
import type { Mailbox } from '../domain/region/regions.ts'
import { instantSchema, personIdSchema } from '../schema/ids.ts'
import { readFact } from './facts.ts'
import { regionKeys } from './keys.ts'
import type { Item, Table } from './table.ts'

const mailboxSchema: z.ZodType<Mailbox> = z.object({
  personId: personIdSchema,
  email: z.string(),
  state: z.enum(['bounced', 'complained']),
  at: instantSchema,
  nid: z.string(),
})

/** What is wrong with the address; `undefined` when it was freed since. */
export function readMailbox(item: Item): Mailbox | undefined {
  return item.state === 'freed' ? undefined : readFact(mailboxSchema, item)
}

/** Frees the address unless later news about it stands there; of an address without news, or of another one, nothing is to be freed. */
export async function freeMailbox(
  table: Table,
  region: string,
  { personId, email, at }: { personId: string; email: string; at: string },
): Promise<void> {
  const freed = { state: 'freed', at: new Date(at).toISOString() }
  await table.update({
    key: { pk: regionKeys.partition(region), sk: regionKeys.mailbox(personId) },
    set: freed,
    condition: 'attribute_exists(pk) AND #email = :email AND #at < :at',
    values: { email, at: freed.at },
    mine: (item) => item.state === freed.state && item.at === freed.at,
  })
}

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
