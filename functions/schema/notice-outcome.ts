/** What became of a notice, as people ask for it; the ledger's states and the delivery reports folded into one word. */
import * as z from 'zod'

export const noticeOutcomeSchema = z.enum([
  'waiting',
  'sending',
  'sent',
  'delayed',
  'delivered',
  'bounced',
  'complained',
  'failed',
  'suppressed',
  'cancelled',
  'expired',
  'left-out',
  'unknown',
])
export type NoticeOutcome = z.infer<typeof noticeOutcomeSchema>
