/** What is said about a cell of an XLSForm that cannot be a form here. Codes are stable; the words say what to do instead. */
import type { DraftFlaw } from '../../schema/form-draft.ts'
import type { Wording } from '../../schema/wording.ts'

export type Place = { readonly sheet: string; readonly row: number; readonly column?: string }
type Said = { readonly blocking: boolean; readonly words: (what: string) => Wording }

const stop = (id: string, en: string): Said => ({
  blocking: true,
  words: (what) => ({ id: id.replaceAll('%', what), en: en.replaceAll('%', what) }),
})
const note = (id: string, en: string): Said => ({ ...stop(id, en), blocking: false })

const said = {
  'no-sheet': stop('Lembar "%" tidak ada.', 'There is no sheet "%".'),
  'no-column': stop('Kolom "%" tidak ada di baris judul lembar ini.', 'This sheet’s header row has no column "%".'),
  'type-not-supported': stop('Jenis "%" belum didukung.', 'The type "%" is not supported.'),
  'column-not-supported': stop(
    'Kolom "%" belum didukung; kosongkan sel ini.',
    'The column "%" is not supported; clear this cell.',
  ),
  'metadata-not-used': note(
    'Baris "%" tidak ditanyakan: Lengkap sudah mencatat siapa mengisi dan kapan.',
    'The row "%" is not asked: Lengkap records who answers, and when.',
  ),
  'row-disabled': note(
    'Baris "%" dilewati karena kolom disabled berisi yes.',
    'The row "%" is left out, since its column disabled says yes.',
  ),
  'column-not-used': note('Kolom "%" tidak dipakai di sini.', 'The column "%" is not used here.'),
  'name-missing': stop('Kolom name wajib diisi.', 'The column name is required.'),
  'name-shape': stop(
    'Nama "%" tidak dapat dipakai: huruf dan angka, diawali huruf, paling banyak 40 karakter.',
    'The name "%" cannot be used: letters and digits, beginning with a letter, at most 40 characters.',
  ),
  'name-reserved': stop(
    'Nama "%" dipakai komputer sendiri; pilih nama lain.',
    'The name "%" is used by the computer itself; choose another.',
  ),
  'list-name-missing': stop('Kolom list_name wajib diisi.', 'The column list_name is required.'),
  'name-twice': stop('Nama "%" sudah dipakai di atas.', 'The name "%" was used above.'),
  'label-missing': stop('Label wajib diisi.', 'A label is required.'),
  'label-one-language': note(
    'Belum ada label % terpisah; teks yang ada dipakai untuk kedua bahasa.',
    'There is no separate % label; the text given is used for both languages.',
  ),
  'answer-in-text': stop(
    'Jawaban pertanyaan lain (%) tidak dapat disisipkan ke dalam teks.',
    'The answer to another question (%) cannot stand inside a text.',
  ),
  'markup-in-text': note(
    'Teks ditampilkan apa adanya; tanda seperti % ikut terlihat.',
    'Texts are shown as they are; marks such as % are seen too.',
  ),
  'list-unknown': stop(
    'Daftar pilihan "%" tidak ada di lembar choices dan bukan daftar daerah ini.',
    'The list "%" is neither on the sheet choices nor one of the region’s lists.',
  ),
  'choice-twice': stop('Pilihan "%" tertulis dua kali dalam daftar ini.', 'The choice "%" is in this list twice.'),
  'list-unused': note('Daftar pilihan "%" tidak dipakai.', 'The list "%" is not used.'),
  'group-label': note(
    'Judul kelompok "%" tidak ditampilkan; pertanyaannya tetap ada.',
    'The group’s heading "%" is not shown; its questions are.',
  ),
  'nested-repeat': stop(
    'begin_repeat di dalam begin_repeat belum didukung.',
    'A repeat inside a repeat is not supported.',
  ),
  'end-missing': stop('"%" tidak ditutup.', '"%" is not closed.'),
  'end-unexpected': stop('"%" tidak punya pembuka.', '"%" closes nothing.'),
  'repeat-empty': stop('Tabel "%" tidak punya kolom.', 'The table "%" has no columns.'),
  'repeat-count': stop(
    'repeat_count hanya boleh berupa angka 1 sampai 1000, bukan "%".',
    'repeat_count may only be a number from 1 to 1000, not "%".',
  ),
  'note-conditional': stop('Catatan (note) tidak dapat memakai relevant.', 'A note cannot have a relevant.'),
  'condition-circle': stop(
    'relevant ini berputar: "%" baru tampak bila "%" sudah tampak, jadi tidak pernah tampak.',
    'This relevant goes in a circle: "%" appears only once "%" has appeared, so it never does.',
  ),
  'expression-unreadable': stop(
    'Rumus ini tidak terbaca mulai dari "%".',
    'This expression cannot be read from "%" on.',
  ),
  'expression-not-supported': stop(
    'Bagian rumus ini belum didukung: %.',
    'This part of the expression is not supported: %.',
  ),
  'field-unknown': stop(
    'Tidak ada pertanyaan bernama "%" yang dapat dipakai di sini.',
    'There is no question "%" that can be used here.',
  ),
  'wrong-kind': stop(
    '"%" tidak dapat dibandingkan dengan nilai seperti itu.',
    '"%" cannot be compared with a value like that.',
  ),
  'choice-unknown': stop(
    'Pilihan "%" tidak ada dalam daftar pertanyaan itu.',
    'That question’s list has no choice "%".',
  ),
  'arithmetic-in-condition': stop(
    'Hitungan tidak boleh langsung di dalam syarat. Buat baris calculate, lalu pakai namanya.',
    'A condition cannot calculate. Add a calculate row and use its name.',
  ),
  'constraint-with-or': stop(
    'constraint hanya boleh digabung dengan "and".',
    'A constraint may only be joined with "and".',
  ),
  'message-not-used': note(
    'constraint_message hanya dipakai untuk regex; batas angka dan tanggal dijelaskan Lengkap sendiri.',
    'constraint_message is used with regex only; bounds are explained by Lengkap itself.',
  ),
  'pattern-broken': stop('Pola regex "%" tidak dapat dibaca.', 'The regex "%" cannot be read.'),
  'pattern-look-around': stop(
    'Pola regex "%" melihat ke depan atau ke belakang: (?=, (?!, (?<=, (?<! tidak dapat dipakai.',
    'The regex "%" looks ahead or behind: (?=, (?!, (?<= and (?<! cannot be used.',
  ),
  'pattern-back-reference': stop(
    'Pola regex "%" merujuk ke bagian sebelumnya: \\1, \\k<nama> tidak dapat dipakai.',
    'The regex "%" refers back to an earlier part: \\1 and \\k<name> cannot be used.',
  ),
  'pattern-too-large': stop(
    'Pola regex "%" terlalu panjang atau pengulangannya terlalu banyak untuk teks sepanjang itu.',
    'The regex "%" is too long, or repeats too often for a text of that length.',
  ),
  'shown-as-total': note(
    'Jumlah dari "%" ditampilkan sebagai total di bawah tabel dan di tanda terima.',
    'The sum of "%" is shown as a total under its table and on the receipt.',
  ),
  'total-of-integers': stop(
    'Hanya kolom bilangan bulat di dalam tabel yang dapat dijumlahkan, bukan "%".',
    'Only a column of whole numbers in a table can be summed, not "%".',
  ),
  'form-id': stop(
    'form_id "%" tidak dapat dipakai: huruf, angka, dan tanda hubung, paling banyak 64 karakter.',
    'The form_id "%" cannot be used: letters, digits and hyphens, at most 64 characters.',
  ),
  'title-missing': stop('form_title wajib diisi di lembar settings.', 'The sheet settings needs a form_title.'),
  'version-not-used': note(
    'Nomor versi "%" tidak dipakai: Lengkap memberi nomor sendiri saat diterbitkan.',
    'The version "%" is not used: Lengkap numbers versions when they are published.',
  ),
  'no-questions': stop('Formulir ini tidak punya pertanyaan.', 'This form has no questions.'),
  'too-large': stop(
    'Formulir ini terlalu besar (% KB; paling besar 250 KB).',
    'This form is too large (% KB; at most 250 KB).',
  ),
  'not-a-form': stop('Bagian ini tidak dapat menjadi formulir: %.', 'This part cannot be a form: %.'),
} satisfies Record<string, Said>

export type FlawCode = keyof typeof said

export function flawAt(place: Place, code: FlawCode, what = ''): DraftFlaw {
  const { blocking, words } = said[code]
  return { sheet: place.sheet, row: place.row, column: place.column ?? '', code, blocking, message: words(what) }
}

/** Thrown inside a cell's reader; caught where the cell's place is known. */
export class Unmapped extends Error {
  readonly code: FlawCode
  readonly what: string
  constructor(code: FlawCode, what = '') {
    super(code)
    this.name = 'Unmapped'
    this.code = code
    this.what = what
  }
}
