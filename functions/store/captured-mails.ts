/**
 * Captured mails of rehearsals, in a partition of their own: the board's query of the round must not carry their bodies, and the
 * dispatcher's index never sees them.
 */
import * as z from 'zod'
import type { CapturedMails } from '../domain/notices/ledger/captured-mails.ts'
import { capturedMailSchema } from '../schema/rehearsal.ts'
import { insertFact, readFact } from './facts.ts'
import { capturedKeys } from './keys.ts'
import type { Table } from './table.ts'

const bodySchema = z.object({ subject: z.string(), text: z.string(), html: z.string() })

export function createCapturedMails(table: Table): CapturedMails {
  return {
    list: async (region, round) => {
      const items = await table.queryAll(capturedKeys.partition(region, round), { prefix: capturedKeys.prefix })
      return items.map((item) => readFact(capturedMailSchema, item))
    },
    body: async (region, round, nid) => {
      const item = await table.get(capturedKeys.body(region, round, nid))
      return item && readFact(bodySchema, item)
    },
    insert: async (region, round, mail, body) => {
      if (body !== undefined) await insertFact(table, capturedKeys.body(region, round, mail.nid), bodySchema, body)
      const pk = capturedKeys.partition(region, round)
      await insertFact(table, { pk, sk: capturedKeys.mail(mail.nid) }, capturedMailSchema, mail)
    },
  }
}
