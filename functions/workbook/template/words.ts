/** Names of sheets and fixed texts of the template, in both languages: a file may come back in the other one. */
import { distinctNames } from '../../rules/distinct-names.ts'
import { kindOf } from '../../schema/fields/kinds.ts'
import type { Field, FormDefinition } from '../../schema/form.ts'
import type { Language, Wording } from '../../schema/wording.ts'

export const manifestName = '_lengkap'
export const keyColumn: Wording = { id: 'Kunci baris (jangan diubah)', en: 'Row key (do not change)' }
export const notesColumn: Wording = { id: 'Catatan pemeriksaan', en: 'Check notes' }
export const sheetWords = {
  header: { id: 'Umum', en: 'General' },
  guide: { id: 'Petunjuk', en: 'Guide' },
  /** Of returned work. */
  comments: { id: 'Catatan peninjau', en: 'Reviewer comments' },
  lists: { id: 'Daftar', en: 'Lists' },
} satisfies Record<string, Wording>
export const headerWords = {
  field: { id: 'Isian', en: 'Question' },
  value: { id: 'Jawaban', en: 'Answer' },
  hint: { id: 'Keterangan', en: 'Explanation' },
} satisfies Record<string, Wording>

/** Where whoever answers for a printed form signs it. */
export const signatureWords: readonly Wording[] = [
  { id: 'Nama:', en: 'Name:' },
  { id: 'Jabatan:', en: 'Office:' },
  { id: 'Tanggal:', en: 'Date:' },
  { id: 'Tanda tangan:', en: 'Signature:' },
]

/** Fields that have a column: computed ones are worked out by the page. */
export function columnsOf(fields: readonly Field[]): readonly Field[] {
  return fields.filter(({ type }) => type !== 'computed')
}

const languages = ['id', 'en'] as const
const headers = new WeakMap<readonly Field[], ReadonlyMap<Field, readonly string[]>>()

/**
 * The headers of the columns of these fields: "Pagu sub kegiatan (Rp) *". No two are equal, in whatever language either is
 * written, and none is one of ours: what is told apart by nothing else is numbered.
 */
export function headersOf(fields: readonly Field[], language: Language): ReadonlyMap<Field, string> {
  const known = headers.get(fields) ?? distinctHeaders(fields)
  headers.set(fields, known)
  return new Map([...known].map(([field, names]) => [field, names[languages.indexOf(language)] ?? '']))
}

function distinctHeaders(fields: readonly Field[]): ReadonlyMap<Field, readonly string[]> {
  const header = (field: Field, tail: string) =>
    languages.map((language) => {
      const unit = unitOf(field, language)
      const star = field.required === true ? ' *' : ''
      return `${[...(field.under ?? []).slice(-1), field.label].map((part) => part[language]).join(' › ')}${tail}${unit === '' ? '' : ` (${unit})`}${star}`
    })
  const taken = [keyColumn, notesColumn].flatMap(({ id, en }) => [id, en])
  return distinctNames(columnsOf(fields), header, { keyOf: plainHeader, taken })
}

export function unitOf(field: Field, language: Language): string {
  return field.type === 'computed' ? '' : (kindOf(field).unit?.(field)?.[language] ?? '')
}

/** Sheets by table id. Excel allows 31 characters without `[]:*?/\` and no name twice. */
export function sheetNames(definition: FormDefinition, language: Language): ReadonlyMap<string, string> {
  const taken = new Set([manifestName, ...Object.values(sheetWords).flatMap(({ id, en }) => [id, en])].map(lower))
  const names = new Map<string, string>()
  for (const { id, title } of definition.tables) {
    const base =
      title[language]
        .replace(/[[\]:*?/\\']/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 28) || id.slice(0, 28)
    let name = base
    for (let number = 2; taken.has(lower(name)); number += 1) name = `${base} ${number}`
    taken.add(lower(name))
    names.set(id, name)
  }
  return names
}

function lower(text: string): string {
  return text.toLowerCase()
}

/** The same with what stands in brackets; a header of signs alone is what it is. */
export function plainHeader(text: string): string {
  return bareHeader(`${text}.`) || text.trim()
}

/** What remains of a header when case, spaces, punctuation, units in brackets and the star of required fields do not count. */
export function bareHeader(text: string): string {
  return text
    .replace(/\([^)]*\)\s*\*?\s*$/, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '')
}

export const guideWords = {
  title: { id: 'Petunjuk pengisian', en: 'How to fill this in' },
  steps: [
    {
      id: 'Isi lembar-lembar di depan. Kolom bertanda * wajib diisi. Pilih dari daftar bila sel menampilkan panah.',
      en: 'Fill in the sheets in front. Columns with * are required. Choose from the list where a cell shows an arrow.',
    },
    {
      id: 'Bila datanya memang belum ada, tulis "Belum ada data"; bila tidak relevan, tulis "Tidak berlaku" (hanya pada kolom yang menerimanya). Nol adalah nilai.',
      en: 'Where there is no data yet, write "No data yet"; where it does not apply, write "Not applicable" (only in columns that accept it). Zero is a value.',
    },
    {
      id: 'Beberapa pilihan dalam satu sel dipisahkan dengan titik koma (;).',
      en: 'Several choices in one cell are separated by semicolons (;).',
    },
    {
      id: 'Kolom boleh dipindah dan kolom sendiri boleh ditambah; judul kolom jangan diubah. Baris boleh ditambah, diurutkan, atau dihapus.',
      en: 'Columns may be moved and your own may be added; keep the headers. Rows may be added, sorted or deleted.',
    },
    {
      id: 'Simpan sebagai .xlsx (atau .ods, .csv), lalu unggah di halaman formulir. Tidak ada yang tersimpan sebelum Anda menekan tombol untuk memasukkannya ke draf.',
      en: 'Save as .xlsx (or .ods, .csv) and upload it on the page of the form. Nothing is saved before you confirm.',
    },
    {
      id: 'Paling banyak 10.000 baris dan 10 MB. Jangan memakai kata sandi, makro, atau tautan ke berkas lain.',
      en: 'At most 10,000 rows and 10 MB. No passwords, macros or links to other files.',
    },
  ],
  columns: [
    { id: 'Lembar', en: 'Sheet' },
    { id: 'Kolom', en: 'Column' },
    { id: 'Wajib', en: 'Required' },
    { id: 'Jenis isian', en: 'Kind' },
    { id: 'Satuan', en: 'Unit' },
    { id: 'Definisi operasional', en: 'Operational definition' },
    { id: 'Pilihan', en: 'Choices' },
  ],
  required: { id: 'Ya', en: 'Yes' },
  conditional: { id: 'Bila berlaku', en: 'Where it applies' },
  optional: { id: 'Tidak', en: 'No' },
  more: { id: 'lihat daftar pada sel', en: 'see the list in the cell' },
} as const
