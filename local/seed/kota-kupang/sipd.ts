/**
 * An invented budget of the 17 respondents, as a Rekap out of SIPD would have it, so that the first person who opens F1 sees it fill
 * itself. Codes and names are the nomenclature's; agencies' codes, funds' shares and all money are made up.
 */
import type { BudgetUpload } from '../../../functions/schema/sipd/budget.ts'
import { ownerEntry, unitOwnersList } from '../../../functions/schema/sipd/unit-owners.ts'
import { kecamatan, opd } from './agencies.ts'

type Item = readonly [code: string, name: string, fund: Fund, amount: number]
type Fund = keyof typeof funds

const funds = {
  pad: { code: '1.1', name: 'PENDAPATAN ASLI DAERAH (PAD)' },
  dau: { code: '1.2.01.08', name: 'Dana Alokasi Umum (DAU)' },
  education: { code: '2.2.01.08.002.00004', name: 'DAU yang Ditentukan Penggunaannya Bidang Pendidikan' },
  paud: { code: '2.2.01.09.002.00007', name: 'DAK Non Fisik-BOP PAUD' },
  cigarettes: { code: '2.2.02.01.001.00005', name: 'Pendapatan Bagi Hasil Pajak Rokok' },
} as const

const meetings = 'Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD'

/** By agency; each office also has its meetings, the first part of whose code is its own bidang. */
const items: Readonly<Record<string, readonly Item[]>> = {
  dlhk: [['2.11.11.2.01.0004', 'Peningkatan Peran Serta Masyarakat dalam Pengelolaan Persampahan', 'dau', 486_250_000]],
  dp3a: [['2.08.02.2.01.0008', 'Sosialisasi kebijakan penyelenggaraan PUG kewenangan Kab/Kota', 'dau', 164_300_000]],
  dikbud: [
    ['1.01.02.2.03.0047', 'Penyelenggaraan Proses Belajar PAUD', 'education', 1_842_500_000],
    ['1.01.02.2.03.0047', 'Penyelenggaraan Proses Belajar PAUD', 'paud', 2_316_000_000],
    ['1.01.02.2.03.0019', 'Peningkatan Kapasitas Pengelolaan Dana BOP PAUD', 'paud', 96_400_000],
  ],
  perikanan: [
    ['3.25.04.2.02.0001', 'Pengembangan Kapasitas Pembudi Daya Ikan Kecil', 'dau', 287_600_000],
    ['3.25.03.2.02.0001', 'Pengembangan Kapasitas Nelayan Kecil', 'dau', 331_150_000],
  ],
  perindag: [
    [
      '3.30.04.2.01.0003',
      'Pengendalian Ketersediaan Barang Kebutuhan Pokok dan Barang Penting di Tingkat Agen dan Pasar Rakyat',
      'dau',
      198_750_000,
    ],
    [
      '3.31.02.2.01.0005',
      'Koordinasi, Sinkronisasi, dan Pelaksanaan Pemberdayaan Industri dan Peran Serta Masyarakat',
      'pad',
      142_000_000,
    ],
  ],
  pertanian: [
    ['3.27.07.2.01.0002', 'Pengembangan Kapasitas Kelembagaan Petani di Kecamatan dan Desa', 'dau', 412_900_000],
    ['3.27.02.2.01.0002', 'Pendampingan Penggunaan Sarana Pendukung Pertanian', 'dau', 223_480_000],
  ],
  naker: [
    [
      '2.07.03.2.01.0001',
      'Proses Pelaksanaan Pendidikan dan Pelatihan Keterampilan bagi Pencari Kerja berdasarkan Klaster Kompetensi',
      'dau',
      618_000_000,
    ],
    ['2.07.04.2.01.0005', 'Perluasan Kesempatan Kerja', 'pad', 120_500_000],
  ],
  koperasi: [
    [
      '2.17.07.2.01.0015',
      'Peningkatan Pemahaman dan Pengetahuan UMKM serta Kapasitas dan Kompetensi SDM UMKM dan Kewirausahaan melalui Pendidikan dan Pelatihan',
      'dau',
      374_200_000,
    ],
    ['2.17.07.2.01.0002', 'Pemberdayaan Melalui Kemitraan Usaha Mikro', 'dau', 158_000_000],
  ],
  'perencanaan-setda': [
    [
      '4.01.02.2.02.0003',
      'Pelaksanaan Kebijakan, Evaluasi, dan Capaian Kinerja Terkait Kesejahteraan Masyarakat',
      'pad',
      265_750_000,
    ],
  ],
  dinsos: [
    ['1.06.05.2.02.0006', 'Fasilitasi Bantuan Sosial Kesejahteraan Keluarga', 'dau', 1_250_000_000],
    ['1.06.05.2.02.0006', 'Fasilitasi Bantuan Sosial Kesejahteraan Keluarga', 'cigarettes', 340_000_000],
    [
      '1.06.02.2.03.0003',
      'Peningkatan Kemampuan Potensi Sumber Kesejahteraan Sosial Keluarga Kewenangan Kabupaten/Kota',
      'dau',
      187_300_000,
    ],
  ],
  dukcapil: [
    ['2.12.02.2.01.0004', 'Peningkatan Pelayanan Pendaftaran Penduduk', 'dau', 298_000_000],
    [
      '2.12.02.2.01.0002',
      'Pencatatan, Penatausahaan dan Penerbitan Dokumen Atas Pendaftaran Penduduk',
      'dau',
      344_600_000,
    ],
  ],
}

function itemsOf(agencyId: string, at: number): readonly Item[] {
  const own = items[agencyId]
  if (own !== undefined) return own
  return [
    [
      '7.01.03.2.06.0007',
      'Penumbuhan Kesadaran Keluarga dalam Peningkatan Derajat Kesehatan Keluarga dan Lingkungan dengan Menerapkan Perilaku Hidup Bersih dan Sehat',
      'dau',
      84_000_000 + 3_500_000 * at,
    ],
    [
      '7.01.03.2.01.0003',
      'Peningkatan Efektifitas Kegiatan Pemberdayaan Masyarakat di Wilayah Kecamatan',
      'dau',
      126_500_000,
    ],
  ]
}

const agencies = [...opd, ...kecamatan]
const units = agencies.map(({ id, name, kind, sectors }, at) => {
  const number = kind === 'kecamatan' ? at - opd.length + 1 : 1
  const skpdCode = `${sectors[0]}.0.00.0.00.0${number}.0000`
  const division = id === 'perencanaan-setda'
  return {
    code: division ? skpdCode.replace(/0000$/, '0003') : skpdCode,
    name: name.id,
    skpdCode,
    skpdName: division ? 'Sekretariat Daerah' : name.id,
  }
})

/** Whose these invented units are, as a coordinator would have confirmed it. */
export const unitOwners = {
  id: unitOwnersList,
  entries: units.map((unit, at) => ownerEntry(unit, agencies[at]?.id ?? '')),
}

export function inventedRekap(year: number): BudgetUpload {
  const activities = new Map<string, { at: number; name: string }>()
  const named = Object.values(funds)
  const keys = Object.keys(funds) as Fund[]
  const place = (code: string, name: string) => {
    const known = activities.get(code) ?? { at: activities.size, name }
    activities.set(code, known)
    return known.at
  }
  const lines = agencies.flatMap(({ id, sectors }, at): BudgetUpload['content']['lines'] => [
    ...itemsOf(id, at).map(([code, name, fund, amount]): [number, number, number, number] => [
      at,
      place(code, name),
      keys.indexOf(fund),
      amount,
    ]),
    [at, place(`${sectors[0]}.01.2.06.0009`, meetings), keys.indexOf('dau'), 52_000_000 + 1_250_000 * at],
  ])
  return {
    year,
    stage: 'murni',
    fileName: `Contoh_Rekap_Ver5_Penetapan APBD ${year}_Terkunci.xlsx`,
    fileSha256: '0'.repeat(64),
    locked: true,
    shape: 'rekap-5',
    counts: { rows: lines.length, withoutMoney: 0, withoutActivity: 0, oddCodes: 0, oddAmount: 0, unread: 0, zero: 0 },
    content: {
      units,
      activities: [...activities].map(([code, { name }]) => ({ code, name })),
      funds: named.map((fund) => ({ ...fund })),
      lines,
      bare: [],
    },
  }
}
