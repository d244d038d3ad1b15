/** Signposts from receipt numbers to revisions. Written before the submission; whoever follows one believes the submission. */
import * as z from 'zod'
import type { ReceiptIndex } from '../domain/round/receipts.ts'
import { readFact } from './facts.ts'
import { receiptKeys } from './keys.ts'
import type { Table } from './table.ts'

const placeSchema = z.object({
  region: z.string(),
  round: z.string(),
  agencyId: z.string(),
  formId: z.string(),
  revision: z.int(),
})

export function createReceipts(table: Table): ReceiptIndex {
  return {
    post: async (number, { region, round, agencyId, formId, revision }) => {
      await table.insertIfAbsent({ ...receiptKeys.place(number), region, round, agencyId, formId, revision })
    },
    find: async (number) => {
      const item = await table.get(receiptKeys.place(number))
      return item && readFact(placeSchema, item)
    },
  }
}
