/** Words of filling in a form by workbook. */

import type { Wording } from '../../functions/schema/wording.ts'
import type { WorkbookPreview } from '../../functions/schema/workbook.ts'

export const workbookWording = {
  download: { id: 'Unduh templat Excel', en: 'Download the Excel template' },
  downloading: { id: 'Menyiapkan berkas…', en: 'Preparing the file…' },
  downloadHint: {
    id: 'Templat berisi baris draf Anda sekarang, pilihan untuk setiap kolom, dan definisi operasional.',
    en: 'The template holds the rows of your draft, the choices of each column, and the operational definitions.',
  },
  upload: { id: 'Unggah berkas yang sudah diisi', en: 'Upload the completed file' },
  choose: { id: 'Pilih berkas', en: 'Choose a file' },
  drop: { id: 'atau seret berkas ke kotak ini', en: 'or drag a file into this box' },
  limits: {
    id: '.xlsx, .ods, atau .csv. Paling banyak 10.000 baris per tabel dan 10 MB (gambar tidak ikut dikirim). Tanpa kata sandi dan makro.',
    en: '.xlsx, .ods or .csv. At most 10,000 rows a table and 10 MB (pictures are not sent). No password, no macros.',
  },
  nothingSaved: {
    id: 'Tidak ada yang berubah sebelum Anda menekan "Masukkan ke draf".',
    en: 'Nothing changes before you press "Put into the draft".',
  },
  checking: { id: 'Memeriksa berkas…', en: 'Checking the file…' },
  tooLarge: {
    id: 'Berkas ini lebih dari 10 MB. Hapus gambar atau lembar yang tidak perlu, atau bagi menjadi beberapa berkas.',
    en: 'This file has more than 10 MB. Remove pictures or sheets that are not needed, or split it.',
  },
  staysTooLarge: {
    id: 'Tanpa gambar pun berkas ini masih lebih dari 4,4 MB setelah dimampatkan, yaitu batas satu kiriman. Bagi menjadi beberapa berkas.',
    en: 'Even without pictures this file has more than 4.4 MB packed, the limit of one request. Split it.',
  },
  preview: { id: 'Hasil pemeriksaan', en: 'What was found' },
  confirm: { id: 'Masukkan ke draf', en: 'Put into the draft' },
  noted: { id: 'Unduh berkas dengan catatan', en: 'Download the file with notes' },
  cancel: { id: 'Batal', en: 'Cancel' },
  other: { id: 'Pilih berkas lain', en: 'Choose another file' },
  same: {
    id: 'Isi berkas ini sama dengan draf Anda. Tidak ada yang perlu dimasukkan.',
    en: 'This file says the same as your draft. There is nothing to put in.',
  },
  clashes: {
    id: 'Sel berikut juga diubah orang lain setelah berkas diunduh. Bila dimasukkan, nilai dari berkas yang dipakai.',
    en: 'These cells were also changed by somebody else since the download. The file’s values are taken when you confirm.',
  },
  inDraft: { id: 'di draf', en: 'in the draft' },
  inFile: { id: 'di berkas', en: 'in the file' },
  blankCell: { id: '(kosong)', en: '(blank)' },
  errors: { id: 'Yang perlu diperbaiki', en: 'To be corrected' },
  errorsHint: {
    id: 'Baris ini tetap dapat dimasukkan ke draf dan diperbaiki di halaman, atau diperbaiki di berkas lalu diunggah lagi.',
    en: 'These rows can be put into the draft and corrected on the page, or corrected in the file and uploaded again.',
  },
  cell: { id: 'Sel', en: 'Cell' },
  problem: { id: 'Masalah', en: 'Problem' },
  extra: { id: 'Kolom yang tidak dikenal dan tidak dibaca', en: 'Columns that are not known and were not read' },
  missing: {
    id: 'Kolom yang tidak ada di berkas dan tidak berubah',
    en: 'Columns that the file lacks and that stay as they are',
  },
  undo: { id: 'Urungkan', en: 'Undo' },
  undone: { id: 'Isi draf dikembalikan seperti sebelumnya.', en: 'The draft is as it was before.' },
  failed: { id: 'Berkas belum dapat diperiksa', en: 'The file could not be checked' },
} satisfies Record<string, Wording>

type Counts = WorkbookPreview['counts']
type Line = { readonly key: keyof Counts; readonly words: Wording; readonly tone?: 'bad' | 'warning' }

/** What the counts say, in the order in which people ask; zeros are left out. */
export function countLines(counts: Counts): readonly (Line & { readonly count: number })[] {
  return lines.map((line) => ({ ...line, count: counts[line.key] })).filter(({ count }) => count > 0)
}

const lines: readonly Line[] = [
  { key: 'added', words: { id: 'baris baru', en: 'new rows' } },
  { key: 'changed', words: { id: 'baris berubah', en: 'changed rows' } },
  { key: 'removed', words: { id: 'baris dihapus', en: 'removed rows' } },
  { key: 'unchanged', words: { id: 'baris tidak berubah', en: 'unchanged rows' } },
  { key: 'fields', words: { id: 'isian umum berubah', en: 'general answers changed' } },
  { key: 'clashes', words: { id: 'sel juga diubah orang lain', en: 'cells also changed by others' }, tone: 'warning' },
  { key: 'wrong', words: { id: 'sel salah', en: 'wrong cells' }, tone: 'bad' },
  { key: 'blank', words: { id: 'sel wajib masih kosong', en: 'required cells still blank' }, tone: 'warning' },
]

export function removeWords(count: number): Wording {
  return {
    id: `Hapus ${count} baris yang sudah tidak ada di berkas`,
    en: `Remove ${count} row(s) that the file no longer has`,
  }
}

export function moreErrors(count: number): Wording {
  return {
    id: `Masih ada ${count} lagi. Unduh berkas dengan catatan untuk melihat semuanya.`,
    en: `There are ${count} more. Download the file with notes to see them all.`,
  }
}

/** "Masuk ke draf: 3 baris baru, 2 baris berubah." */
export function doneWords(counts: Counts, removing: boolean): Wording {
  const told = countLines({
    ...counts,
    removed: removing ? counts.removed : 0,
    unchanged: 0,
    clashes: 0,
    wrong: 0,
    blank: 0,
  })
  const list = (language: 'id' | 'en') => told.map(({ count, words }) => `${count} ${words[language]}`).join(', ')
  return { id: `Sudah masuk ke draf: ${list('id')}.`, en: `Now in the draft: ${list('en')}.` }
}
