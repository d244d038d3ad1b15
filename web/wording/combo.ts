/** Words of the combo box in a choice cell. */
import type { Wording } from '../../functions/schema/wording.ts'
import { quoted } from './unread.ts'

export const comboWording = {
  bare: { id: 'tanpa pagu di SIPD', en: 'without money in SIPD' },
  unknown: { id: 'tidak ada dalam daftar', en: 'not in the list' },
  keysOne: { id: '↑ ↓ memilih, Enter mengambil, Esc batal', en: '↑ ↓ choose, Enter takes, Esc cancels' },
  tap: {
    id: 'Ketuk atau klik untuk memilih; boleh juga mengetik sendiri.',
    en: 'Tap or click to choose; you may also type it yourself.',
  },
  keysMany: {
    id: 'Spasi atau klik: pilih/lepas satu. Titik koma: tambah lagi. Enter: selesai.',
    en: 'Space or click: pick or take out one. Semicolon: add another. Enter: done.',
  },
} satisfies Record<string, Wording>

export function noFitWords(text: string): Wording {
  return {
    id: `Tidak ada pilihan yang cocok dengan ${quoted(text)}. Isi sel tidak berubah.`,
    en: `No choice fits ${quoted(text)}. The cell is unchanged.`,
  }
}

/** The cell was left by a click before anything was taken. */
export function notTakenWords(text: string): Wording {
  return {
    id: `${quoted(text)} bukan nama lengkap sebuah pilihan. Isi sel tidak berubah.`,
    en: `${quoted(text)} is not the full name of a choice. The cell is unchanged.`,
  }
}

export function severalFitWords(text: string, count: number): Wording {
  return {
    id: `${count} pilihan cocok dengan ${quoted(text)}. Ketik lebih lengkap atau pilih dengan ↓. Isi sel tidak berubah.`,
    en: `${count} choices fit ${quoted(text)}. Type more of it or choose with ↓. The cell is unchanged.`,
  }
}

/** "3 dipilih". */
export function chosenWords(count: number): Wording {
  return { id: `${count} dipilih`, en: `${count} chosen` }
}

/** "… dan 120 lagi; ketik untuk mempersempit." */
export function moreWords(count: number): Wording {
  return { id: `… dan ${count} lagi; ketik untuk mempersempit.`, en: `… and ${count} more; type to narrow.` }
}
