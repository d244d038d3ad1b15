/** Words for several people at one draft: what was merged, and what somebody has to decide. */
import type { Wording } from '../../functions/schema/wording.ts'

export const togetherWording = {
  conflictTitle: { id: 'Rekan Anda mengubah isian yang sama', en: 'A colleague changed the same answers' },
  conflictIntro: {
    id: 'Tidak ada yang hilang: kedua isian ada di bawah ini. Isian lain tetap disimpan seperti biasa. Pilih yang dipakai, lalu tekan "Simpan pilihan".',
    en: 'Nothing is lost: both versions are below. All other answers are saved as usual. Choose which to keep, then press "Save choices".',
  },
  ownTitle: {
    id: 'Anda, di jendela lain, mengubah isian yang sama',
    en: 'You, in another window, changed the same answers',
  },
  mine: { id: 'Pakai punya saya', en: 'Use mine' },
  theirs: { id: 'Pakai punya rekan', en: 'Use my colleague’s' },
  otherWindow: { id: 'Pakai dari jendela lain', en: 'Use the other window’s' },
  allOtherWindow: { id: 'Semua pakai dari jendela lain', en: 'Use the other window’s for all' },
  here: { id: 'Pakai dari jendela ini', en: 'Use this window’s' },
  allHere: { id: 'Semua pakai dari jendela ini', en: 'Use this window’s for all' },
  allMine: { id: 'Semua pakai punya saya', en: 'Use mine for all' },
  allTheirs: { id: 'Semua pakai punya rekan', en: 'Use my colleague’s for all' },
  keep: { id: 'Simpan pilihan', en: 'Save choices' },
  empty: { id: '(kosong)', en: '(empty)' },
  rowRemoved: { id: '(baris dihapus)', en: '(row deleted)' },
  wholeRow: { id: 'Seluruh baris', en: 'The whole row' },
  yourself: { id: 'Anda sendiri, di jendela lain,', en: 'You, in another window,' },
  colleague: { id: 'Rekan Anda', en: 'A colleague' },
  hide: { id: 'Tutup pemberitahuan', en: 'Hide this notice' },
} satisfies Record<string, Wording>

/** A colleague's changes were put together with these. */
export function mergedWords(who: string, time: string): Wording {
  return {
    id: `${who} menyimpan perubahan pukul ${time}. Perubahan itu sudah digabungkan dengan isian Anda:`,
    en: `${who} saved changes at ${time}. They have been put together with yours:`,
  }
}
/** Who saved the other side of a conflict, and when. */
export function savedByWords(who: string, time: string): Wording {
  return { id: `Disimpan oleh ${who} pukul ${time}.`, en: `Saved by ${who} at ${time}.` }
}

/** Beside the first few of many. */
export function andOthers(count: number): Wording {
  return { id: `dan ${count} isian lain`, en: `and ${count} more` }
}
