/** Words of the call list. */
import type { Wording } from '../../functions/schema/wording.ts'

export const callWording = {
  title: { id: 'Hubungi hari ini', en: 'To call today' },
  intro: {
    id: 'Paling banyak lima sehari, yang paling mungkin selesai oleh satu telepon lebih dahulu.',
    en: 'Five a day at most, those that one call is most likely to finish first.',
  },
  none: {
    id: 'Hari ini tidak ada perangkat daerah yang perlu dihubungi.',
    en: 'No agency needs a call today.',
  },
  allDone: { id: 'Semua untuk hari ini sudah dihubungi.', en: 'All of today’s calls are made.' },
  board: { id: 'Kembali ke rekap', en: 'Back to the board' },
  remind: { id: 'Ingatkan lewat surel', en: 'Remind by mail' },
  call: { id: 'Telepon', en: 'Call' },
  message: { id: 'WhatsApp', en: 'WhatsApp' },
  noPhone: { id: 'telepon belum tercatat', en: 'no telephone on record' },
  note: { id: 'Catatan', en: 'Note' },
  done: { id: 'Sudah dihubungi', en: 'Called' },
  saving: { id: 'Menyimpan …', en: 'Saving …' },
  undo: { id: 'Batalkan', en: 'Undo' },
  later: { id: 'Perangkat daerah lain yang berisiko', en: 'Other agencies at risk' },
  history: { id: 'Riwayat panggilan', en: 'Calls made' },
  historyHint: {
    id: 'Hanya dibaca koordinator. Yang tidak bergerak dua hari kerja setelah dihubungi masuk daftar lagi.',
    en: 'Read by coordinators only. An agency in which nothing happens for two working days is asked for again.',
  },
  noHistory: { id: 'Belum ada panggilan yang dicatat.', en: 'No call has been noted yet.' },
  sent: { id: 'lalu mengirim', en: 'sent something since' },
  takenBack: { id: 'dibatalkan', en: 'taken back' },
} satisfies Record<string, Wording>

/** "2 dari 5 sudah dihubungi." */
export function calledOf(called: number, all: number): Wording {
  return { id: `${called} dari ${all} sudah dihubungi hari ini.`, en: `${called} of ${all} called today.` }
}

/** "211 dari 348 isian (60%)". */
export function answersOf(answered: number, expected: number, percent: string): Wording {
  return {
    id: `${answered} dari ${expected} isian wajib terjawab (${percent})`,
    en: `${answered} of ${expected} required answers given (${percent})`,
  }
}

export function noted(agency: string): Wording {
  return { id: `Tercatat: ${agency} sudah dihubungi.`, en: `Noted: ${agency} was called.` }
}

export function undone(agency: string): Wording {
  return { id: `Panggilan ke ${agency} dibatalkan.`, en: `The call to ${agency} was taken back.` }
}

/** Another coordinator was faster. */
export function alreadyCalled(who: string, when: string): Wording {
  return { id: `Sudah dihubungi ${who}, ${when}.`, en: `Called by ${who}, ${when}.` }
}
