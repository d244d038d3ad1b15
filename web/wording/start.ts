/** Words for answers that need not be typed again. */
import type { Wording } from '../../functions/schema/wording.ts'

export const startWording = {
  title: { id: 'Salin dari data yang sudah ada', en: 'Copy from what is already there' },
  intro: {
    id: 'Isian yang sudah ada di sini tidak diganti. Yang tidak berlaku lagi tahun ini dibiarkan kosong.',
    en: 'Nothing that is already here is replaced. What is no longer valid this year is left empty.',
  },
  none: {
    id: 'Belum ada kiriman dari putaran sebelumnya atau baris yang dinyatakan dilanjutkan.',
    en: 'There is no submission of an earlier round and no row declared continued.',
  },
  changed: {
    id: 'Kiriman itu menjawab versi lama. Yang ditanya sekarang berbeda di sini; periksa sebelum menyalin:',
    en: 'That submission answered an older version. This is asked differently now; look before you copy:',
  },
  take: { id: 'Salin', en: 'Copy' },
} satisfies Record<string, Wording>

export function pointWords(kind: 'last-round' | 'continued', title: string, rows: number): Wording {
  return kind === 'last-round'
    ? { id: `Kiriman putaran "${title}": ${rows} baris.`, en: `Submission of the round "${title}": ${rows} row(s).` }
    : {
        id: `Baris yang dinyatakan dilanjutkan pada "${title}": ${rows} baris.`,
        en: `Rows declared continued in "${title}": ${rows}.`,
      }
}

export function takenWords(added: number, known: number, changed: boolean): Wording {
  if (!changed) return { id: 'Semuanya sudah ada di formulir ini.', en: 'All of it is already in this form.' }
  return {
    id: `${added} baris ditambahkan, ${known} sudah ada. Periksa dan lengkapi sebelum dikirim.`,
    en: `${added} row(s) added, ${known} already there. Check and complete before submitting.`,
  }
}
