/** Words of filling in a form by workbook. */

import type { Wording } from '../../functions/schema/wording.ts'
import type { MatchReason, WorkbookAskKind, WorkbookPreview } from '../../functions/schema/workbook.ts'
import { language } from './language.ts'

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
    id: 'Sel berikut juga diubah di Lengkap setelah berkas ini diambil. Bila dimasukkan, nilai dari berkas yang dipakai, kecuali Anda membiarkan isi draf.',
    en: 'These cells were also changed in Lengkap since this file was taken. The file’s values are taken when you confirm, unless you keep the draft’s.',
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
  goOn: { id: 'Lanjutkan di berkas ini', en: 'Go on in this file' },
  goOnHint: {
    id: 'Untuk perubahan berikutnya, pakai berkas baru yang sama dengan draf sekarang.',
    en: 'For further changes take a new file, which says what the draft says now.',
  },
  keepDraft: { id: 'biarkan isi draf', en: 'keep the draft’s' },
  correction: { id: 'Koreksi', en: 'A correction' },
  nothingChosen: {
    id: 'Dengan pilihan ini tidak ada yang masuk ke draf.',
    en: 'With these choices nothing goes into the draft.',
  },
  takeSheet: { id: 'Masukkan lembar', en: 'Take the sheet' },
  row: { id: 'Baris', en: 'Row' },
  column: { id: 'Isian', en: 'Question' },
  draftNow: { id: 'Draf sekarang', en: 'Draft now' },
  file: { id: 'Menjadi', en: 'Becomes' },
  newRow: { id: 'Baris baru', en: 'New row' },
  removed: { id: 'dihapus', en: 'removed' },
  notInFile: { id: 'tidak ada di berkas; tetap ada di draf', en: 'not in the file; stays in the draft' },
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
  { key: 'clashes', words: { id: 'sel juga diubah di Lengkap', en: 'cells also changed in Lengkap' }, tone: 'warning' },
  { key: 'asks', words: { id: 'pertanyaan', en: 'questions' }, tone: 'warning' },
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
export function doneWords(done: Pick<Counts, 'added' | 'changed' | 'removed' | 'fields'>): Wording {
  const list = (language: 'id' | 'en') => listed(done, language)
  return { id: `Sudah masuk ke draf: ${list('id')}.`, en: `Now in the draft: ${list('en')}.` }
}

function listed(counts: Partial<Counts>, language: 'id' | 'en'): string {
  const told = lines.filter(({ key }) => (counts[key] ?? 0) > 0)
  return told.map(({ key, words }) => `${counts[key]} ${words[language]}`).join(', ')
}

/** Behind a sheet's name: "3 baris baru, 1 baris dihapus". */
export function sheetCounts(counts: Partial<Counts>): string {
  return listed(counts, language.value)
}

export function undoneBut(kept: number): Wording {
  return {
    id: `Unggahan dibatalkan. ${kept} isian yang diubah lagi sesudahnya tetap seperti sekarang.`,
    en: `The upload was taken back. ${kept} answer(s) that were changed again since stay as they are now.`,
  }
}

export function undecidedWords(count: number): Wording {
  return {
    id: `${count} pertanyaan di atas belum dijawab. Jawab dahulu, baru berkas dapat dimasukkan.`,
    en: `${count} question(s) above are not answered. Answer them before the file can be taken.`,
  }
}

export function forAll(count: number, label: Wording | undefined): Wording {
  return {
    id: `Untuk semua (${count}): ${label?.id ?? ''}`,
    en: `For all (${count}): ${label?.en ?? ''}`,
  }
}

export function readInstead({ sheet, of }: { sheet: string; of: string }): Wording {
  return { id: `Baca lembar "${sheet}", bukan "${of}"`, en: `Read the sheet "${sheet}" instead of "${of}"` }
}

export function rowInFile(row: number): Wording {
  return { id: `baris ${row} di berkas`, en: `row ${row} of the file` }
}

export function moreRows(count: number): Wording {
  return { id: `Dan ${count} lagi.`, en: `And ${count} more.` }
}

export const askKindWords: Record<WorkbookAskKind, Wording> = {
  dash: { id: 'Arti tanda hubung (-)', en: 'What a dash (-) means' },
  hidden: { id: 'Tabel yang menurut jawaban lain tidak berlaku', en: 'Tables that do not apply by other answers' },
  correction: { id: 'Koreksi atau baris baru?', en: 'A correction or a new row?' },
  overwrite: { id: 'Berkas berbeda dari draf', en: 'The file says otherwise than the draft' },
  remove: { id: 'Hilang dari berkas, diubah di Lengkap', en: 'Gone from the file, changed in Lengkap' },
  revive: { id: 'Dihapus di Lengkap, diubah di berkas', en: 'Removed in Lengkap, changed in the file' },
  aside: { id: 'Baris yang tidak dibaca', en: 'Lines that are not read' },
}

export const matchWords: Record<MatchReason, Wording> = {
  key: { id: 'baris yang sama dari unduhan', en: 'the same row of the download' },
  content: { id: 'isinya sama', en: 'the same content' },
  identity: { id: 'kodenya sama', en: 'the same code' },
}

const day = 86_400_000

/** "Berkas ini diunduh 3 hari lalu. Terakhir diambil oleh Ani." */
export function fileAge({ madeAt, takenAt, takenBy }: NonNullable<WorkbookPreview['file']>, now: Date): Wording {
  const ago = (at: string): Wording => {
    const days = Math.floor((now.getTime() - Date.parse(at)) / day)
    if (days < 1) return { id: 'kurang dari sehari lalu', en: 'less than a day ago' }
    return { id: `${days} hari lalu`, en: days === 1 ? 'a day ago' : `${days} days ago` }
  }
  const made = madeAt === null ? undefined : ago(madeAt)
  const taken = takenAt === null ? undefined : ago(takenAt)
  return {
    id: [made && `Berkas ini diunduh ${made.id}.`, taken && `Isinya terakhir dimasukkan ${taken.id} oleh ${takenBy}.`]
      .filter(Boolean)
      .join(' '),
    en: [
      made && `This file was downloaded ${made.en}.`,
      taken && `It was last put into the draft ${taken.en} by ${takenBy}.`,
    ]
      .filter(Boolean)
      .join(' '),
  }
}
