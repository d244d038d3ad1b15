/** What became of a mail: the same words in the ledger and on its own page. */
import type { NoticeOutcome } from '../../functions/schema/notice-outcome.ts'
import type { Wording } from '../../functions/schema/wording.ts'

export const outcomeWords: Record<NoticeOutcome, Wording> = {
  waiting: { id: 'Menunggu dikirim', en: 'Waiting' },
  sending: { id: 'Sedang dikirim', en: 'Sending' },
  sent: { id: 'Terkirim', en: 'Sent' },
  delayed: { id: 'Tertunda di server penerima', en: 'Delayed at the recipient’s server' },
  delivered: { id: 'Sampai', en: 'Delivered' },
  bounced: { id: 'Terpental', en: 'Bounced' },
  complained: { id: 'Ditandai spam', en: 'Marked as spam' },
  failed: { id: 'Gagal', en: 'Failed' },
  suppressed: { id: 'Tidak dikirim', en: 'Held back' },
  cancelled: { id: 'Dibatalkan', en: 'Cancelled' },
  expired: { id: 'Lewat waktunya', en: 'Overtaken' },
  'left-out': { id: 'Dilewatkan', en: 'Left out' },
  unknown: { id: 'Tidak pasti', en: 'Uncertain' },
}

/** What became of it, in a sentence for its reader. */
export const outcomeSentences: Record<NoticeOutcome, Wording> = {
  waiting: {
    id: 'Surel ini masih dalam antrean dan dikirim dengan sendirinya pada waktunya.',
    en: 'This mail is waiting and goes by itself when it is due.',
  },
  sending: {
    id: 'Surel ini sedang diserahkan ke layanan surel.',
    en: 'This mail is being handed to the mail service.',
  },
  sent: {
    id: 'Surel ini sudah diserahkan ke layanan surel; belum ada kabar dari server penerima.',
    en: 'This mail was handed to the mail service; the recipient’s server has not reported yet.',
  },
  delayed: {
    id: 'Server surel penerima menunda surel ini; layanan surel masih mencoba.',
    en: 'The recipient’s mail server delays this mail; the service is still trying.',
  },
  delivered: {
    id: 'Server surel penerima sudah menerima surel ini. Bila tidak terlihat, periksa folder spam.',
    en: 'The recipient’s mail server took this mail. If you do not see it, look in the spam folder.',
  },
  bounced: {
    id: 'Surel ini dikembalikan oleh server surel penerima: alamatnya tidak ada atau menolak surel.',
    en: 'The recipient’s mail server sent this mail back: the address does not exist or refuses mail.',
  },
  complained: {
    id: 'Penerima menandai surel ini sebagai spam, sehingga pengingat tidak lagi dikirim ke alamat itu.',
    en: 'The recipient marked this mail as spam, so reminders no longer go to that address.',
  },
  failed: {
    id: 'Surel ini tidak dapat dikirim.',
    en: 'This mail could not be sent.',
  },
  suppressed: { id: 'Surel ini sengaja tidak dikirim.', en: 'This mail was held back.' },
  cancelled: {
    id: 'Surel ini dibatalkan sebelum dikirim karena alasannya sudah tidak ada.',
    en: 'This mail was cancelled before it was sent, because its reason was gone.',
  },
  expired: {
    id: 'Surel ini tidak dikirim karena waktunya sudah lewat atau sudah ada surel yang lebih baru.',
    en: 'This mail was not sent because it was too late or a newer one took its place.',
  },
  'left-out': {
    id: 'Surel ini dilewatkan: jamnya sudah lewat ketika setelan diubah pada hari itu.',
    en: 'This mail was left out: its hour was past when settings were changed that day.',
  },
  unknown: {
    id: 'Tidak dapat dipastikan apakah surel ini terkirim; agar tidak ganda, tidak dikirim ulang sendiri.',
    en: 'It is not certain whether this mail was sent; so as not to send it twice, it is not repeated by itself.',
  },
}

/** Which colour of tag an outcome gets. */
export function outcomeTone(outcome: NoticeOutcome): string {
  if (outcome === 'delivered' || outcome === 'sent') return 'accepted'
  if (outcome === 'bounced' || outcome === 'failed' || outcome === 'complained') return 'late'
  if (outcome === 'suppressed' || outcome === 'unknown' || outcome === 'delayed') return 'returned'
  return outcome === 'waiting' || outcome === 'sending' ? 'submitted' : ''
}
