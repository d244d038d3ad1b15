/**
 * The 51 kelurahan with their Kemendagri codes (never the BPS codes, which differ). Codes are the keys: numbers have gaps, a
 * kelurahan may share its kecamatan's name, and spellings vary; those seen in use are aliases. The health centre is given only
 * where a source or the shared name tells it; the full mapping of 2026 is not known.
 */
import type { ReferenceEntry } from '../../../functions/schema/form.ts'
import { opd } from './agencies.ts'

type District = {
  code: string
  agencyId: string
  name: string
  wards: readonly (readonly [string, string, ...string[]])[]
}

const districts: readonly District[] = [
  {
    code: '53.71.01',
    agencyId: 'kec-alak',
    name: 'Alak',
    wards: [
      ['1001', 'Namosain'],
      ['1002', 'Nunbaun Sabu', 'NBS'],
      ['1003', 'Nunbaun Delha', 'NBD'],
      ['1004', 'Nunhila'],
      ['1005', 'Fatufeto'],
      ['1006', 'Manutapen'],
      ['1007', 'Mantasi'],
      ['1008', 'Alak'],
      ['1009', 'Batu Plat', 'Batuplat'],
      ['1010', 'Manulai II', 'Manulai Dua', 'Manulai 2'],
      ['1011', 'Naioni'],
      ['1012', 'Penkase Oeleta', 'Pensake Oeleta', 'Penkase'],
    ],
  },
  {
    code: '53.71.02',
    agencyId: 'kec-maulafa',
    name: 'Maulafa',
    wards: [
      ['1001', 'Oepura'],
      ['1002', 'Maulafa'],
      ['1003', 'Penfui'],
      ['1004', 'Naimata'],
      ['1005', 'Bello', 'Belo'],
      ['1006', 'Fatukoa'],
      ['1007', 'Kolhua'],
      ['1008', 'Sikumana'],
      ['1009', 'Naikolan'],
    ],
  },
  {
    code: '53.71.03',
    agencyId: 'kec-kelapa-lima',
    name: 'Kelapa Lima',
    wards: [
      ['1001', 'Kelapa Lima'],
      ['1010', 'Oesapa'],
      ['1011', 'Lasiana'],
      ['1014', 'Oesapa Barat'],
      ['1015', 'Oesapa Selatan'],
    ],
  },
  {
    code: '53.71.04',
    agencyId: 'kec-oebobo',
    name: 'Oebobo',
    wards: [
      ['1001', 'Oebobo'],
      ['1008', 'Oetete'],
      ['1009', 'Oebufu'],
      ['1010', 'Liliba'],
      ['1011', 'Fatululi'],
      ['1013', 'Kayu Putih'],
      ['1014', 'Tuak Daun Merah', 'TDM'],
    ],
  },
  {
    code: '53.71.05',
    agencyId: 'kec-kota-raja',
    name: 'Kota Raja',
    wards: [
      ['1001', 'Bakunase', 'Bakunase I', 'Bakunase Satu', 'Bakunase 1'],
      ['1002', 'Bakunase Dua', 'Bakunase II', 'Bakunase 2'],
      ['1003', 'Airnona', 'Air Nona'],
      ['1004', 'Naikoten Satu', 'Naikoten I', 'Naikoten 1'],
      ['1005', 'Naikoten Dua', 'Naikoten II', 'Naikoten 2'],
      ['1006', 'Kuanino'],
      ['1007', 'Nunleu'],
      ['1008', 'Fontein'],
    ],
  },
  {
    code: '53.71.06',
    agencyId: 'kec-kota-lama',
    name: 'Kota Lama',
    wards: [
      ['1001', 'Airmata', 'Air Mata'],
      ['1002', 'Lai Lai Bisi Kopan', 'Lahilai Bissi Kopan', 'LLBK'],
      ['1003', 'Bonipoi'],
      ['1004', 'Solor'],
      ['1005', 'Tode Kisar', 'Todekisar'],
      ['1006', 'Merdeka'],
      ['1007', 'Oeba'],
      ['1008', 'Fatubesi'],
      ['1009', 'Pasir Panjang'],
      ['1010', 'Nefonaek'],
    ],
  },
]

const healthCentres: Record<string, string> = {
  Oesapa: 'oesapa',
  Lasiana: 'oesapa',
  'Oesapa Barat': 'oesapa',
  'Oesapa Selatan': 'oesapa',
  Penfui: 'penfui',
  Naimata: 'penfui',
  Maulafa: 'penfui',
  'Kayu Putih': 'oepoi',
  Oebufu: 'oepoi',
  'Tuak Daun Merah': 'oepoi',
  Liliba: 'oepoi',
  Alak: 'alak',
  Naioni: 'naioni',
  Manutapen: 'manutapen',
  Sikumana: 'sikumana',
  Bakunase: 'bakunase',
  Oebobo: 'oebobo',
  'Pasir Panjang': 'pasir-panjang',
}

/** A kecamatan's own kelurahan: the fixed rows of F3 and F4. */
export const kelurahan: readonly ReferenceEntry[] = districts.flatMap(({ code, agencyId, name: district, wards }) =>
  wards.map(([number, name, ...aliases]) => {
    const puskesmas = healthCentres[name]
    return {
      value: `${code}.${number}`,
      label: { id: name, en: name },
      ...(aliases.length > 0 ? { aliases } : {}),
      scope: [agencyId],
      facts: { kecamatan: district, ...(puskesmas === undefined ? {} : { puskesmas }) },
    }
  }),
)

const opdIds = opd.map(({ id }) => id)

/** Where work takes place: an OPD may choose any kelurahan or the whole city, a kecamatan only its own kelurahan. */
export const locations: readonly ReferenceEntry[] = [
  { value: 'SELURUH_KOTA', label: { id: 'Seluruh kota', en: 'Whole city' }, aliases: ['Kota Kupang'], scope: opdIds },
  ...kelurahan.map((entry) => ({ ...entry, scope: [...(entry.scope ?? []), ...opdIds] })),
]
