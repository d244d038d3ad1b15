/**
 * Sub kegiatan codes and names as SIPD has them for the budget year 2026, which stands on decree 900.1-2850/2025 (31 July 2025).
 * They are a small part of the nomenclature and were NOT checked against the decree; each says so in its facts, and checks only
 * warn by this list. A region's own list, or its budget out of SIPD, takes its place.
 */
import type { ReferenceEntry } from '../../functions/schema/form.ts'

const seen: readonly (readonly [string, string, string])[] = [
  ['1.01.02.2.03.0019', 'Peningkatan Kapasitas Pengelolaan Dana BOP PAUD', 'Skills to manage early-childhood grants'],
  ['1.01.02.2.03.0047', 'Penyelenggaraan Proses Belajar PAUD', 'Running early-childhood education'],
  ['1.02.02.2.02.0001', 'Pengelolaan Pelayanan Kesehatan Ibu Hamil', 'Health services for pregnant women'],
  ['1.02.02.2.02.0002', 'Pengelolaan Pelayanan Kesehatan Ibu Bersalin', 'Health services for women in labour'],
  ['1.02.02.2.02.0003', 'Pengelolaan Pelayanan Kesehatan Bayi Baru Lahir', 'Health services for newborns'],
  ['1.02.02.2.02.0004', 'Pengelolaan Pelayanan Kesehatan Balita', 'Health services for children under five'],
  ['1.02.02.2.02.0015', 'Pengelolaan Pelayanan Kesehatan Gizi Masyarakat', 'Community nutrition services'],
  ['1.02.02.2.02.0017', 'Pengelolaan Pelayanan Kesehatan Lingkungan', 'Environmental health services'],
  ['1.02.02.2.02.0026', 'Pengelolaan Jaminan Kesehatan Masyarakat', 'Community health insurance'],
  ['1.02.02.2.02.0048', 'Pengelolaan Layanan Imunisasi', 'Immunisation services'],
  ['1.06.05.2.02.0006', 'Fasilitasi Bantuan Sosial Kesejahteraan Keluarga', 'Social assistance for family welfare'],
  [
    '2.07.03.2.01.0001',
    'Proses Pelaksanaan Pendidikan dan Pelatihan Keterampilan bagi Pencari Kerja berdasarkan Klaster Kompetensi',
    'Skills training for job seekers by cluster of competence',
  ],
  [
    '2.14.04.2.02.0005',
    'Pemantauan Data dan Informasi Keluarga Berisiko Stunting (Termasuk remaja Calon Pengantin/Calon PUS, Ibu Hamil, Pasca salin/kelahiran, Baduta/Balita)',
    'Monitoring of data on families at risk of stunting',
  ],
  [
    '2.14.04.2.02.0006',
    'Pendampingan Keluarga Berisiko Stunting (Termasuk remaja Calon Pengantin/Calon PUS, Ibu Hamil, Pasca salin/kelahiran, Baduta/Balita)',
    'Accompaniment of families at risk of stunting',
  ],
  [
    '2.17.07.2.01.0015',
    'Peningkatan Pemahaman dan Pengetahuan UMKM serta Kapasitas dan Kompetensi SDM UMKM dan Kewirausahaan melalui Pendidikan dan Pelatihan',
    'Knowledge and skills of small enterprises and entrepreneurs by training',
  ],
  [
    '3.27.07.2.01.0002',
    'Pengembangan Kapasitas Kelembagaan Petani di Kecamatan dan Desa',
    'Capacity building of farmers’ groups in districts and villages',
  ],
]

/** People write the two codes about families at risk by their short names. */
const shortNames: Readonly<Record<string, readonly string[]>> = {
  '2.14.04.2.02.0005': [
    'Pemantauan Data dan Informasi Keluarga Berisiko Stunting',
    'Pemantauan Data dan Informasi KRS',
  ],
  '2.14.04.2.02.0006': ['Pendampingan Keluarga Berisiko Stunting', 'Pendampingan KRS'],
}

export const subActivities: readonly ReferenceEntry[] = seen.map(([code, id, en]) => ({
  value: code,
  label: { id, en },
  ...(shortNames[code] === undefined ? {} : { aliases: [...shortNames[code]] }),
  facts: { namaSubKegiatan: id, verified: 'no' },
}))

/** Further codes that names and indicators of stunting reduction stand behind, met in the budgets of 2026. */
const alsoSupporting: readonly (readonly [string, string])[] = [
  ['1.02.02.2.02.0044', 'Pengelolaan Pelayanan Kesehatan Reproduksi'],
  ['1.02.02.2.02.0046', 'Pengelolaan upaya kesehatan Ibu dan Anak'],
  ['1.02.05.2.02.0001', 'Penyelenggaraan Promosi Kesehatan dan Gerakan Hidup Bersih dan Sehat'],
  [
    '1.02.05.2.03.0001',
    'Bimbingan Teknis dan Supervisi Pengembangan dan Pelaksanaan Upaya Kesehatan Bersumber Daya Masyarakat (UKBM)',
  ],
  ['1.03.03.2.01.0028', 'Pembangunan Sistem Penyediaan Air Minum (SPAM) Jaringan Perpipaan'],
  [
    '2.13.05.2.01.0009',
    'Fasilitasi Tim Penggerak PKK dalam Penyelenggaraan Gerakan Pemberdayaan Masyarakat dan Kesejahteraan Keluarga',
  ],
  ['2.14.03.2.03.0017', 'Fasilitasi dan Pembinaan Pendampingan Ibu Hamil dan Ibu Pasca Persalinan'],
  ['2.14.03.2.04.0005', 'Fasilitasi Pengelolaan Dapur Sehat Atasi Stunting (DASHAT) di Kampung Keluarga Berkualitas'],
  [
    '7.01.03.2.06.0007',
    'Penumbuhan Kesadaran Keluarga dalam Peningkatan Derajat Kesehatan Keluarga dan Lingkungan dengan Menerapkan Perilaku Hidup Bersih dan Sehat',
  ],
]

/** What a region begins with: a suggestion, not the ministry's list, so nothing that is missing here is doubted. */
export const stuntingCodes: readonly ReferenceEntry[] = [
  ...seen.map(([code, id]) => [code, id] as const),
  ...alsoSupporting,
].map(([code, id]) => ({ value: code, label: { id, en: id }, facts: { verified: 'no' } }))
