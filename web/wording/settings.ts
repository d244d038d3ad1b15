/** Words of the coordinator's settings: the whole, reference lists, workbooks of lists, calendar, the region's look. */

import type { Holiday } from '../../functions/schema/region.ts'
import type { Wording } from '../../functions/schema/wording.ts'

const w = (id: string, en: string): Wording => ({ id, en })

export const settingsWording = {
  title: w('Pengaturan', 'Settings'),
  lead: w(
    'Semua perubahan tersimpan sebagai riwayat: siapa, kapan, dan apa yang diubah. Tidak ada yang dihapus.',
    'Every change is kept: who, when and what. Nothing is deleted.',
  ),
  ofRounds: w('Putaran dan formulir', 'Rounds and forms'),
  ofPeople: w('Orang dan surel', 'People and mail'),
  ofData: w('Data dan tampilan', 'Data and look'),
  save: w('Simpan', 'Save'),
  saving: w('Menyimpan…', 'Saving…'),
  saved: w('Tersimpan.', 'Saved.'),
  history: w('Riwayat', 'History'),
  system: w('Sistem', 'The system'),
  created: w('Dibuat', 'Created'),
  unchanged: w('Disimpan tanpa perubahan', 'Saved without a change'),
  fromTo: (was: string, is: string) => w(`${was} menjadi ${is}`, `${was} to ${is}`),
  changed: (parts: Wording) => w(`Diubah: ${parts.id}`, `Changed: ${parts.en}`),
  older: w('Tampilkan yang lebih lama', 'Show older ones'),
  mine: w('Ketikan Anda', 'What you typed'),
  savedBy: (name: string, when: string) =>
    w(
      `${name} menyimpan versi baru (${when}). Perubahannya pada bagian lain sudah diambil; pilih untuk yang berbeda.`,
      `${name} saved a new version (${when}). Changes to other parts have been taken over; choose for what differs.`,
    ),
  keepMine: w('Simpan ketikan saya di atas versi baru', 'Keep what I typed, over the new version'),
  loadTheirs: w('Buang ketikan saya, muat versi baru', 'Drop what I typed, load the new version'),
  add: w('Tambah', 'Add'),
  change: w('Ubah', 'Change'),
  remove: w('Hapus', 'Remove'),
  none: w('(tidak ada)', '(none)'),
  code: w('Kode', 'Code'),
  codeHint: w(
    'Huruf, angka, dan tanda hubung. Tidak dapat diubah lagi.',
    'Letters, digits, hyphens. Cannot be changed later.',
  ),
  phone: w('Telepon (boleh kosong)', 'Telephone (optional)'),
  find: w('Cari', 'Find'),
}

export const referenceWording = {
  title: w('Data acuan', 'Reference data'),
  about: w(
    'Kode sub kegiatan, sumber dana, indikator, kelurahan, dan daftar lain yang dipakai formulir dan pemeriksaan.',
    'Sub-activity codes, funding sources, indicators, kelurahan and other lists that forms and checks use.',
  ),
  lead: w(
    'Unduh sebuah daftar, ubah di Excel, lalu unggah lagi. Anda melihat perubahannya dahulu; daftar berlaku setelah dikonfirmasi dan versi lamanya tetap tersimpan.',
    'Download a list, change it in Excel, and upload it. You see the changes first; the list is in force once confirmed, and older versions are kept.',
  ),
  list: w('Daftar', 'List'),
  entries: w('Jumlah entri', 'Entries'),
  notLoaded: w('belum dimuat', 'not loaded yet'),
  confirm: w('Berlakukan daftar ini', 'Put this list in force'),
  loaded: w('Daftar ini sudah berlaku.', 'This list is in force.'),
  revised: (counts: { entries: number; added: number; changed: number; removed: number }) =>
    w(
      `${counts.entries} entri: ${counts.added} ditambah, ${counts.changed} diubah, ${counts.removed} dihapus`,
      `${counts.entries} entries: ${counts.added} added, ${counts.changed} changed, ${counts.removed} removed`,
    ),
}

/** Of every list that goes out and comes in as a workbook. */
export const listWorkbookWording = {
  door: w('Ubah banyak sekaligus dengan Excel', 'Change many at once in Excel'),
  download: w('Unduh', 'Download'),
  upload: w('Unggah', 'Upload'),
  confirm: w('Simpan perubahan ini', 'Save these changes'),
  correctFirst: w(
    'Belum ada yang disimpan. Perbaiki sel berikut di berkas, lalu unggah lagi.',
    'Nothing is saved yet. Correct these cells in the file and upload it again.',
  ),
  same: w('Isi berkas ini sama dengan yang berlaku sekarang.', 'This file says the same as what stands now.'),
  loaded: w('perubahan sudah disimpan.', 'the changes are saved.'),
  whole: w('Sekaligus dengan satu buku kerja', 'All at once in one workbook'),
  wholeLead: w(
    'Unduh buku kerja, isi lembar Perangkat daerah dan lembar Orang di Excel, lalu unggah lagi. Pada lembar Orang, kolom Perangkat daerah diisi kode, nama, atau nama pendek dari lembar pertama, dipisahkan titik koma. Anda melihat perubahannya dahulu; yang tidak ada di berkas tidak dihapus.',
    'Download the workbook, fill in the sheets Agencies and People in Excel, and upload it. On the sheet People the column Agencies takes codes, names or short names of the first sheet, separated by semicolons. You see the changes first; what is not in the file is not removed.',
  ),
  byHand: w('Satu per satu', 'One by one'),
  peopleLead: w(
    'Unduh daftar orang, ubah atau tambah baris di Excel, lalu unggah lagi. Anda melihat perubahannya dahulu. Orang yang tidak ada di berkas tidak dihapus; untuk menonaktifkan, isi kolom Nonaktif.',
    'Download the people, change or add rows in Excel, and upload the file. You see the changes first. Nobody is removed by being absent; to deactivate somebody, fill in the column Deactivated.',
  ),
  agenciesLead: w(
    'Unduh daftar perangkat daerah, ubah atau tambah baris di Excel, lalu unggah lagi. Anda melihat perubahannya dahulu. Perangkat daerah yang tidak ada di berkas tidak dihapus.',
    'Download the agencies, change or add rows in Excel, and upload the file. You see the changes first. No agency is removed by being absent.',
  ),
  assignments: w('Penugasan dengan Excel', 'Assignments in Excel'),
  assignmentsLead: w(
    'Unduh daftar penugasan: satu baris per perangkat daerah, satu kolom per formulir. Isi Ya bila ditugaskan, kosongkan bila tidak, lalu unggah lagi. Anda melihat perubahannya dahulu; formulir yang sudah mulai diisi tidak dapat dicabut.',
    'Download the assignments: a row for each agency, a column for each form. Write Yes where it is assigned, leave blank where not, and upload the file. You see the changes first; a form that has been begun cannot be taken away.',
  ),
  assigned: (forms: number, agencies: number) =>
    w(`${forms} formulir pada ${agencies} perangkat daerah`, `${forms} forms at ${agencies} agencies`),
}

export const calendarWording = {
  title: w('Kalender kerja', 'Working calendar'),
  about: w('Hari libur nasional, cuti bersama, dan hari libur daerah.', 'National holidays, joint leave and own days.'),
  lead: w(
    'Hari-hari ini tidak dihitung sebagai hari kerja: pengingat bergeser ke hari kerja sebelumnya dan sisa hari kerja dihitung ulang.',
    'These are no working days: reminders move to the working day before, and the days left are counted anew.',
  ),
  date: w('Tanggal', 'Date'),
  name: w('Nama hari', 'Name of the day'),
  kind: w('Jenis', 'Kind'),
  add: w('Tambah hari libur', 'Add a holiday'),
  year: w('Tahun', 'Year'),
  emptyYear: (year: string) =>
    w(
      `Hari libur ${year} belum lengkap: yang belum diisi dihitung sebagai hari kerja. Sisanya ada di keputusan bersama tiga menteri tentang hari libur nasional dan cuti bersama ${year}.`,
      `The holidays of ${year} are not complete: those missing count as working days. The rest is in the joint decree of the three ministers on the holidays and joint leave of ${year}.`,
    ),
  addCertain: (count: number) =>
    w(`Tambahkan ${count} hari yang sudah pasti`, `Add the ${count} days that are certain`),
  certainHint: w(
    'Menurut Keppres 8/2024: Tahun Baru, Paskah, Hari Buruh, Pancasila, Proklamasi, Natal, dan sejenisnya. Simpan sesudahnya.',
    'By presidential decree 8/2024: New Year, Easter, Labour Day, Pancasila, Independence, Christmas and the like. Save afterwards.',
  ),
}

export const lookWording = {
  title: w('Identitas daerah', 'Name and look'),
  about: w('Nama, surel bantuan, kertas, logo, dan warna.', 'Name, help address, paper, logo and colours.'),
  name: w('Nama daerah', 'Name of the region'),
  replyTo: w('Surel bantuan', 'Help address'),
  replyToHint: w('Balasan atas surel dari Lengkap sampai di sini.', 'Replies to mails from Lengkap arrive here.'),
  helpPhone: w('Telepon bantuan', 'Help telephone'),
  zone: w('Zona waktu', 'Time zone'),
  zoneHint: w(
    'Mengikuti kabupaten atau kota; tidak dapat diubah, karena setiap batas akhir ikut bergeser.',
    'Follows from the regency or city; it cannot be changed, for every deadline would move.',
  ),
  logo: w('Logo', 'Logo'),
  logoHint: w(
    'PNG atau JPEG, paling besar 64 KB, sisi 32 sampai 1.024 piksel.',
    'PNG or JPEG, at most 64 KB, sides of 32 to 1,024 pixels.',
  ),
  removeLogo: w('Hapus logo', 'Remove the logo'),
  band: w('Warna pita dan judul', 'Colour of the band and headings'),
  action: w('Warna tombol dan tautan', 'Colour of buttons and links'),
  colourHint: w(
    'Tulisan putih di atasnya harus tetap terbaca (kontras paling sedikit 4,5 banding 1).',
    'White words on it must stay readable (contrast of at least 4.5 to 1).',
  ),
  retention: w('Masa simpan data pribadi', 'How long personal data are kept'),
  retentionHint: w(
    'Setelah putaran ditutup selama ini, data orang pada formulir dan draf dihapus sendiri; angka, jumlah, dan nomor tanda terima tetap.',
    'When a round has been closed for as long, answers about persons and drafts end by themselves; figures, sums and receipts stay.',
  ),
  years: w('tahun', 'years'),
  paper: w('Kertas untuk mencetak', 'Paper for printing'),
  a4: w('A4 (210 × 297 mm)', 'A4 (210 × 297 mm)'),
  f4: w('F4 / Folio (215 × 330 mm)', 'F4 / Folio (215 × 330 mm)'),
  ownColours: w('Pakai warna daerah sendiri', 'Use own colours'),
  sample: w('Contoh', 'Sample'),
}

export const holidayKinds: Record<Holiday['kind'], Wording> = {
  national: w('Libur nasional', 'National holiday'),
  'joint-leave': w('Cuti bersama', 'Joint leave'),
  own: w('Hari libur daerah', 'Own day'),
}
