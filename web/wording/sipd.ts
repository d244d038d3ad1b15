/** Words of the pages about budgets out of SIPD. */
import type { Wording } from '../../functions/schema/wording.ts'
import type { FileFlaw } from '../../functions/workbook/sipd/file-refused.ts'

const w = (id: string, en: string): Wording => ({ id, en })
const where =
  'Di SIPD-RI: Penganggaran › Laporan › Rekapitulasi, unduh "Rekap Ver 5" (Excel). Realisasi: SIPD Penatausahaan › Laporan Realisasi Per Dokumen.'
const whereEn =
  'In SIPD-RI: Penganggaran › Laporan › Rekapitulasi, download "Rekap Ver 5" (Excel). Spending: SIPD Penatausahaan › Laporan Realisasi Per Dokumen.'

export const sipdWording = {
  title: w('Anggaran dari SIPD', 'Budget from SIPD'),
  about: w(
    'Muat Rekap dari SIPD sekali; kode, nama, sumber dana, dan pagu lalu terisi sendiri pada formulir setiap unit.',
    'Load SIPD’s Rekap once; codes, names, sources and ceilings then fill themselves in on every agency’s form.',
  ),
  lead: w(
    'Berkas dibaca di peramban ini dan hanya jumlah per unit, sub kegiatan, dan sumber dana yang dikirim. NIP, nama orang, keterangan, dan penerima bantuan tidak pernah keluar dari komputer Anda.',
    'The file is read in this browser, and only sums by unit, sub-activity and source are sent. Employee numbers, names of people, remarks and recipients never leave your computer.',
  ),
  where: w(where, whereEn),
  shapes: w(
    'Rekap Ver 3, 4, atau 5, ekspor rincian, Laporan Realisasi Per Dokumen, JSON; juga yang disimpan ulang sebagai Excel, ODS, atau CSV.',
    'Rekap Ver 3, 4 or 5, exports of items, the report of spending by document, JSON; also saved again as Excel, ODS or CSV.',
  ),
  choose: w('Pilih berkas SIPD', 'Choose a file of SIPD'),
  reading: w('Membaca berkas…', 'Reading the file…'),
  saving: w('Menyimpan…', 'Saving…'),
  found: w('Isi berkas', 'What the file holds'),
  rows: w('Baris dibaca', 'Rows read'),
  sums: w('Jumlah per unit, kode, dan sumber dana', 'Sums by unit, code and source'),
  units: w('Unit', 'Units'),
  total: w('Jumlah pagu', 'Total ceiling'),
  totalSpent: w('Jumlah realisasi (setelah setoran)', 'Total spent (after what was given back)'),
  withoutMoney: w('Baris tanpa pagu (hanya ada di SIPD)', 'Rows without money (they only stand in SIPD)'),
  zero: w('Jumlah yang Rp0', 'Sums of Rp0'),
  withoutActivity: w('Baris tanpa sub kegiatan, dilewati', 'Rows without a sub-activity, left out'),
  oddCodes: w('Kode bukan sub kegiatan kabupaten/kota, dilewati', 'Codes of another level, left out'),
  oddAmount: w('Nilai yang dilewati', 'Money that was left out'),
  unread: w('Nilai yang tidak terbaca', 'Amounts that could not be read'),
  unreadHow: w(
    'Ada nilai yang tidak terbaca dan tidak ikut dijumlahkan, misalnya 1,1065E+08: angka belakangnya sudah hilang saat berkas disimpan. Unggah berkas asli dari SIPD.',
    'Some amounts could not be read and are not in the sum, such as 1,1065E+08: their last figures were lost when the file was saved. Choose the original file of SIPD.',
  ),
  csvTitle: w('Bila berkas dibuka dan disimpan ulang', 'If the file was opened and saved again'),
  agrees: w('Sama dengan baris total pada berkas.', 'Equal to the file’s own total.'),
  disagrees: w(
    'Berbeda dari baris total pada berkas. Mungkin sebagian baris terhapus atau tersaring; unduh ulang dari SIPD.',
    'Differs from the file’s own total. Perhaps rows were deleted or filtered; download it again.',
  ),
  spendingNote: w(
    'Laporan ini tidak memuat sumber dana dan hanya belanja yang melalui kas daerah: BOK, BOP, dan BLUD tidak ada di dalamnya. Realisasi yang rendah di sini belum tentu benar rendah.',
    'This report knows no sources of money and holds only what the treasury paid: BOK, BOP and BLUD are not in it. A low figure here proves nothing.',
  ),
  stage: w('Tahap anggaran', 'Stage of the budget'),
  stageHint: w(
    'Isi berkas tidak menyebut tahapnya; pilih sesuai yang Anda unduh. Nama berkas hanya menjadi usulan.',
    'The file does not say its stage; choose what you downloaded. Its name is only a suggestion.',
  ),
  chooseStage: w('Pilih tahap', 'Choose a stage'),
  spendingStage: w('Realisasi', 'Spending'),
  year: w('Tahun anggaran', 'Budget year'),
  draft: w(
    'Nama berkas menyebut rancangan atau RKPD. Kolomnya sama dengan anggaran, tetapi isinya rencana: muat hanya bila ini benar-benar APBD.',
    'Its name speaks of a draft or an RKPD. The columns are those of a budget, but it is a plan: load it only if it really is the budget.',
  ),
  unlocked: w(
    'Menurut namanya berkas ini belum terkunci dan masih dapat berubah.',
    'By its name it is not locked and may still change.',
  ),
  save: w('Simpan anggaran ini', 'Save this budget'),
  cancel: w('Batal', 'Cancel'),
  same: w(
    'Anggaran ini sudah tersimpan sebelumnya; tidak ada yang berubah.',
    'This budget was saved before; nothing changed.',
  ),
  loadedList: w('Yang sudah dimuat', 'Loaded so far'),
  none: w('Belum ada anggaran yang dimuat.', 'No budget has been loaded yet.'),
  newest: w('dipakai', 'in use'),
  locked: w('terkunci', 'locked'),
  open: w('Pencocokan unit dan sumber dana', 'Match units and sources'),
  back: w('Anggaran dari SIPD', 'Budget from SIPD'),
  matchTitle: w('Unit SIPD milik siapa', 'Whose the units of SIPD are'),
  matchLead: w(
    'Usulan menurut nama sudah dipilihkan; periksa, lalu simpan. Kode SKPD mencakup semua unitnya; unit yang dipilih sendiri didahulukan. Keputusan ini diingat untuk berkas berikutnya.',
    'Suggestions by name are chosen already; check and save. An SKPD includes its units; a unit with a choice of its own comes first. This is remembered for the next file.',
  ),
  unit: w('Unit di SIPD', 'Unit in SIPD'),
  money: w('Pagu', 'Money'),
  agency: w('Perangkat daerah', 'Agency'),
  undecided: w('Belum ditentukan', 'Not decided'),
  notTaking: w('Tidak ikut putaran', 'Takes no part'),
  suggested: w('usulan', 'suggested'),
  unmatched: w('Belum punya perangkat daerah', 'Without an agency yet'),
  fundTitle: w('Sumber dana SIPD', 'Sources of SIPD'),
  fundLead: w(
    'Dipetakan menurut nama. Yang tidak dikenal ditanyakan sekali di sini.',
    'Mapped by name. What no rule knows is asked here, once.',
  ),
  fund: w('Sumber dana di SIPD', 'Source in SIPD'),
  source: w('Sumber dana di formulir', 'Source in the forms'),
  saveMatches: w('Simpan pencocokan', 'Save the matches'),
  matched: w('Pencocokan tersimpan.', 'The matches are saved.'),
  beforeRevised: w('Sebelum perubahan APBD', 'Before the revised budget'),
  sinceRevised: w('Perubahan APBD dan sesudahnya', 'The revised budget and after'),
  changes: w('Perubahan terhadap', 'Changes since'),
  noChanges: w('Tidak ada yang berubah.', 'Nothing changed.'),
  before: w('Sebelum', 'Before'),
  after: w('Sesudah', 'After'),
  delta: w('Selisih', 'Difference'),
  activity: w('Sub kegiatan', 'Sub-activity'),
} satisfies Record<string, Wording>

/** How a file may be saved again, as Excel, ODS or CSV. */
export const csvGuide: readonly Wording[] = [
  w(
    'Paling aman: unggah berkas asli dari SIPD tanpa membukanya.',
    'Safest: choose the original file of SIPD without opening it.',
  ),
  w(
    'Baris judul kolom dan semua kolom kode, nama, sumber dana, rekening, dan pagu tetap ada; baris di atasnya boleh ada, kolom lain boleh dihapus.',
    'Keep the row of labels and all columns of codes, names, source, account and money; rows above it may stay, other columns may go.',
  ),
  w(
    'CSV: pilih "CSV UTF-8". Pemisah titik koma, koma, atau tab; nilai boleh 1.234.567,00 atau 1,234,567 atau 1234567, juga sebagai teks.',
    'CSV: choose “CSV UTF-8”. Semicolons, commas or tabs; amounts may be 1.234.567,00 or 1,234,567 or 1234567, also as texts.',
  ),
  w(
    'Jangan simpan nilai sebagai 1,1065E+08: lebarkan kolomnya atau beri format angka dulu.',
    'Do not save amounts as 1,1065E+08: widen the column or format it as a number first.',
  ),
  w(
    'Kode sumber dana yang berubah menjadi tanggal atau jam tidak apa-apa: yang dipakai namanya.',
    'Codes of sources that became dates or times do no harm: their names are what counts.',
  ),
]

/** `otherYear`: what the file says, `expected`: the round's. */
export function yearWords(found: readonly number[], expected: number): Wording {
  const years = found.join(', ')
  return {
    id: `Berkas ini untuk tahun ${years}, sedangkan putaran terbaru untuk ${expected}.`,
    en: `This file is of ${years}, but the newest round is of ${expected}.`,
  }
}

export function moreUnits(count: number): Wording {
  return { id: `Tampilkan ${count} unit lagi`, en: `Show ${count} more units` }
}

/** Sums by unit, code and source. */
export function changedWords(changed: number, same: number): Wording {
  return { id: `${changed} berubah, ${same} tetap:`, en: `${changed} changed, ${same} did not:` }
}

export function moreChanges(count: number): Wording {
  return { id: `${count} perubahan yang lebih kecil tidak ditampilkan.`, en: `${count} smaller changes are not shown.` }
}

/** What the same stage has already; `change` with its sign. */
export function replacesWords(of: Record<'stage' | 'file' | 'on' | 'total' | 'change', string>): Wording {
  return {
    id: `${of.stage} sudah dimuat dari ${of.file} pada ${of.on}, jumlahnya ${of.total}. Bila disimpan, berkas ini yang dipakai (${of.change}); yang lama tetap tersimpan. Pastikan berkas ini yang lebih baru.`,
    en: `${of.stage} was loaded from ${of.file} on ${of.on}, with ${of.total}. Once saved this file counts (${of.change}); the old one is kept. Make sure that this file is the newer one.`,
  }
}

export function laterWords(later: string): Wording {
  return {
    id: `${later} sudah dimuat dan tetap yang terbaru; tahap ini hanya menjadi pembanding.`,
    en: `${later} has been loaded and stays the newest; this stage is only compared with.`,
  }
}

const again = ' Unduh Rekap Ver 5 dari SIPD-RI, atau Laporan Realisasi Per Dokumen dari SIPD Penatausahaan.'
const againEn = ' Download Rekap Ver 5 from SIPD-RI, or the report of spending by document from SIPD Penatausahaan.'

/** What is wrong with a file, and where the right one is found. */
export const flawWords: Record<FileFlaw, Wording> = {
  damaged: w(`Berkas rusak atau terpotong.${again}`, `The file is damaged or cut off.${againEn}`),
  empty: w(`Tidak ada data di dalam berkas ini.${again}`, `There are no data in this file.${againEn}`),
  'too-large': w(
    'Berkas lebih dari 150 MB. Unduh per SKPD atau per bulan.',
    'The file has more than 150 MB. Download it by SKPD or by month.',
  ),
  'too-many': w('Berkas memuat terlalu banyak baris untuk satu daerah.', 'The file has too many rows for one region.'),
  'old-or-locked': w(
    'Ini berkas Excel lama (.xls, .xlsb) atau berkata sandi. Buka, lalu simpan sebagai .xlsx tanpa kata sandi.',
    'This is an old Excel file (.xls, .xlsb) or one with a password. Open it and save it as .xlsx without a password.',
  ),
  archive: w(
    'Ini arsip ZIP. Buka dulu, lalu pilih berkas di dalamnya.',
    'This is a ZIP archive. Open it and choose the file inside.',
  ),
  document: w(
    `Ini dokumen Word atau PowerPoint, bukan data.${again}`,
    `This is a Word or PowerPoint document, not data.${againEn}`,
  ),
  pdf: w(`Ini berkas PDF untuk dicetak.${again}`, `This is a PDF for printing.${againEn}`),
  'web-page': w(
    `Ini halaman web yang disimpan, bukan unduhan.${again}`,
    `This is a saved web page, not a download.${againEn}`,
  ),
  'not-json': w(
    'Berkas JSON ini terpotong atau rusak. Simpan ulang.',
    'This JSON is cut off or damaged. Save it again.',
  ),
  unknown: w(`Kolom berkas ini tidak dikenal.${again}`, `The columns of this file are not known.${againEn}`),
  'own-workbook': w(
    'Ini buku kerja formulir Lengkap, bukan berkas SIPD. Unggah di halaman formulirnya.',
    'This is a workbook of a form of Lengkap, not of SIPD. Upload it on the page of that form.',
  ),
  'printed-dpa': w(
    `Ini cetakan DPA atau RKA: nilainya berulang pada setiap tingkat rekening sehingga tidak dapat dijumlahkan.${again}`,
    `This is a printed DPA or RKA: its amounts repeat at each level of accounts and cannot be summed.${againEn}`,
  ),
  'fund-summary': w(
    `Ini ringkasan sumber dana, tanpa sub kegiatan.${again}`,
    `This is a summary of sources, without sub-activities.${againEn}`,
  ),
  'account-summary': w(
    `Ini ringkasan rekening, tanpa sub kegiatan per unit.${again}`,
    `This is a summary of accounts, without sub-activities by unit.${againEn}`,
  ),
  journal: w(`Ini jurnal AKLAP, bukan anggaran.${again}`, `This is an AKLAP journal, not a budget.${againEn}`),
  renja: w(
    `Ini Renja atau RKPD: rencana, bukan anggaran.${again}`,
    `This is a Renja or RKPD: a plan, not a budget.${againEn}`,
  ),
  'agency-list': w(
    `Ini daftar perangkat daerah, tanpa anggaran.${again}`,
    `This is a list of agencies, without a budget.${againEn}`,
  ),
  'rekap-without-funds': w(
    `Kolom sumber dana atau unit tidak ada; mungkin terhapus.${again}`,
    `The columns of sources or units are missing; perhaps they were deleted.${againEn}`,
  ),
}

export const shapeWords: Record<'rekap-3' | 'rekap-4' | 'rekap-5' | 'rekap' | 'items' | 'realisasi' | 'json', Wording> =
  {
    'rekap-3': w('Rekap Ver 3', 'Rekap Ver 3'),
    'rekap-4': w('Rekap Ver 4', 'Rekap Ver 4'),
    'rekap-5': w('Rekap Ver 5', 'Rekap Ver 5'),
    rekap: w('Rekap', 'Rekap'),
    items: w('Ekspor rincian belanja', 'Export of items'),
    realisasi: w('Laporan Realisasi Per Dokumen', 'Report of spending by document'),
    json: w('JSON SIPD', 'JSON of SIPD'),
  }
