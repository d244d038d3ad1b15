/**
 * The smaller reference lists, the same in every region. Funding sources, action codes and periods are working lists (official labels were not found);
 * they are data so that a corrected list needs no new form.
 */
import type { ReferenceEntry } from '../../functions/schema/form.ts'

export const entry = (value: string, id: string, en: string, more: Partial<ReferenceEntry> = {}): ReferenceEntry => ({
  value,
  label: { id, en },
  ...more,
})

/** `budget: no` marks money outside the APBD, which city totals leave out. A city has no village funds; a regency adds `villageFunds`. */
export const fundingSources: readonly ReferenceEntry[] = [
  entry('PAD', 'Pendapatan Asli Daerah (PAD)', 'Local own revenue'),
  entry('DAU', 'DAU', 'General allocation grant'),
  entry('DAU_DITENTUKAN', 'DAU yang ditentukan penggunaannya', 'Earmarked general allocation grant'),
  entry('DBH', 'Dana Bagi Hasil (DBH)', 'Revenue-sharing fund'),
  entry('DAK_FISIK', 'DAK Fisik', 'Special allocation grant, physical'),
  entry('DAK_NONFISIK', 'DAK Nonfisik', 'Special allocation grant, non-physical', {
    aliases: ['BOK', 'BOKB', 'BOP PAUD'],
  }),
  entry('INSENTIF_FISKAL', 'Insentif fiskal', 'Fiscal incentive', { aliases: ['DIF'] }),
  entry('BLUD', 'BLUD', 'Public service agency income'),
  entry('KAPITASI_JKN', 'Kapitasi JKN', 'Capitation of the national health insurance'),
  entry('NONKAPITASI_JKN', 'Nonkapitasi JKN (klaim)', 'Claims on the national health insurance'),
  entry('BAGI_HASIL_PROVINSI', 'Bagi hasil pajak provinsi (mis. pajak rokok)', 'Share of provincial taxes', {
    aliases: ['Pajak rokok', 'Bagi hasil pajak rokok'],
  }),
  entry('APBN', 'APBN', 'National budget', { facts: { budget: 'no' } }),
  entry('NON_APBD', 'Non-APBD (LSM, CSR, sumbangan)', 'Outside the budget (NGO, CSR, donations)', {
    aliases: ['NGO', 'LSM', 'CSR'],
    facts: { budget: 'no' },
  }),
  entry('LAINNYA', 'Lainnya', 'Other'),
]

/** Money of a regency's villages; whether it counts in the totals of the budget is not known here, so it does. */
export const villageFunds: readonly ReferenceEntry[] = [
  entry('DANA_DESA', 'Dana Desa', 'Village fund', { aliases: ['DD'] }),
  entry('ADD', 'Alokasi Dana Desa (ADD)', 'Village allocation of the regency', { aliases: ['ADD'] }),
]

/** What people write for a code, in any list or form: `value` is written, `label` is meant. */
export const spellings: readonly ReferenceEntry[] = [
  ['Dana Alokasi Umum', 'DAU'],
  ['DAU earmark', 'DAU_DITENTUKAN'],
  ['DAU SG', 'DAU_DITENTUKAN'],
  ['Dana Alokasi Khusus Fisik', 'DAK_FISIK'],
  ['Dana Alokasi Khusus Nonfisik', 'DAK_NONFISIK'],
  ['DAK Non Fisik', 'DAK_NONFISIK'],
  ['Bantuan Operasional Kesehatan', 'DAK_NONFISIK'],
  ['Dana Insentif Fiskal', 'INSENTIF_FISKAL'],
  ['Badan Layanan Umum Daerah', 'BLUD'],
  ['Anggaran Pendapatan dan Belanja Negara', 'APBN'],
  ['Dana CSR', 'NON_APBD'],
].map(([written = '', meant = '']) => entry(written, meant, meant))

export const actions: readonly ReferenceEntry[] = [
  entry('AU1', 'Aksi Utama 1: Analisis Situasi', 'Main action 1: Situation analysis'),
  entry('AU2', 'Aksi Utama 2: Penguatan Perencanaan', 'Main action 2: Stronger planning'),
  entry('AU3', 'Aksi Utama 3: Penguatan Pelaksanaan', 'Main action 3: Stronger implementation'),
  entry('AU3A', 'Aksi 3A: Penandaan Anggaran Tahun Berjalan', 'Action 3A: Budget tagging of the current year'),
  entry('AU4', 'Aksi Utama 4: Penilaian Hasil Monitoring dan Evaluasi', 'Main action 4: Assessment of monitoring'),
  entry('AP1', 'Aksi Pendukung 1: Regulasi', 'Supporting action 1: Regulation'),
  entry('AP2', 'Aksi Pendukung 2: Publikasi', 'Supporting action 2: Publication'),
]

export const targetGroups: readonly ReferenceEntry[] = [
  entry('remaja-putri', 'Remaja putri', 'Adolescent girls', { aliases: ['rematri'] }),
  entry('catin', 'Calon pengantin', 'Brides- and grooms-to-be', { aliases: ['catin'] }),
  entry('pus', 'Pasangan usia subur (PUS)', 'Couples of reproductive age', { aliases: ['PUS'] }),
  entry('ibu-hamil', 'Ibu hamil', 'Pregnant women', { aliases: ['bumil'] }),
  entry('ibu-menyusui', 'Ibu menyusui', 'Breastfeeding mothers', { aliases: ['busui'] }),
  entry('baduta', 'Baduta (0–23 bulan)', 'Children of 0–23 months', { aliases: ['baduta'] }),
  entry('balita', 'Balita (0–59 bulan)', 'Children of 0–59 months', { aliases: ['balita'] }),
  entry('krs', 'Keluarga berisiko stunting (KRS)', 'Families at risk of stunting', { aliases: ['KRS'] }),
  entry('keluarga', 'Keluarga', 'Families'),
  entry('aparatur-kader', 'Aparatur/kader', 'Officials and volunteers', { aliases: ['kader', 'aparatur'] }),
]

export const periods: readonly ReferenceEntry[] = [
  entry('2025-S2', 'Semester II 2025', 'Second semester of 2025'),
  entry('2025-S1', 'Semester I 2025', 'First semester of 2025'),
  entry('2026-S1', 'Semester I 2026', 'First semester of 2026'),
]

export const dataSources: readonly ReferenceEntry[] = [
  entry('eppgbm', 'e-PPGBM/Sigizi Kesga', 'e-PPGBM/Sigizi (health)', { aliases: ['e-PPGBM', 'Sigizi'] }),
  entry('dukcapil', 'Dukcapil', 'Civil registry'),
  entry('dppkb', 'DPPKB (SIGA/Pendataan Keluarga)', 'Family planning office (SIGA)', { aliases: ['SIGA', 'DPPKB'] }),
  entry('dtsen', 'DTSEN/Dinas Sosial', 'Social registry (DTSEN)', { aliases: ['DTSEN', 'Dinsos', 'DTKS'] }),
  entry('kemenag', 'Kementerian Agama', 'Ministry of Religious Affairs', { aliases: ['Kemenag', 'KUA'] }),
  entry('pupr', 'Dinas PUPR', 'Public works office', { aliases: ['PUPR'] }),
  entry('lainnya', 'Lainnya', 'Other'),
]

export const units: readonly ReferenceEntry[] = [
  entry('Orang', 'Orang', 'People'),
  entry('Keluarga', 'Keluarga', 'Families'),
  entry('Dokumen', 'Dokumen', 'Documents'),
  entry('Laporan', 'Laporan', 'Reports'),
  entry('Paket', 'Paket', 'Packages'),
  entry('Unit', 'Unit', 'Units'),
  entry('Kegiatan', 'Kegiatan', 'Activities'),
  entry('Kelurahan', 'Kelurahan', 'Kelurahan'),
  entry('Lembaga', 'Lembaga', 'Institutions'),
]

/**
 * What the accuracy checks compare with; the number stands in `facts.value`. All are assumptions to be tuned by Bappeda; the
 * sums that are plausible for a whole region are each region's own. */
export const thresholds: readonly ReferenceEntry[] = [
  entry(
    'direct-spending-percent',
    'Belanja langsung minimal (% pagu ditandai)',
    'Least direct spending (% of tagged)',
    { facts: { value: '25' } },
  ),
  entry('amount-least', 'Nilai baris terkecil yang wajar (Rp)', 'Least plausible row amount (Rp)', {
    facts: { value: '100000' },
  }),
  entry('amount-most', 'Nilai baris terbesar yang wajar (Rp)', 'Greatest plausible row amount (Rp)', {
    facts: { value: '10000000000' },
  }),
  entry(
    'misscaled-factor',
    'Kelipatan terhadap 2025 yang tampak salah satuan',
    'Multiple of 2025 that looks mis-scaled',
    {
      facts: { value: '300' },
    },
  ),
  entry('budget-change-percent', 'Perubahan pagu terhadap 2025 (%)', 'Budget change against 2025 (%)', {
    facts: { value: '50' },
  }),
  entry('coverage-jump-points', 'Lompatan cakupan antarsemester (poin)', 'Coverage jump between semesters (points)', {
    facts: { value: '30' },
  }),
  entry('copied-figures', 'Jumlah angka sama yang tampak tersalin', 'Equal figures that look copied', {
    facts: { value: '5' },
  }),
  entry('pattern-least', 'Jumlah angka paling sedikit untuk melihat pola', 'Fewest figures that show a pattern', {
    facts: { value: '10' },
  }),
  entry('zeros-percent', 'Bagian angka nol yang mencurigakan (%)', 'Suspicious share of zeros (%)', {
    facts: { value: '50' },
  }),
  entry('reversed-percent', 'Indikator terbalik dianggap tinggi di atas (%)', 'Reversed indicator is high above (%)', {
    facts: { value: '50' },
  }),
  entry(
    'explained-within-percent',
    'Penjelasan berlaku selama angka berubah paling banyak (%)',
    'An explanation holds while figures move at most (%)',
    {
      facts: { value: '10' },
    },
  ),
  entry('draft-idle-working-days', 'Draf tidak disentuh (hari kerja)', 'Untouched draft (working days)', {
    facts: { value: '2' },
  }),
]
