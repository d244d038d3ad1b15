/**
 * The 17 respondents of the second batch (11 OPD, 6 kecamatan) and Bappeda. Sectors are bidang urusan codes of their budgets;
 * offices work five days. Telephone numbers are invented.
 */
import type { Agency, Unstamped } from '../../../functions/schema/region.ts'

type Seed = Unstamped<Agency>

const office = (
  kind: Agency['kind'],
  id: string,
  shortName: string,
  name: Agency['name'],
  sectors: string[],
  line: number,
): Seed => ({ id, name, shortName, kind, sectors, workingWeek: 5, phone: `0380-555-${String(line).padStart(4, '0')}` })

export const opd: readonly Seed[] = [
  office(
    'opd',
    'dlhk',
    'DLHK',
    { id: 'Dinas Lingkungan Hidup dan Kebersihan', en: 'Environment and Sanitation Office' },
    ['2.11'],
    101,
  ),
  office(
    'opd',
    'dp3a',
    'DP3A',
    { id: 'Dinas Pemberdayaan Perempuan dan Perlindungan Anak', en: 'Women’s Empowerment and Child Protection Office' },
    ['2.08'],
    102,
  ),
  office(
    'opd',
    'dikbud',
    'Dikbud',
    { id: 'Dinas Pendidikan dan Kebudayaan', en: 'Education and Culture Office' },
    ['1.01'],
    103,
  ),
  office('opd', 'perikanan', 'Perikanan', { id: 'Dinas Perikanan', en: 'Fisheries Office' }, ['3.25'], 104),
  office(
    'opd',
    'perindag',
    'Perindag',
    { id: 'Dinas Perindustrian dan Perdagangan', en: 'Industry and Trade Office' },
    ['3.30', '3.31'],
    105,
  ),
  office('opd', 'pertanian', 'Pertanian', { id: 'Dinas Pertanian', en: 'Agriculture Office' }, ['3.27'], 106),
  office('opd', 'naker', 'Naker', { id: 'Dinas Tenaga Kerja', en: 'Manpower Office' }, ['2.07'], 107),
  office('opd', 'koperasi', 'Koperasi', { id: 'Dinas Koperasi', en: 'Cooperatives Office' }, ['2.17'], 108),
  office(
    'opd',
    'perencanaan-setda',
    'Perencanaan Setda',
    { id: 'Bagian Perencanaan Sekretariat Daerah', en: 'Planning Division of the Regional Secretariat' },
    ['4.01'],
    109,
  ),
  office('opd', 'dinsos', 'Dinsos', { id: 'Dinas Sosial', en: 'Social Affairs Office' }, ['1.06'], 110),
  office(
    'opd',
    'dukcapil',
    'Dukcapil',
    { id: 'Dinas Kependudukan dan Pencatatan Sipil', en: 'Population and Civil Registration Office' },
    ['2.12'],
    111,
  ),
]

const district = (id: string, name: string, line: number): Seed =>
  office('kecamatan', id, `Kec. ${name}`, { id: `Kecamatan ${name}`, en: `${name} District` }, ['7.01'], line)

export const kecamatan: readonly Seed[] = [
  district('kec-alak', 'Alak', 201),
  district('kec-maulafa', 'Maulafa', 202),
  district('kec-kelapa-lima', 'Kelapa Lima', 203),
  district('kec-oebobo', 'Oebobo', 204),
  district('kec-kota-raja', 'Kota Raja', 205),
  district('kec-kota-lama', 'Kota Lama', 206),
]

export const bappeda: Seed = office(
  'coordinator',
  'bappeda',
  'Bappeda',
  { id: 'Badan Perencanaan Pembangunan Daerah', en: 'Regional Development Planning Agency' },
  ['5.01'],
  100,
)

export const agencies: readonly Seed[] = [...opd, ...kecamatan, bappeda]
