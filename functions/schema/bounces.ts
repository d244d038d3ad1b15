/**
 * What SES calls a mail that came back, by type and subtype as its event-publishing records name them (SES Developer Guide,
 * "Bounce types"). `state`: what it makes of the notice. `blocksAddress`: whether the address is blocked until somebody looks at it.
 */
import type { Delivery } from './notice.ts'
import type { Wording } from './wording.ts'

export type Bounce = { words: Wording; state: Extract<Delivery, 'bounced' | 'soft-bounced'>; blocksAddress: boolean }

const dead = (id: string, en: string): Bounce => ({ words: { id, en }, state: 'bounced', blocksAddress: true })
const passing = (id: string, en: string): Bounce => ({ words: { id, en }, state: 'soft-bounced', blocksAddress: false })

/** By `Type/SubType`; a subtype that is not here goes by its type's `General`. */
export const bounces: Readonly<Record<string, Bounce>> = {
  'Permanent/General': dead(
    'Alamat ini tidak menerima surel (ditolak tetap)',
    'The address does not take mail (permanent)',
  ),
  'Permanent/NoEmail': passing(
    'Surel kembali, tetapi pesan penolakannya tidak menyebut alamat',
    'The mail came back, but the message does not name the address',
  ),
  'Permanent/Suppressed': dead(
    'Tidak dikirim: SES mencatat alamat ini pernah terpental',
    'Not sent: SES has the address on its own list of bounced ones',
  ),
  'Permanent/OnAccountSuppressionList': dead(
    'Tidak dikirim: alamat ini ada dalam daftar blokir akun',
    "Not sent: the address is on the account's suppression list",
  ),
  'Permanent/UnsubscribedRecipient': dead(
    'Tidak dikirim: penerima berhenti berlangganan di SES',
    'Not sent: the recipient has unsubscribed at SES',
  ),
  'Transient/General': passing(
    'Ditolak untuk sementara, atau jawaban otomatis (sedang tidak di kantor)',
    'Refused for the time being, or an automatic reply (out of office)',
  ),
  'Transient/MailboxFull': passing('Kotak surel penuh', 'The mailbox is full'),
  'Transient/MessageTooLarge': passing('Surel terlalu besar bagi penerima', 'The mail is too large for the recipient'),
  'Transient/ContentRejected': passing(
    'Server penerima menolak isi surel',
    "The recipient's server refused the content of the mail",
  ),
  'Transient/AttachmentRejected': passing(
    'Server penerima menolak lampiran',
    "The recipient's server refused an attachment",
  ),
  'Transient/CustomTimeoutExceeded': passing('Tidak terkirim dalam waktunya', 'Not delivered in its time'),
  'Undetermined/Undetermined': passing(
    'Surel kembali; sebabnya tidak disebut',
    'The mail came back; no cause is named',
  ),
}

/** The type and subtype are the beginning of an event's `detail`: `Transient/MailboxFull: 552 5.2.2 ...`. */
export function bounceOf(detail: string): Bounce | undefined {
  const [kind = ''] = detail.split(':')
  const [type = ''] = kind.split('/')
  return (
    bounces[kind] ??
    bounces[`${type}/General`] ??
    (type === 'Undetermined' ? bounces['Undetermined/Undetermined'] : undefined)
  )
}

/** After a delivery this is somebody's automatic reply: the mail arrived. */
export function mayBeAutoReply(detail: string): boolean {
  return detail.startsWith('Transient/General')
}
