/** Words of the entry window: extending, re-opening, closing, and the history of it. */
import type { Window } from '../../functions/schema/round.ts'
import type { Wording } from '../../functions/schema/wording.ts'

export const windowWording = {
  title: { id: 'Jendela penginputan', en: 'Entry window' },
  intro: {
    id: 'Perpanjang, buka kembali, atau tutup jendela untuk semua atau sebagian perangkat daerah. Setiap keputusan tercatat dan diberitahukan melalui surel.',
    en: 'Extend, re-open or close the window for all or for some agencies. Each decision is recorded and told by e-mail.',
  },
  inForce: { id: 'Tanggal yang berlaku sekarang', en: 'Dates in force now' },
  change: { id: 'Ubah jendela', en: 'Change the window' },
  kind: { id: 'Apa yang akan dilakukan?', en: 'What do you want to do?' },
  scope: { id: 'Untuk siapa?', en: 'For whom?' },
  all: { id: 'Semua perangkat daerah', en: 'All agencies' },
  some: { id: 'Perangkat daerah tertentu', en: 'Chosen agencies' },
  closesOn: { id: 'Batas akhir baru', en: 'New final deadline' },
  targetOn: { id: 'Target penyelesaian baru', en: 'New target date' },
  targetHint: {
    id: 'Kosongkan bila target tidak berubah. Kiriman setelah target tercatat "dalam masa perpanjangan".',
    en: 'Leave empty to keep the target. What is sent after the target is "in the extension".',
  },
  reason: { id: 'Alasan', en: 'Reason' },
  reasonHint: {
    id: 'Ditulis dalam surel kepada perangkat daerah dan dalam riwayat.',
    en: 'Stands in the e-mail to the agencies and in the history.',
  },
  basis: { id: 'Dasar (nomor dan tanggal surat atau notulen)', en: 'Basis (number and date of letter or minutes)' },
  preview: { id: 'Yang akan berubah', en: 'What will change' },
  mails: { id: 'Lihat surel-surelnya (tab baru)', en: 'See those mails (new tab)' },
  mailsCounting: { id: 'Menghitung dampaknya pada surel…', en: 'Counting what it does to mails…' },
  notLaterFor: {
    id: 'Batas akhir baru tidak lebih lambat daripada yang sudah berlaku bagi:',
    en: 'The new final deadline is not later than the one in force for:',
  },
  notEarlierFor: {
    id: 'Koreksi ini tidak dapat memajukan tanggal (sudah lebih cepat, atau sudah ditutup) bagi:',
    en: 'This correction cannot move dates (earlier already, or closed) for:',
  },
  closedAlone: { id: 'Sudah Anda tutup sendiri', en: 'You closed these on their own' },
  leaveClosed: { id: 'Tetap tertutup', en: 'Leave them closed' },
  reopenToo: { id: 'Ikut dibuka kembali', en: 'Re-open them too' },
  leaveOut: { id: 'Jangan ikutkan', en: 'Leave out' },
  onRequest: { id: 'atas permintaan perangkat daerah', en: 'asked for by the agency' },
  check: { id: 'Periksa perubahan', en: 'Check the change' },
  save: { id: 'Simpan keputusan', en: 'Save the decision' },
  ask: { id: 'Simpan keputusan ini?', en: 'Save this decision?' },
  askCaution: {
    id: 'Pengingat, kalender, dan penguncian mengikuti tanggal baru. Keputusan tidak dapat dihapus, hanya diganti keputusan baru.',
    en: 'Reminders, calendar and locking follow the new dates. A decision cannot be deleted, only followed by another.',
  },
  saved: { id: 'Keputusan tersimpan', en: 'The decision was saved' },
  savedMails: {
    id: 'Perangkat daerah yang masih harus mengirim diberi tahu melalui surel; pengingat berikutnya mengikuti tanggal baru.',
    en: 'Agencies that still owe something are told by e-mail; further reminders follow the new dates.',
  },
  nothingMoved: { id: 'Tidak ada tanggal yang berubah.', en: 'No date has changed.' },
  refused: { id: 'Keputusan belum tersimpan', en: 'The decision was not saved' },
  history: { id: 'Riwayat keputusan', en: 'History of decisions' },
  noHistory: {
    id: 'Belum ada perubahan. Tanggal awal putaran masih berlaku.',
    en: 'No changes yet. The first dates of the round are in force.',
  },
  opened: { id: 'Dibuka', en: 'Opened' },
  closed: { id: 'sudah ditutup', en: 'closed' },
  becomes: { id: 'menjadi', en: 'becomes' },
} satisfies Record<string, Wording>

/** What a coordinator chooses. */
export const kindChoices: Record<Window['kind'], { label: Wording; hint: Wording }> = {
  extend: {
    label: { id: 'Perpanjang', en: 'Extend' },
    hint: {
      id: 'Batas akhir menjadi lebih lambat; atau tetap, dan targetnya menjadi lebih lambat.',
      en: 'A later final deadline; or the same one, and a later target.',
    },
  },
  reopen: {
    label: { id: 'Buka kembali', en: 'Re-open' },
    hint: { id: 'Untuk jendela yang batas akhirnya sudah lewat.', en: 'For a window whose final deadline has passed.' },
  },
  correct: {
    label: { id: 'Koreksi (majukan)', en: 'Correct (earlier)' },
    hint: {
      id: 'Batas akhir atau target menjadi lebih cepat, paling cepat 24 jam dari sekarang.',
      en: 'An earlier final or target date, at least 24 hours ahead.',
    },
  },
  close: {
    label: { id: 'Tutup sekarang', en: 'Close now' },
    hint: {
      id: 'Mulai saat ini tidak ada kiriman yang diterima, juga perbaikan.',
      en: 'From now on nothing is accepted, corrections included.',
    },
  },
}

/** What was decided. */
export const kindDone: Record<Window['kind'], Wording> = {
  extend: { id: 'Diperpanjang', en: 'Extended' },
  reopen: { id: 'Dibuka kembali', en: 'Re-opened' },
  close: { id: 'Ditutup', en: 'Closed' },
  correct: { id: 'Dikoreksi', en: 'Corrected' },
}

export const windowFlaws = {
  noAgency: { id: 'Pilih paling sedikit satu perangkat daerah.', en: 'Choose at least one agency.' },
  closedAlone: {
    id: 'Pilih apa yang terjadi dengan perangkat daerah yang sudah Anda tutup sendiri.',
    en: 'Choose what becomes of the agencies that you closed on their own.',
  },
  noReason: { id: 'Tuliskan alasannya.', en: 'Write the reason.' },
  noDate: { id: 'Pilih batas akhir yang baru.', en: 'Choose the new final deadline.' },
  past: { id: 'Tanggal ini sudah lewat.', en: 'This day has passed.' },
  notEarlier: {
    id: 'Koreksi hanya memajukan tanggal. Untuk memundurkan, pilih Perpanjang.',
    en: 'A correction only moves dates earlier. To move them later, choose Extend.',
  },
  tooLong: {
    id: 'Satu putaran paling lama 400 hari sejak dibuka; periksa tahunnya.',
    en: 'A round lasts at most 400 days from its opening; check the year.',
  },
  notLater: {
    id: 'Batas akhir baru harus lebih lambat daripada yang berlaku bagi semua yang dipilih.',
    en: 'The new final deadline must be later than the one in force for each of those chosen.',
  },
  tooSoon: {
    id: 'Tanggal yang dimajukan harus paling cepat 24 jam dari sekarang, supaya perangkat daerah sempat diberi tahu.',
    en: 'An earlier date must lie at least 24 hours ahead, so that agencies can be told.',
  },
  nothingClosed: {
    id: 'Jendela semua yang dipilih masih terbuka. Pilih Perpanjang.',
    en: 'The window of each of those chosen is still open. Choose Extend.',
  },
  allClosed: {
    id: 'Jendela semua yang dipilih sudah ditutup. Pilih Buka kembali.',
    en: 'The window of each of those chosen is closed. Choose Re-open.',
  },
  closedAlready: {
    id: 'Jendela semua yang dipilih sudah ditutup.',
    en: 'The window of each of those chosen is closed already.',
  },
  targetEarlier: {
    id: 'Target hanya dapat dimundurkan. Untuk memajukan, pilih Koreksi.',
    en: 'The target can only move later. To move it earlier, choose Correct.',
  },
  targetAfterFinal: {
    id: 'Target penyelesaian tidak boleh setelah batas akhir.',
    en: 'The target may not be after the final deadline.',
  },
} satisfies Record<string, Wording>

/** What a change does to the mails to come. */
export function mailsDiffer({ added, removed, changed }: Record<'added' | 'removed' | 'changed', number>): Wording {
  if (added + removed + changed === 0)
    return { id: 'Rencana surel tidak berubah.', en: 'The plan of mails stays the same.' }
  const altered = changed === 0 ? { id: '', en: '' } : { id: `, ${changed} berganti isi`, en: `, ${changed} altered` }
  return {
    id: `Surel: ${added} bertambah, ${removed} tidak jadi${altered.id}.`,
    en: `Mails: ${added} added, ${removed} taken away${altered.en}.`,
  }
}

export function agencyCount(count: number): Wording {
  return { id: `${count} perangkat daerah`, en: `${count} agenc${count === 1 ? 'y' : 'ies'}` }
}

export function decidedBy(name: string, when: string): Wording {
  return { id: `oleh ${name}, ${when}`, en: `by ${name}, ${when}` }
}
