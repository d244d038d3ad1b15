/** The port of captured mails: where those of a rehearsal end, in place of the ledger of mails to be sent. */
import type { CapturedMail } from '../../../schema/rehearsal.ts'
import type { RenderedMail } from './mailer.ts'

export type CapturedMails = {
  /** Without their bodies. Consistent read. */
  list(region: string, round: string): Promise<readonly CapturedMail[]>
  /** How it reads; `undefined` where nothing was written. */
  body(region: string, round: string, nid: string): Promise<RenderedMail | undefined>
  /** The body first, then the fact. The same notice again changes nothing. */
  insert(region: string, round: string, mail: CapturedMail, body?: RenderedMail): Promise<void>
}
