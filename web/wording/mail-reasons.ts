/** Words for the reasons that the ledger keeps as codes, and for what mail servers report. An unknown code is shown as it is. */
import type { MailEvent } from '../../functions/schema/notice.ts'
import type { Wording } from '../../functions/schema/wording.ts'

const reasons: Record<string, Wording> = {
  'nothing-left-to-do': {
    id: 'Semua formulir sudah dikirim, dinyatakan nihil, atau disetujui sebelum surel ini dikirim.',
    en: 'Every form was submitted, declared nil or accepted before this mail was sent.',
  },
  closed: {
    id: 'Jendela penginputan ditutup sebelum surel ini dikirim.',
    en: 'The entry window closed before it was sent.',
  },
  reopened: { id: 'Jendela penginputan dibuka kembali.', en: 'The entry window was re-opened.' },
  'dates-moved': {
    id: 'Tanggal putaran diubah; pengingat mengikuti tanggal yang baru.',
    en: 'The dates of the round moved; reminders follow the new dates.',
  },
  overtaken: {
    id: 'Ada revisi atau keputusan yang lebih baru, yang punya surel sendiri.',
    en: 'A newer revision or decision has a mail of its own.',
  },
  'not-responsible': {
    id: 'Penerima tidak lagi bertugas untuk perangkat daerah ini.',
    en: 'The recipient no longer serves this agency.',
  },
  'reminded-today': {
    id: 'Penerima sudah mendapat pengingat pada hari yang sama; paling banyak satu sehari.',
    en: 'The recipient was reminded the same day already; at most one a day.',
  },
  'no-round': { id: 'Putarannya tidak ditemukan.', en: 'The round was not found.' },
  'nothing-to-say': { id: 'Tidak ada yang perlu dilaporkan.', en: 'There was nothing to report.' },
  'nothing-changed': {
    id: 'Tidak ada perubahan sejak rekap terakhir, dan penerima hanya ingin rekap bila ada perubahan.',
    en: 'Nothing changed since the last digest, and the recipient wants it only then.',
  },
  unsubscribed: { id: 'Penerima berhenti menerima rekap.', en: 'The recipient stopped the digest.' },
  'hour-past': {
    id: 'Jamnya sudah lewat ketika jam, hari kerja, atau rencana surel diubah pada hari itu.',
    en: 'Its hour was past when hours, working days or the mail plan were changed that day.',
  },
  'too-late': { id: 'Waktunya sudah lewat.', en: 'It was too late.' },
  restored: {
    id: 'Data dipulihkan dari cadangan; surel ini mungkin sudah dikirim sebelum pemulihan.',
    en: 'The data were restored from a backup; this mail may have been sent before that.',
  },
  'no-recipient': { id: 'Penerima sudah tidak aktif.', en: 'The recipient is no longer active.' },
  'mailbox-bounced': {
    id: 'Alamat penerima terpental sebelumnya, jadi tidak dikirimi surel sampai diperbaiki.',
    en: 'The recipient’s address bounced before and is not written to until it is corrected.',
  },
  'mailbox-complained': {
    id: 'Penerima pernah menandai surel kami sebagai spam, jadi pengingat dan rekap tidak dikirim.',
    en: 'The recipient marked our mail as spam before, so reminders and digests are held back.',
  },
  render: {
    id: 'Isi surel gagal disusun; laporkan nomor surel ini.',
    en: 'The mail could not be written; report its number.',
  },
}

/** The reason in words. `retry-window-over: Throttling` keeps the technical part behind the sentence. */
export function reasonWords(reason: string): Wording {
  const known = reasons[reason]
  if (known !== undefined) return known
  if (reason.startsWith('retry-window-over')) {
    const cause = reason.split(': ')[1] ?? ''
    return {
      id: `Layanan surel menolak sampai batas waktu mencoba habis (${cause}).`,
      en: `The mail service refused until there was no time left to try (${cause}).`,
    }
  }
  return { id: `Keterangan teknis: ${reason}`, en: `Technical note: ${reason}` }
}

export const eventWords: Record<MailEvent['type'], Wording> = {
  send: { id: 'Layanan surel mengirim surel ini', en: 'The mail service sent this mail' },
  delivery: { id: 'Server surel penerima menerima surel ini', en: 'The recipient’s mail server took this mail' },
  'bounce-soft': { id: 'Terpental untuk sementara', en: 'Bounced for the time being' },
  'bounce-hard': { id: 'Terpental: alamat ditolak', en: 'Bounced: the address was refused' },
  complaint: { id: 'Penerima menandai surel ini sebagai spam', en: 'The recipient marked this mail as spam' },
  delay: { id: 'Server surel penerima menunda surel ini', en: 'The recipient’s mail server delays this mail' },
  reject: { id: 'Layanan surel menolak surel ini', en: 'The mail service rejected this mail' },
  'rendering-failure': { id: 'Isi surel gagal disusun', en: 'The mail could not be written' },
}
