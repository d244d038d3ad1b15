/** What the guide sheet of a coordinator's list says: what each row is, where the file goes, and what a missing row means. */
import type { Wording } from '../../schema/wording.ts'

const w = (id: string, en: string): Wording => ({ id, en })
type Place = { readonly page: Wording; readonly rows: Wording }

const people: Place = {
  page: w('Pengaturan › Orang', 'Settings › People'),
  rows: w(
    'Satu baris satu orang. Tambahkan baris untuk orang baru. Orang yang barisnya dihapus dari berkas ini tidak ikut terhapus; untuk menonaktifkan seseorang, tulis Ya di kolom Nonaktif.',
    'A row a person. Add a row for somebody new. Nobody is removed by deleting a row of this file; to deactivate somebody, write Yes in the column Deactivated.',
  ),
}
const agencies: Place = {
  page: w('Pengaturan › Perangkat daerah', 'Settings › Agencies'),
  rows: w(
    'Satu baris satu perangkat daerah. Tambahkan baris untuk yang baru. Perangkat daerah yang barisnya dihapus dari berkas ini tidak ikut terhapus.',
    'A row an agency. Add a row for a new one. No agency is removed by deleting a row of this file.',
  ),
}
const whole: Place = {
  page: w('Pengaturan › Persiapan daerah › Perangkat daerah dan orang', 'Settings › Setting up › Agencies and people'),
  rows: w(
    'Lembar pertama: satu baris satu perangkat daerah. Lembar kedua: satu baris satu orang, dengan kode, nama, atau nama pendek perangkat daerahnya. Yang barisnya dihapus dari berkas ini tidak ikut terhapus.',
    'The first sheet: a row an agency. The second: a row a person, with the code, name or short name of the agency. Nothing is removed by deleting a row of this file.',
  ),
}
const reference: Place = {
  page: w('Pengaturan › Data acuan', 'Settings › Reference data'),
  rows: w(
    'Satu baris satu entri. Baris yang ditambah menjadi entri baru; baris yang dihapus dari berkas ini dihapus dari daftar.',
    'A row an entry. An added row becomes a new entry; a row deleted from this file is taken off the list.',
  ),
}
const assignments: Place = {
  page: w('Penugasan dengan Excel pada putaran ini', 'Assignments in Excel, of this round'),
  rows: w(
    'Satu baris satu perangkat daerah, satu kolom satu formulir. Tulis Ya bila perangkat daerah mengisi formulir itu, kosongkan bila tidak. Baris tidak dapat ditambah.',
    'A row an agency, a column a form. Write Yes where the agency answers that form, leave blank where it does not. Rows cannot be added.',
  ),
}

export const listGuides = {
  people: guideOf(people),
  agencies: guideOf(agencies),
  whole: guideOf(whole),
  reference: guideOf(reference),
  assignments: guideOf(assignments),
} as const

function guideOf({ page, rows }: Place): readonly Wording[] {
  return [
    rows,
    w(
      'Kolom bertanda * wajib diisi. Pilih dari daftar bila sel menampilkan panah. Beberapa pilihan dalam satu sel dipisahkan dengan titik koma (;).',
      'Columns with * are required. Choose from the list where a cell shows an arrow. Several choices in one cell are separated by semicolons (;).',
    ),
    w(
      'Kolom boleh dipindah dan kolom sendiri boleh ditambah; judul kolom jangan diubah. Baris boleh diurutkan.',
      'Columns may be moved and your own may be added; keep the headers. Rows may be sorted.',
    ),
    w(
      `Simpan sebagai .xlsx (atau .ods, .csv), lalu unggah di halaman ${page.id}. Anda melihat perubahannya dahulu; tidak ada yang tersimpan sebelum Anda mengonfirmasi.`,
      `Save as .xlsx (or .ods, .csv) and upload it on the page ${page.en}. You see the changes first; nothing is saved before you confirm.`,
    ),
    w(
      'Paling banyak 10.000 baris dan 10 MB. Jangan memakai kata sandi, makro, atau tautan ke berkas lain.',
      'At most 10,000 rows and 10 MB. No passwords, macros or links to other files.',
    ),
  ]
}
