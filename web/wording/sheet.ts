/** Words of a submission that is read as a table: its marks, its filters, and what is said of one place. */
import type { Wording } from '../../functions/schema/wording.ts'

/** Something to look at: found by the checks, changed since the last decision, or commented. */
export type MarkKind = 'found' | 'changed' | 'commented'

export const sheetWording = {
  filters: { id: 'Tampilkan baris', en: 'Show rows' },
  all: { id: 'Semua', en: 'All' },
  keys: {
    id: 'n dan p: ke tanda berikutnya dan sebelumnya. Enter: buka rincian sel. Esc: kembali ke tabel.',
    en: 'n and p: to the next and the previous mark. Enter: open the details of a cell. Esc: back to the table.',
  },
  panel: { id: 'Rincian isian', en: 'About this answer' },
  close: { id: 'Tutup', en: 'Close' },
  next: { id: 'Tanda berikutnya', en: 'Next mark' },
  previous: { id: 'Tanda sebelumnya', en: 'Previous mark' },
  value: { id: 'Isian', en: 'Answer' },
  before: { id: 'Sebelumnya', en: 'Before' },
  newRow: { id: 'Baris baru sejak revisi yang dibandingkan.', en: 'A row added since the compared revision.' },
  removedRows: { id: 'Baris yang dihapus', en: 'Rows that were removed' },
  lastRound: { id: 'Putaran lalu', en: 'Last round' },
  comments: { id: 'Catatan dan jawaban', en: 'Comments and answers' },
  row: { id: 'Isian baris ini', en: 'The answers of this row' },
  wholeTable: { id: 'Tentang seluruh tabel', en: 'About the whole table' },
  noMatch: { id: 'Tidak ada baris dengan tanda ini.', en: 'No row has this mark.' },
  failed: {
    id: 'Temuan atau perubahan belum dapat dimuat, jadi tanda di tabel belum lengkap.',
    en: 'Findings or changes could not be loaded, so the marks in the table are not complete.',
  },
  again: { id: 'Coba lagi', en: 'Try again' },
} satisfies Record<string, Wording>

/** A mark, said to those who cannot see it. */
export const markWords: Record<MarkKind, Wording> = {
  found: { id: 'ada temuan', en: 'has a finding' },
  changed: { id: 'berubah', en: 'changed' },
  commented: { id: 'dikomentari', en: 'commented' },
}

export const filterWords: Record<MarkKind, Wording> = {
  found: { id: 'Bertanda', en: 'With findings' },
  changed: { id: 'Berubah', en: 'Changed' },
  commented: { id: 'Dikomentari', en: 'Commented' },
}

/** "Tanda 3 dari 12". */
export function markPlace(at: number, of: number): Wording {
  return { id: `Tanda ${at} dari ${of}`, en: `Mark ${at} of ${of}` }
}
