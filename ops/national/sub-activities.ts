/**
 * Sub kegiatan codes seen in public repositories, NOT checked against the decree in force; each says so in its facts, and
 * checks only warn by this list. Bappeda replaces it by the list of its own DPA. Pendampingan KRS is in it twice because
 * two versions of the nomenclature number it differently.
 */
import type { ReferenceEntry } from '../../functions/schema/form.ts'

const seen: readonly (readonly [string, string, string])[] = [
  ['1.01.02.2.03.0013', 'Penyelenggaraan Proses Belajar PAUD', 'Running early-childhood education'],
  ['1.01.02.2.03.0018', 'Pengelolaan Dana BOP PAUD', 'Operating grants of early-childhood education'],
  ['1.02.02.2.02.0001', 'Pengelolaan Pelayanan Kesehatan Ibu Hamil', 'Health services for pregnant women'],
  ['1.02.02.2.02.0002', 'Pengelolaan Pelayanan Kesehatan Ibu Bersalin', 'Health services for women in labour'],
  ['1.02.02.2.02.0003', 'Pengelolaan Pelayanan Kesehatan Bayi Baru Lahir', 'Health services for newborns'],
  ['1.02.02.2.02.0004', 'Pengelolaan Pelayanan Kesehatan Balita', 'Health services for children under five'],
  ['1.02.02.2.02.0015', 'Pengelolaan Pelayanan Kesehatan Gizi Masyarakat', 'Community nutrition services'],
  ['1.02.02.2.02.0017', 'Pengelolaan Pelayanan Kesehatan Lingkungan', 'Environmental health services'],
  ['1.02.02.2.02.0026', 'Pengelolaan Jaminan Kesehatan Masyarakat', 'Community health insurance'],
  ['1.02.02.2.02.0048', 'Pengelolaan Layanan Imunisasi', 'Immunisation services'],
  ['1.06.05.2.02.0006', 'Fasilitasi Bantuan Sosial Kesejahteraan Keluarga', 'Social assistance for family welfare'],
  ['2.07.03.2.01.0001', 'Pendidikan dan Pelatihan Keterampilan bagi Pencari Kerja', 'Skills training for job seekers'],
  ['2.14.04.2.02.0005', 'Pendampingan Keluarga Berisiko Stunting', 'Accompaniment of families at risk of stunting'],
  ['2.14.04.2.02.0006', 'Pendampingan Keluarga Berisiko Stunting', 'Accompaniment of families at risk of stunting'],
  ['2.17.07.2.01.0015', 'Peningkatan Kapasitas UMKM', 'Capacity building of small enterprises'],
  ['3.27.07.2.01.0002', 'Pengembangan Kapasitas Kelembagaan Petani', 'Capacity building of farmers’ groups'],
]

export const subActivities: readonly ReferenceEntry[] = seen.map(([code, id, en]) => ({
  value: code,
  label: { id, en },
  facts: { namaSubKegiatan: id, verified: 'no' },
}))
