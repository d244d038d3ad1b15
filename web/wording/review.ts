/** Words of reviewing a submission. */
import type { Wording } from '../../functions/schema/wording.ts'

export const reviewWording = {
  title: { id: 'Reviu kiriman ini', en: 'Review this submission' },
  general: { id: 'Catatan untuk keseluruhan kiriman', en: 'Comment on the whole submission' },
  whole: { id: 'Keseluruhan kiriman', en: 'The whole submission' },
  dueOn: { id: 'Batas perbaikan', en: 'Corrections due' },
  dueHint: {
    id: 'Hanya kiriman ini yang dibuka sampai akhir hari itu, juga bila batas akhir putaran sudah lewat.',
    en: 'Opens this submission alone until the end of that day, also after the round’s final deadline.',
  },
  accept: { id: 'Setujui', en: 'Accept' },
  returnShort: { id: 'Kembalikan', en: 'Return' },
  reopenShort: { id: 'Buka kembali', en: 'Re-open' },
  return: { id: 'Kembalikan untuk diperbaiki', en: 'Return for correction' },
  reopen: { id: 'Buka kembali kiriman yang disetujui', en: 'Re-open this accepted submission' },
  reopenIntro: {
    id: 'Persetujuan ditarik dan perangkat daerah dapat mengirim perbaikan sampai tanggal yang Anda tentukan.',
    en: 'The acceptance is taken back and the agency can send corrections until the date you set.',
  },
  reopenReason: { id: 'Alasan membuka kembali', en: 'Reason for re-opening' },
  acceptAsk: {
    id: 'Setelah disetujui, perangkat daerah tidak dapat mengubah kiriman ini lagi.',
    en: 'Once accepted, the agency can no longer change this submission.',
  },
  returnAsk: {
    id: 'Perangkat daerah menerima catatan Anda melalui surel dan dapat mengirim perbaikan sampai',
    en: 'The agency gets your comments by e-mail and can send corrections until',
  },
  needComment: {
    id: 'Tuliskan paling sedikit satu catatan: pada isian, pada baris, atau pada keseluruhan kiriman.',
    en: 'Write at least one comment: at an answer, at a row, or on the whole.',
  },
  needReason: { id: 'Tuliskan alasannya.', en: 'Write the reason.' },
  needDate: { id: 'Pilih tanggal batas perbaikan.', en: 'Choose the last day for corrections.' },
  pastDate: { id: 'Tanggal ini sudah lewat.', en: 'This day has passed.' },
  refused: { id: 'Keputusan belum tersimpan', en: 'The decision was not saved' },
  kept: { id: 'Catatan Anda tetap ada di halaman ini.', en: 'Your comments are still on this page.' },
  seeNewest: {
    id: 'Buka revisi terbaru; catatan Anda ikut terbawa',
    en: 'Open the newest revision; your comments come along',
  },
  seeDecision: { id: 'Lihat keputusan yang sudah ada', en: 'See the decision that was made' },
} satisfies Record<string, Wording>

export type Decision = 'accept' | 'return' | 'reopen'

/** The question before a decision is saved. */
export function decisionTitle(decision: Decision, revision: number, agency: string): Wording {
  const verbs = { accept: 'Setujui', return: 'Kembalikan', reopen: 'Buka kembali' }
  const englishVerbs = { accept: 'Accept', return: 'Return', reopen: 'Re-open' }
  return {
    id: `${verbs[decision]} revisi ${revision} dari ${agency}?`,
    en: `${englishVerbs[decision]} revision ${revision} of ${agency}?`,
  }
}

/** What was saved. */
export const decisionSaved: Record<Decision, Wording> = {
  accept: {
    id: 'Tersimpan: kiriman disetujui. Perangkat daerah diberi tahu melalui surel.',
    en: 'Saved: accepted. The agency is told by e-mail.',
  },
  return: {
    id: 'Tersimpan: kiriman dikembalikan. Perangkat daerah diberi tahu melalui surel.',
    en: 'Saved: returned. The agency is told by e-mail.',
  },
  reopen: {
    id: 'Tersimpan: kiriman dibuka kembali. Perangkat daerah diberi tahu melalui surel.',
    en: 'Saved: re-opened. The agency is told by e-mail.',
  },
}

export function commentsGo(count: number): Wording {
  return { id: `${count} catatan ikut dikirim.`, en: `${count} comment${count === 1 ? ' is' : 's are'} sent along.` }
}

/** What was written so far, kept on this device. */
export function commentCount(count: number): Wording {
  if (count === 0) return { id: 'Belum ada catatan', en: 'No comments yet' }
  return { id: `${count} catatan`, en: `${count} comment${count === 1 ? '' : 's'}` }
}

/** "Surel ke Maria Bessie dan Yohanis Adoe". Of very many the first are named. */
export function mailedTo(names: readonly string[]): Wording {
  const most = 3
  const shown = names.slice(0, most)
  const left = names.length - shown.length
  const list = (and: string, more: string) =>
    left > 0
      ? `${shown.join(', ')} ${more}`
      : shown.length < 2
        ? shown.join('')
        : `${shown.slice(0, -1).join(', ')} ${and} ${shown[shown.length - 1]}`
  return {
    id: `Surel ke ${list('dan', `dan ${left} orang lain`)}`,
    en: `Mail to ${list('and', `and ${left} more`)}`,
  }
}

/** The comments were begun for an older revision. */
export function carriedFrom(revision: number): Wording {
  return {
    id: `Catatan Anda ditulis untuk revisi ${revision}. Periksa apakah masih berlaku untuk revisi ini.`,
    en: `Your comments were written for revision ${revision}. Check whether they still hold for this one.`,
  }
}

export function commentFor(label: string): Wording {
  return { id: `Catatan untuk ${label}`, en: `Comment on ${label}` }
}
