/** What is said about cells, columns and sheets of a file. As in `schema/answers/messages.ts`, codes are stable. */
import { noticeWords } from '../schema/fields/notice-words.ts'
import type { Notice } from '../schema/fields/notices.ts'
import type { Flaw } from '../schema/fields/unread.ts'
import type { Field, Table } from '../schema/form.ts'

const flaw = (code: string, id: string, en: string): Flaw => ({ code, message: { id, en } })

export function errorValue({ label }: Field, error: string): Flaw {
  return flaw(
    'error-value',
    `${label.id}: sel ini berisi galat Excel ${error}. Ketik nilainya, atau kosongkan.`,
    `${label.en}: this cell holds the Excel error ${error}. Type the value, or clear the cell.`,
  )
}

export function brokenText({ label }: Field): Flaw {
  return flaw(
    'broken-text',
    `${label.id}: teks di sel ini memuat karakter rusak (U+0000 atau setengah karakter). Hapus bagian itu lalu ketik ulang.`,
    `${label.en}: the text in this cell has a broken character (U+0000 or half a character). Delete that part and type it again.`,
  )
}

export function formulaWithoutValue({ label }: Field): Flaw {
  return flaw(
    'formula-without-value',
    `${label.id}: rumus di sel ini belum menyimpan hasil. Buka di Excel lalu simpan, atau tempel sebagai nilai (Paste Special > Values).`,
    `${label.en}: the formula in this cell has no stored result. Open and save it in Excel, or paste it as a value.`,
  )
}

export function textTooLong({ label }: Field, max: number): Flaw {
  return flaw(
    'too-long',
    `${label.id}: teks di sel ini lebih dari ${max} karakter. Ringkaskan.`,
    `${label.en}: the text in this cell has more than ${max} characters. Shorten it.`,
  )
}

export const rowTwice = (id: string, en: string) =>
  flaw(
    'row-twice',
    `Baris tabel "${id}" ini sudah ada di atas; hanya yang pertama yang dibaca.`,
    `This row of the table "${en}" stands above already; only the first one was read.`,
  )

export const formulasTaken = (count: number) =>
  flaw(
    'formulas-taken',
    `${count} sel berisi rumus. Yang dibaca hanya nilai terakhir yang tersimpan di berkas; rumusnya tidak ikut.`,
    `${count} cell(s) hold formulas. Only the last value stored in the file is read; the formulas are not kept.`,
  )

export const sheetNotRead = (name: string) =>
  flaw(
    'sheet-not-read',
    `Lembar "${name}" tidak dikenali sebagai bagian formulir, jadi tidak dibaca.`,
    `The sheet "${name}" is not recognised as part of the form and was not read.`,
  )

export const tableNotThere = (id: string, en: string) =>
  flaw(
    'table-not-there',
    `Tabel "${id}" tidak ada di berkas ini, jadi tidak berubah.`,
    `The table "${en}" is not in this file and stays as it is.`,
  )

export const withoutKeys = () =>
  flaw(
    'without-keys',
    'Berkas ini tidak diunduh dari halaman ini, atau untuk putaran lain. Baris dicocokkan menurut isinya; sel kosong dan baris yang tidak ada di berkas tidak menghapus apa pun.',
    'This file was not downloaded from this page, or for another round. Rows are matched by content; empty cells and missing rows delete nothing.',
  )

export const foreignRow = (id: string, en: string) =>
  flaw(
    'row-not-expected',
    `Baris ini tidak ada pada tabel "${id}" yang barisnya sudah ditentukan, jadi tidak dibaca.`,
    `The rows of the table "${en}" are given, and this one is not among them; it was not read.`,
  )

export const pastUnknown = () =>
  flaw(
    'past-unknown',
    'Berkas ini tidak diunduh dari halaman ini, atau untuk putaran lain, jadi tidak diketahui mana yang lebih baru. Baris dicocokkan menurut isinya; isi draf yang berbeda baru diganti bila Anda memilihnya; baris yang tidak ada di berkas tetap ada.',
    'This file was not downloaded from this page, or for another round, so it is not known what is newer. Rows are matched by content; what the draft says otherwise is replaced only where you choose so; rows that the file lacks stay.',
  )

export const overLimit = ({ title, maxRows }: Table, rows: number, place: string) =>
  flaw(
    'over-limit',
    `Tabel "${title.id}" memuat paling banyak ${maxRows} baris. ${rows} baris, mulai ${place}, tidak ikut masuk.`,
    `The table "${title.en}" holds at most ${maxRows} rows. ${rows} row(s), from ${place} on, stay out.`,
  )

export const copyNotRead = ({ sheet, of, rows, same }: { sheet: string; of: string; rows: number; same: number }) =>
  flaw(
    'copy-not-read',
    `Lembar "${sheet}" tampak salinan lembar "${of}" (${same} dari ${rows} barisnya ada di sana), jadi tidak dibaca.`,
    `The sheet "${sheet}" looks like a copy of "${of}" (${same} of its ${rows} rows stand there) and is not read.`,
  )

export const rowsOnTwoSheets = (count: number) =>
  flaw(
    'rows-on-two-sheets',
    `${count} baris berdiri sama persis di dua lembar dan dihitung sekali.`,
    `${count} row(s) stand on two sheets and count once.`,
  )

export const beyondHeader = (lines: readonly number[]) =>
  flaw(
    'beyond-header',
    `${lines.length} baris punya sel lebih banyak daripada judul kolom (baris ${some(lines)}); kelebihannya tidak dibaca. Sering karena tanda pemisah ada di dalam isi.`,
    `${lines.length} line(s) have more cells than there are headers (line ${some(lines)}); the rest is not read. Often a separator stands within a value.`,
  )

export const mergedFilled = (count: number) =>
  flaw(
    'merged-filled',
    `${count} sel gabungan dibaca untuk semua barisnya.`,
    `${count} merged cell(s) are read for all of their rows.`,
  )

export const mergedAmount = ({ label }: Field, cells: string) =>
  flaw(
    'merged-amount',
    `${label.id}: sel gabungan ${cells} berisi satu nilai; hanya baris pertamanya yang mendapat nilai itu.`,
    `${label.en}: the merged cells ${cells} hold one value; only the first row gets it.`,
  )

/** "Pagu: Dibulatkan ke rupiah utuh, 14 sel. Misalnya "1,2 M" menjadi Rp1.200.000.000." */
export const readSilently = ({ label }: Field, { code, message }: Notice, count: number) =>
  flaw(
    `read-${code}`,
    `${label.id}: ${noticeWords[code].id}, ${count} sel. Misalnya ${message.id}.`,
    `${label.en}: ${noticeWords[code].en}, ${count} cell(s). For example ${message.en}.`,
  )

function some(lines: readonly number[]): string {
  return lines.length > 5 ? `${lines.slice(0, 5).join(', ')}, …` : lines.join(', ')
}

export const keptSince = (count: number) =>
  flaw(
    'rows-kept',
    `${count} baris yang dihapus di berkas tetap disimpan, karena isinya diubah di Lengkap setelah berkas diambil.`,
    `${count} row(s) that the file removes are kept, because they were changed in Lengkap since the file was taken.`,
  )

export const dashesBeside = (count: number) =>
  flaw(
    'dashes-beside',
    `${count} tanda hubung (-) di berkas tidak dipakai, karena draf sudah berisi nilai di sana.`,
    `${count} dash(es) (-) of the file are not used, because the draft has a value there.`,
  )

export const goneSince = (count: number) =>
  flaw(
    'rows-gone',
    `${count} baris di berkas tidak ditambahkan lagi, karena sudah dihapus di Lengkap setelah berkas diunduh.`,
    `${count} row(s) of the file are not added again, because they were removed in Lengkap after the download.`,
  )
