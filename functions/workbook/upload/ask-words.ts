/** The words of questions about a file. */
import type { Wording } from '../../schema/wording.ts'
import type { Aside } from './asides.ts'

const words = (id: string, en: string): Wording => ({ id, en })

export const keepDraft = words('Biarkan isi draf', 'Keep the draft’s')
export const takeFile = words('Pakai isi berkas', 'Take the file’s')
export const keepRow = words('Biarkan baris ini', 'Keep this row')
export const removeRow = words('Hapus baris ini', 'Remove this row')
export const staysOut = words('Tetap dihapus', 'Leave it out')
export const addAgain = words('Masukkan lagi', 'Add it again')
export const asNew = words('Baris baru', 'A new row')
export const leaveOut = words('Jangan dibaca', 'Leave out')
export const takeAsRows = words('Baca sebagai baris', 'Read as rows')
export const leaveTableOut = words('Jangan masukkan tabel ini', 'Leave this table out')

export const overwrite = (differs: string) =>
  words(
    `Isi berkas berbeda dari draf, dan tidak diketahui mana yang lebih baru. ${differs}`,
    `The file says otherwise than the draft, and which is newer is not known. ${differs}`,
  )
export const removedInFile = words(
  'Baris ini tidak ada lagi di berkas, tetapi isinya diubah di Lengkap setelah berkas diambil.',
  'This row is no longer in the file, but was changed in Lengkap since.',
)
export const neverInFile = words(
  'Baris ini masuk dari berkas yang sama, tetapi tidak ada di berkas ini: mungkin berkas ini salinan yang lebih lama.',
  'This row came in with the same workbook, but is not in this file: it may be an older copy.',
)
export const removedHere = words(
  'Baris ini diubah di berkas, tetapi sudah dihapus di Lengkap.',
  'This row was changed in the file, but has been removed in Lengkap.',
)
export const maybeCorrection = words(
  'Baris ini hampir sama dengan baris yang sudah ada. Koreksi, atau baris baru?',
  'This row is nearly the same as one that is there. A correction, or a new row?',
)
export const correctionOf = (name: string, differs: string, stays: string) =>
  words(
    `Koreksi dari ${name} (${differs}${stays === '' ? '' : `; tetap: ${stays}`})`,
    `A correction of ${name} (${differs}${stays === '' ? '' : `; stays: ${stays}`})`,
  )
export const answerInstead = ({ id, en }: Wording, value: Wording) =>
  words(
    `Ubah "${id}" menjadi "${value.id}" dan masukkan tabelnya`,
    `Change "${en}" to "${value.en}" and take the table`,
  )
export const hidden = (field: Wording | undefined, now: string, rows: number) =>
  field === undefined
    ? words(
        `Menurut jawaban lain tabel ini tidak berlaku, padahal ${rows} barisnya terisi.`,
        `By other answers this table does not apply, but ${rows} of its rows are filled.`,
      )
    : words(
        `"${field.id}" ${now === '' ? 'belum dijawab' : `dijawab "${now}"`}, padahal tabel ini terisi ${rows} baris. Tabel yang tidak berlaku tidak dihitung dan tidak ikut dikirim.`,
        `"${field.en}" is ${now === '' ? 'not answered' : `answered "${now}"`}, but this table has ${rows} rows. A table that does not apply is not counted and not sent.`,
      )

export const dash = (cells: number) =>
  words(
    `${cells} sel berisi tanda hubung (-). Apa artinya di kolom ini?`,
    `${cells} cell(s) hold a dash (-). What does it mean in this column?`,
  )

const asides: Record<Aside, (rows: number) => Wording> = {
  total: (rows) =>
    words(
      `${rows} baris jumlah tidak dibaca: Lengkap menghitungnya sendiri.`,
      `${rows} line(s) of totals are not read: Lengkap adds up itself.`,
    ),
  header: (rows) =>
    words(`${rows} baris judul kolom yang berulang tidak dibaca.`, `${rows} repeated header line(s) are not read.`),
  signature: (rows) =>
    words(
      `${rows} baris di bawah tabel tampak seperti blok tanda tangan, jadi tidak dibaca.`,
      `${rows} line(s) below the table look like a signature block and are not read.`,
    ),
}

export function aside(kind: Aside, rows: number): Wording {
  return asides[kind](rows)
}
