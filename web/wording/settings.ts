/** Words of the coordinator's settings: rounds, agencies, people, calendar, the region's look. */

import type { Agency, Holiday, Role } from '../../functions/schema/region.ts'
import type { AlertPlan } from '../../functions/schema/round.ts'
import type { Wording } from '../../functions/schema/wording.ts'

const w = (id: string, en: string): Wording => ({ id, en })

export const settingsWording = {
  title: w('Pengaturan', 'Settings'),
  lead: w(
    'Semua perubahan tersimpan sebagai riwayat: siapa, kapan, dan apa yang diubah. Tidak ada yang dihapus.',
    'Every change is kept: who, when and what. Nothing is deleted.',
  ),
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

export const roundsWording = {
  title: w('Putaran', 'Rounds'),
  about: w(
    'Buat putaran baru, ubah tanggal, formulir, penugasan, dan jadwal surel.',
    'Create a round; edit dates, forms, assignments and mails.',
  ),
  create: w('Buat putaran baru', 'Create a round'),
  createLead: w(
    'Putaran baru menyalin formulir, penugasan, dan jadwal surel dari putaran yang dipilih. Semuanya masih dapat diubah sebelum dibuka.',
    'A new round copies forms, assignments and mail plan of the chosen one. All of it can still be changed before it opens.',
  ),
  copyOf: w('Salin dari', 'Copy from'),
  name: w('Nama putaran', 'Name of the round'),
  fiscalYear: w('Tahun anggaran', 'Fiscal year'),
  phase: w('Tahap', 'Phase'),
  dates: w('Tanggal', 'Dates'),
  opensOn: w('Dibuka pada', 'Opens on'),
  opensAtTime: w('Jam dibuka', 'Opens at'),
  targetOn: w('Target penyelesaian', 'Target date'),
  targetHint: w(
    'Hari terakhir yang masih tepat waktu, sampai pukul 23.59.',
    'The last day on which work is on time, until 23:59.',
  ),
  closesOn: w('Batas akhir', 'Final deadline'),
  closesHint: w('Setelah hari ini tidak ada yang diterima.', 'After this day nothing is accepted.'),
  datesFixed: w(
    'Putaran ini sudah dibuka. Tanggal hanya diubah lewat perpanjangan, pembukaan kembali, koreksi, atau penutupan, supaya riwayatnya utuh dan perangkat daerah diberi tahu.',
    'The round has opened. Dates move only by extending, re-opening, correcting or closing, so that the history stays whole and agencies are told.',
  ),
  toWindows: w('Ubah jadwal', 'Change the dates'),
  edit: w('Atur putaran', 'Set up the round'),
  mails: w('Jadwal surel', 'Mail plan'),
  beforeTarget: w('Pengingat berapa hari kerja sebelum target', 'Reminders, working days before the target'),
  beforeTargetHint: w(
    'Angka dipisah koma, misalnya 5, 2, 1. Kosongkan bila tidak perlu.',
    'Numbers with commas, such as 5, 2, 1. May be empty.',
  ),
  morning: w('Jam surel pagi', 'Morning mails at'),
  targetDayTimes: w('Jam pengingat pada hari target', 'Reminders on the target day at'),
  targetDayTimesHint: w('Dipisah koma, misalnya 08:00, 13:00.', 'With commas, such as 08:00, 13:00.'),
  evening: w('Jam ringkasan sore untuk koordinator', 'Evening digest for the coordinator at'),
  digest: w('Rekap untuk koordinator', 'The coordinator’s digest'),
  nearWorkingDays: w(
    'Rekap datang setiap hari kerja mulai berapa hari kerja sebelum target',
    'The digest comes daily from how many working days before the target',
  ),
  nearWorkingDaysHint: w(
    'Sebelum itu rekap hanya datang pada hari kerja pertama setiap pekan.',
    'Before that it comes on the first working day of each week only.',
  ),
  earlyPercent: w(
    'Yang belum mengisi mulai masuk daftar telepon setelah berapa persen hari kerja berlalu',
    'Who has entered nothing is put on the call list after what percentage of the working days',
  ),
  earlyPercentHint: w(
    'Hari kerja dihitung dari pembukaan sampai target. Yang lewat target atau tidak terjangkau selalu masuk daftar.',
    'Working days count from the opening to the target. Who is past the target or unreachable is always on the list.',
  ),
  slowPercent: w(
    'Disebut lambat bila isian tertinggal berapa persen dari waktu',
    'Called slow when answers lag behind the time by what percentage',
  ),
  slowPercentHint: w(
    'Misalnya 25: ketika separuh waktu sudah lewat (50 %), yang terisi kurang dari 25 % disebut lambat.',
    'For example 25: when half of the time is over (50 %), less than 25 % answered is slow.',
  ),
  headSteps: w(
    'Surel yang juga dikirim kepada kepala perangkat daerah',
    'Mails that also go to the head of the agency',
  ),
  matrix: w('Penugasan', 'Assignments'),
  matrixHint: w(
    'Centang formulir yang harus diisi tiap perangkat daerah. Yang sudah mulai diisi tidak dapat dicabut.',
    'Tick the forms that each agency must fill in. What has been begun cannot be taken away.',
  ),
  addForm: w('Tambah formulir ke putaran ini', 'Add a form to this round'),
  version: w('Versi', 'Version'),
  all: w('Semua', 'All'),
  agency: w('Perangkat daerah', 'Agency'),
  milestones: w('Hari Pra Musrenbang dan Musrenbang', 'Pra Musrenbang and Musrenbang days'),
  milestonesHint: w('Tampil di kalender kecamatan.', 'Shown in the kecamatan calendars.'),
  addMilestone: w('Tambah hari', 'Add a day'),
  board: w('Lihat rekap', 'See the board'),
  mailPlan: w('Lihat rencana surat', 'See the mails to come'),
}

export const stageWords = {
  upcoming: w('Belum dibuka', 'Not open yet'),
  open: w('Sedang berjalan', 'Open'),
  closed: w('Sudah ditutup', 'Closed'),
} as const

export const directoryWording = {
  agencies: w('Perangkat daerah', 'Agencies'),
  agenciesAbout: w(
    'OPD dan kecamatan: nama, telepon, dan pekan kerja 5 atau 6 hari.',
    'Agencies and kecamatan: names, telephones, 5 or 6 day weeks.',
  ),
  addAgency: w('Tambah perangkat daerah', 'Add an agency'),
  name: w('Nama', 'Name'),
  shortName: w('Nama singkat', 'Short name'),
  kind: w('Jenis', 'Kind'),
  sectors: w('Bidang urusan', 'Sectors'),
  sectorsHint: w('Kode dipisah koma, misalnya 1.06, 2.08.', 'Codes with commas, such as 1.06, 2.08.'),
  week: w('Pekan kerja', 'Working week'),
  people: w('Orang', 'People'),
  peopleAbout: w(
    'Operator, kepala, wakil, koordinator, dan pemantau: alamat surel dan peran.',
    'Operators, heads, deputies, coordinators and viewers: addresses and roles.',
  ),
  addPerson: w('Tambah orang', 'Add a person'),
  personName: w('Nama', 'Name'),
  office: w('Jabatan', 'Office'),
  email: w('Alamat surel', 'E-mail address'),
  emailHint: w(
    'Kode masuk dan pemberitahuan dikirim ke sini. Bila alamat, peran, atau perangkat daerah berubah, orang ini harus masuk lagi.',
    'Sign-in codes and notices go here. When address, role or agency change, the person must sign in again.',
  ),
  role: w('Peran', 'Role'),
  ofAgencies: w('Untuk perangkat daerah', 'For these agencies'),
  language: w('Bahasa surel', 'Language of mails'),
  deputy: w('Wakil bila tidak dapat dihubungi', 'Deputy when not reachable'),
  disabled: w('Nonaktif: tidak dapat masuk dan tidak menerima surel', 'Deactivated: cannot sign in, gets no mail'),
  disabledTag: w('Nonaktif', 'Deactivated'),
  activeTag: w('Aktif', 'Active'),
  unreachable: w('Surel gagal sampai', 'Mail does not arrive'),
  weekOf: (days: number) => w(`${days} hari kerja`, `${days}-day week`),
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
}

export const lookWording = {
  title: w('Identitas daerah', 'Name and look'),
  about: w('Nama, surel bantuan, logo, dan warna.', 'Name, help address, logo and colours.'),
  name: w('Nama daerah', 'Name of the region'),
  replyTo: w('Surel bantuan', 'Help address'),
  replyToHint: w('Balasan atas surel dari Lengkap sampai di sini.', 'Replies to mails from Lengkap arrive here.'),
  helpPhone: w('Telepon bantuan', 'Help telephone'),
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
  ownColours: w('Pakai warna daerah sendiri', 'Use own colours'),
  sample: w('Contoh', 'Sample'),
}

export const agencyKinds: Record<Agency['kind'], Wording> = {
  opd: w('OPD', 'Agency (OPD)'),
  kecamatan: w('Kecamatan', 'Kecamatan'),
  coordinator: w('Koordinator', 'Coordinator'),
}
export const roleWords: Record<Role, Wording> = {
  operator: w('Operator', 'Operator'),
  verifier: w('Kepala / camat', 'Head'),
  coordinator: w('Koordinator', 'Coordinator'),
  viewer: w('Pemantau', 'Viewer'),
}
export const holidayKinds: Record<Holiday['kind'], Wording> = {
  national: w('Libur nasional', 'National holiday'),
  'joint-leave': w('Cuti bersama', 'Joint leave'),
  own: w('Hari libur daerah', 'Own day'),
}
export const stepWords: Record<AlertPlan['headSteps'][number], Wording> = {
  opening: w('Pembukaan', 'Opening'),
  'before-target': w('Pengingat sebelum target', 'Reminders before the target'),
  'target-day': w('Hari target', 'Target day'),
  overdue: w('Lewat target', 'Past the target'),
  'last-working-day': w('Hari kerja terakhir', 'Last working day'),
  'final-day': w('Hari batas akhir', 'Final day'),
  closed: w('Penutupan', 'Closing'),
}
export const milestoneKinds = {
  'pra-musrenbang': w('Pra Musrenbang', 'Pra Musrenbang'),
  musrenbang: w('Musrenbang', 'Musrenbang'),
} as const

/** What people call the parts of a mail plan, in a line of history. */
export const alertWords: Readonly<Record<string, Wording>> = {
  workingDaysBeforeTarget: w('hari pengingat', 'reminder days'),
  morning: w('surel pagi', 'morning mails'),
  targetDayTimes: w('jam pada hari target', 'hours on the target day'),
  evening: w('ringkasan sore', 'evening digest'),
  headSteps: w('surel untuk kepala', 'mails to the head'),
  digest: w('aturan rekap', 'digest rules'),
}

/** What people call the parts of what is revised. */
export const partWords: Readonly<Record<string, Wording>> = {
  title: w('judul atau jabatan', 'title'),
  name: w('nama', 'name'),
  shortName: w('nama singkat', 'short name'),
  kind: w('jenis', 'kind'),
  sectors: w('bidang urusan', 'sectors'),
  workingWeek: w('pekan kerja', 'working week'),
  phone: w('telepon', 'telephone'),
  email: w('alamat surel', 'address'),
  role: w('peran', 'role'),
  agencyIds: w('perangkat daerah', 'agencies'),
  language: w('bahasa', 'language'),
  disabled: w('status aktif', 'active or not'),
  deputyId: w('wakil', 'deputy'),
  holidays: w('hari libur', 'holidays'),
  replyTo: w('surel bantuan', 'help address'),
  helpPhone: w('telepon bantuan', 'help telephone'),
  colours: w('warna', 'colours'),
  logo: w('logo', 'logo'),
  fiscalYear: w('tahun anggaran', 'fiscal year'),
  phase: w('tahap', 'phase'),
  opensOn: w('tanggal dibuka', 'opening date'),
  opensAtTime: w('jam dibuka', 'opening hour'),
  targetOn: w('target penyelesaian', 'target date'),
  closesOn: w('batas akhir', 'final deadline'),
  alertPlan: w('jadwal surel', 'mail plan'),
  assignments: w('penugasan', 'assignments'),
  milestones: w('hari Musrenbang', 'Musrenbang days'),
}

export const formsWording = {
  title: w('Formulir', 'Forms'),
  about: w(
    'Susun formulir di Excel (tata letak XLSForm), lihat pratinjau, lalu terbitkan.',
    'Draft a form in Excel (XLSForm layout), preview it, publish it.',
  ),
  published: w('Formulir yang sudah terbit', 'Published forms'),
  version: w('Versi', 'Version'),
  draft: w('Buat formulir atau versi baru dari Excel', 'A new form or version from Excel'),
  draftLead: w(
    'Unduh contoh, ganti lembar survey, choices, dan settings (tata letak XLSForm), lalu unggah. form_id yang sudah ada menjadi versi berikutnya. Tidak ada yang tersimpan sebelum Anda menerbitkannya.',
    'Download the sample, change its sheets survey, choices and settings (XLSForm layout), and upload it. A form_id that exists becomes the next version. Nothing is saved before you publish it.',
  ),
  sample: w('Unduh contoh dengan petunjuk', 'Download a sample with a guide'),
  look: w('Lihat formulir', 'See the form'),
  ofHouse: w('bawaan Lengkap', 'comes with Lengkap'),
  by: w('diterbitkan oleh', 'published by'),
  file: w('Buku kerja XLSX', 'XLSX workbook'),
  reading: w('Membaca berkas…', 'Reading the file…'),
  flaws: w('Yang perlu diperbaiki', 'What to correct'),
  notes: w('Catatan', 'Notes'),
  where: w('Lembar, baris, kolom', 'Sheet, row, column'),
  what: w('Keterangan', 'What'),
  ready: w('Berkas ini dapat diterbitkan.', 'This file can be published.'),
  notReady: w(
    'Berkas ini belum dapat diterbitkan. Perbaiki yang berikut di Excel, lalu unggah lagi.',
    'This file cannot be published yet. Correct the following in Excel and upload it again.',
  ),
  unchanged: w(
    'Isi berkas ini sama dengan versi yang sudah terbit.',
    'This file says the same as the published version.',
  ),
  preview: w('Pratinjau seperti yang dilihat operator', 'Preview, as an operator sees it'),
  previewLead: w(
    'Silakan coba diisi untuk melihat syarat dan hitungannya. Tidak ada yang tersimpan.',
    'Try filling it in to see its conditions and sums. Nothing is saved.',
  ),
  publishAs: (version: number) => w(`Terbitkan sebagai versi ${version}`, `Publish as version ${version}`),
  publishedAs: (version: number) =>
    w(
      `Versi ${version} sudah terbit. Tugaskan lewat Pengaturan › Putaran.`,
      `Version ${version} is published. Assign it under Settings › Rounds.`,
    ),
}
