/** Files out of SIPD are read in every shape that people have them in, each trap of theirs included; wrong ones are told what they are. */
import { describe, expect, it } from 'vitest'
import { tellFromName } from '../../../functions/workbook/sipd/file-name.ts'
import { FileRefused } from '../../../functions/workbook/sipd/file-refused.ts'
import { readSipd } from '../../../functions/workbook/sipd/read-sipd.ts'
import { packZip } from '../pack-zip.ts'
import {
  csv,
  type Line,
  ods,
  only,
  type Rows,
  realisasi,
  rekap,
  rekap5,
  rekapRow,
  secret,
  xlsx,
} from './sample-files.ts'

const social = '1.06.05.2.02.0006'
const bok = { fund: '2.2.01.09.002.00035', fundName: 'DAK Non Fisik-Dana BOK-BOK Puskesmas' }
const health = { skpd: '1.02.0.00.0.00.01.0000', skpdName: 'DINAS KESEHATAN' }
const centre = (n: number) => ({ ...health, unit: `1.02.0.00.0.00.01.000${n}`, unitName: `PUSKESMAS ${n}` })
const lines: readonly Line[] = [
  { code: social, name: 'Fasilitasi Bantuan Sosial ', pagu: 1_000_000 },
  { code: social, name: 'Fasilitasi  Bantuan\n\nSosial', account: '5.1.02.02.001.00003', pagu: 500_000.5 },
  { code: social, ...bok, pagu: 250_000.5 },
  { code: '1.06.02.2.01.0001' },
  { code: '1.06.02.2.01.0002', pagu: 0 },
  { ...centre(1), code: '1.02.02.2.02.0015', ...bok, pagu: 110_650_000 },
  { ...centre(2), code: '1.02.02.2.02.0015', ...bok, pagu: 90_000_000 },
]
const without = (labels: readonly string[]) => rekap5.filter((label) => !labels.includes(label))
const sumsOf = (bytes: Uint8Array) => {
  const { content } = readSipd(bytes)
  return content.lines.map(([unit, activity, fund, amount]) => [
    content.units[unit]?.name,
    content.activities[activity]?.code,
    content.funds[fund]?.code,
    amount,
  ])
}
const wanted = [
  ['DINAS SOSIAL', social, '1.2.01.08', 1_500_000.5],
  ['DINAS SOSIAL', social, bok.fund, 250_000.5],
  ['PUSKESMAS 1', '1.02.02.2.02.0015', bok.fund, 110_650_000],
  ['PUSKESMAS 2', '1.02.02.2.02.0015', bok.fund, 90_000_000],
]
const flawOf = (bytes: Uint8Array) => {
  try {
    readSipd(bytes)
  } catch (error) {
    if (error instanceof FileRefused) return error.flaw
    throw error
  }
  return 'taken'
}

describe('a Rekap', () => {
  const rows = rekap(lines)
  it('is summed by sub unit, sub kegiatan and fund, with its cents; what has no money is counted, not summed', () => {
    expect(sumsOf(xlsx(rows))).toEqual(wanted)
    const { content, counts, total, years, shape } = readSipd(xlsx(rows))
    expect({ total, years, shape }).toEqual({ total: 202_400_001, years: [2026], shape: 'rekap-5' })
    expect(counts).toMatchObject({ rows: 7, withoutMoney: 1, zero: 1, withoutActivity: 0, oddCodes: 0, unread: 0 })
    expect(content.bare.map(([, activity]) => content.activities[activity]?.code)).toEqual([
      '1.06.02.2.01.0001',
      '1.06.02.2.01.0002',
    ])
    expect(content.activities[0]?.name).toBe('Fasilitasi Bantuan Sosial')
  })
  it.each<[string, Uint8Array]>([
    ['openpyxl, inline texts', xlsx(rows, { strings: 'inline' })],
    ['SheetJS, stored without compression', xlsx(rows, { stored: true })],
    ['another namespace prefix', xlsx(rows, { prefix: 'x' })],
    ['behind a sheet of notes', xlsx(rows, { first: [['Catatan rapat']] })],
    ['LibreOffice, ODS', ods(rows)],
    ['CSV with semicolons', csv(rows)],
    ['CSV with commas', csv(rows, ',')],
    ['CSV with tabs', csv(rows, '\t')],
    ['Ver3, without packages', xlsx(only(rows, without(['PAKET/KELOMPOK', 'NAMA PAKET/KELOMPOK'])))],
    ['Ver4', xlsx([rekap5.map((label) => label.replace('PAKET/KELOMPOK', 'STANDAR HARGA')), ...rows.slice(1)])],
    [
      'a province, with its region in front',
      xlsx(rows.map((row, at) => [at ? '53' : 'KODE DAERAH', at ? 'NTT' : 'NAMA DAERAH', ...row])),
    ],
    ['under a title of an office', xlsx([['Rekap APBD'], [], ...rows])],
    [
      'with amounts as English texts',
      csv(
        rows.map((row) => [
          ...row.slice(0, 22),
          typeof row[22] === 'number' ? row[22].toLocaleString('en-US') : row[22],
        ]),
      ),
    ],
    [
      'with amounts as Indonesian texts',
      xlsx(
        rows.map((row) => [
          ...row.slice(0, 22),
          typeof row[22] === 'number'
            ? `Rp. ${row[22].toLocaleString('id-ID', { minimumFractionDigits: 2 })}`
            : row[22],
        ]),
      ),
    ],
    [
      're-typed in title case',
      xlsx([rekap5.map((label) => label.toLowerCase().replace(/\//g, ' ').replace(/ /g, '  ')), ...rows.slice(1)]),
    ],
  ])('is the same out of: %s', (_, bytes) => expect(sumsOf(bytes)).toEqual(wanted))
  it('skips rows without a sub kegiatan and codes of another level, and says how much money that is', () => {
    const odd = [...lines, { code: '', pagu: 7_000 }, { code: '2.10.03.1.01.0001', pagu: 5_000 }]
    const { counts, total } = readSipd(xlsx(rekap(odd)))
    expect(counts).toMatchObject({ withoutActivity: 1, oddCodes: 1, oddAmount: 12_000 })
    expect(total).toBe(202_400_001)
  })
  it('takes X.XX for the first bidang of the agency, an old two-digit tail, and a code in front of the name', () => {
    const planned = { skpd: '5.01.5.05.0.00.01.0000', skpdName: 'BAPPEDA' }
    const { content } = readSipd(
      xlsx(
        rekap([
          { ...planned, code: 'X.XX.01.2.06.0001', name: 'X.XX.01.2.06.0001 Listrik', pagu: 5 },
          { code: '1.06.05.2.02.06', name: '7.01 bukan kode ini', pagu: 5 },
        ]),
      ),
    )
    expect(content.activities).toEqual([
      { code: '5.01.01.2.06.0001', name: 'Listrik' },
      { code: social, name: '7.01 bukan kode ini' },
    ])
  })
  it('takes a total row for what it is, and tells whether it agrees', () => {
    const total = (amount: number): Rows => [
      ...rekap(lines),
      ['Total', ...Array<undefined>(21).fill(undefined), amount],
    ]
    expect(readSipd(xlsx(total(202_400_001))).declared).toEqual({ total: 202_400_001, agrees: true })
    expect(readSipd(xlsx(total(303))).declared).toEqual({ total: 303, agrees: false })
    for (const words of ['JUMLAH', 'Grand Total', 'Jumlah Total', 'Jumlah Pagu Anggaran :', 'TOTAL KESELURUHAN']) {
      const [last = [], ...others] = total(202_400_001).toReversed()
      const reading = readSipd(xlsx([...others.toReversed(), [words, ...last.slice(1)]]))
      expect([reading.declared?.agrees, reading.counts.withoutActivity], words).toEqual([true, 0])
    }
    expect(readSipd(xlsx(rekap(lines))).declared).toBeUndefined()
  })
  it('keeps one fund of two spellings together, and two of one name under Dana Umum and Dana Khusus apart', () => {
    const fund = (fundName: string, code = '') => ({ code: social, fund: code, fundName, pagu: 1 })
    const { content } = readSipd(
      xlsx(
        rekap([
          fund('PENDAPATAN ASLI DAERAH (PAD)', '1.1'),
          fund('[DANA UMUM] - PENDAPATAN ASLI DAERAH (PAD)'),
          fund('Dana Transfer Umum-Dana Alokasi Umum', '1.2.01.01.02'),
          fund('Dana Transfer Umum-Dana Alokasi Umum', '2.2.01.01.02'),
        ]),
      ),
    )
    expect(content.lines.map(([, , , amount]) => amount)).toEqual([2, 1, 1])
  })
})

describe('other exports', () => {
  it('of items are read without their recipients', () => {
    const labels =
      'KODE SKPD,NAMA SKPD,KODE UNIT SKPD,NAMA UNIT SKPD,KODE SUB KEGIATAN,NAMA SUB KEGIATAN,KODE AKUN,SUMBER DANA,NAMA PENERIMA BANTUAN,TOTAL HARGA MURNI,TOTAL HARGA'
    const skpd = ['1.06.0.00.0.00.01.0000', 'DINAS SOSIAL']
    const reading = readSipd(
      xlsx([
        labels.split(','),
        [...skpd, ...skpd, social, 'Bansos', '5.1', 'DANA UMUM-PENDAPATAN ASLI DAERAH (PAD)', secret[1], 9, 40],
      ]),
    )
    expect(reading).toMatchObject({ shape: 'items', total: 40 })
    expect(reading.content.funds).toEqual([{ code: '1', name: 'PENDAPATAN ASLI DAERAH (PAD)' }])
    expect(JSON.stringify(reading)).not.toContain(secret[1])
  })
  it.each([2025, 2026] as const)(
    'of spending in %i are net of what was given back, and nobody of them leaves',
    (year) => {
      const reading = readSipd(xlsx(realisasi(year), { stored: year === 2026, strings: 'inline' }))
      expect(reading).toMatchObject({
        shape: 'realisasi',
        spending: true,
        total: year === 2025 ? 426_001_000.5 : 426_001_000,
      })
      expect(reading.declared?.agrees).toBe(year === 2025 ? true : undefined)
      if (year === 2026) expect(reading.years).toEqual([2026])
      for (const word of secret) expect(JSON.stringify(reading)).not.toContain(word)
    },
  )
  it('as JSON are read with their funds, bare or inside data', () => {
    const record = {
      tahun: '2026',
      kode_skpd: '1.06.0.00.0.00.01.0000',
      nama_skpd: 'Dinas Sosial',
      kode_sub_giat: social,
      nama_sub_giat: `${social} Bansos`,
      pagu: '300',
      nama_pegawai: secret[1],
    }
    const fund = (kode_dana: string, pagu_dana: number) => ({ kode_dana, nama_dana: `Dana ${kode_dana}`, pagu_dana })
    const read = (value: unknown) => readSipd(new TextEncoder().encode(JSON.stringify(value)))
    const amounts = (value: unknown) => read(value).content.lines.map(([, , , amount]) => amount)
    expect(amounts([{ ...record, dana: [fund('1.1', 0)] }])).toEqual([300])
    expect(
      amounts({ status: true, data: { data: [{ ...record, dana: [fund('1.1', 100), fund('1.2.01.08', 200)] }] } }),
    ).toEqual([100, 200])
    // Stale parts are not believed: the ceiling stays whole.
    expect(amounts([{ ...record, dana: [fund('1.1', 100), fund('1.2.01.08', 0)] }])).toEqual([300])
    const spent = read([{ ...record, nilai_realisasi: 250, nilai_setoran: 50 }])
    expect([spent.spending, spent.total]).toEqual([true, 200])
    expect(JSON.stringify(read([record]))).not.toContain(secret[1])
    expect(read([record]).content.activities[0]?.name).toBe('Bansos')
  })
})

describe('traps', () => {
  const fund = (code: Line['fund'] | number, fundName: string, pagu = 10) => ({
    code: social,
    fund: code as string,
    fundName,
    pagu,
  })
  it('short codes of funds that Excel made numbers, times or days are not believed; the name decides', () => {
    const dau = 'Dana Alokasi Umum (DAU)'
    const damaged = [1.1, '01:01', '2026-02-01', 46_023, '1.02', '01.01'].map((code) => fund(code, dau))
    const { content } = readSipd(xlsx(rekap([fund('1.2.01.08', dau), ...damaged])))
    expect(content.funds.map(({ name, code }) => [name, code.slice(0, 1)])).toEqual([
      [dau, '1'],
      [dau, ''],
    ])
    expect(content.lines.reduce((sum, [, , , amount]) => sum + amount, 0)).toBe(70)
  })
  it('codes of agencies that lost figures are the SKPD’s again', () => {
    const codes = [
      '7.01.0.00.0.00.01.0000',
      '7.01.0.00.0.00.01.00',
      '7.01.0.00.0.00.01.000',
      '7.01.0.00.0.00.1..0000',
      '7,01,0,00,0,00,01,0000',
    ]
    const { content } = readSipd(
      xlsx(rekap(codes.map((skpd) => ({ skpd, skpdName: 'KECAMATAN', code: social, pagu: 1 })))),
    )
    expect(content.units.map(({ code }) => code)).toEqual([codes[0]])
    expect(content.lines).toEqual([[0, 0, 0, 5]])
  })
  it('a level that old lists write 02 is the 2', () => {
    const { content } = readSipd(xlsx(rekap([{ code: '1.06.05.02.02.0006', pagu: 3 }])))
    expect(content.activities.map(({ code }) => code)).toEqual([social])
  })
  it('lines that are alike, which LibreOffice writes once with their number, each count', () => {
    const alike = only(
      rekap([...Array.from({ length: 4 }, () => ({ code: social, pagu: 25 })), { code: social, pagu: 7 }]),
      without(['NO']),
    )
    expect(readSipd(ods(alike)).total).toBe(107)
    expect(readSipd(ods(alike)).counts.rows).toBe(5)
  })
  it('a comment beside a cell is none of its text', () => {
    const noted = ods(rekap(lines), { note: 'Rp9.999.999' })
    expect(sumsOf(noted)).toEqual(wanted)
  })
  it('an amount whose last figures were rounded away is counted as unread', () => {
    const { counts, total } = readSipd(
      csv(
        rekap([
          { code: social, pagu: '1,1065E+08' },
          { code: social, pagu: '1.1065e+8' },
          { code: social, pagu: 5 },
        ]),
      ),
    )
    expect([counts.unread, total]).toEqual([2, 5])
  })
  it('of JSON the list of sub kegiatan is read, whatever stands beside it, and rows under a sheet’s own labels as that sheet', () => {
    const read = (value: unknown) => readSipd(new TextEncoder().encode(JSON.stringify(value)))
    const record = {
      kode_skpd: '1.06.0.00.0.00.01.0000',
      nama_skpd: 'Dinas Sosial',
      kode_sub_giat: social,
      nama_sub_giat: 'Bansos',
      pagu: 300,
    }
    expect(read({ menu: [{ a: 1 }, { a: 2 }, { a: 3 }], hasil: { items: [record] } }).total).toBe(300)
    expect(read({ '101': record, '102': { ...record, pagu: 5 } }).total).toBe(305)
    // A line of accounts repeats its sub kegiatan's ceiling.
    expect(
      read([
        { ...record, kode_akun: '5.1.02', rincian: 120, nama_dana: 'DAU' },
        { ...record, kode_akun: '5.1.03', rincian: 180, nama_dana: 'DAU' },
      ]).total,
    ).toBe(300)
    const [labels = [], ...rows] = rekap(lines)
    const labelled = rows.map((row) =>
      Object.fromEntries(row.flatMap((value, at) => (value === undefined ? [] : [[String(labels[at]), value]]))),
    )
    const reading = read({ data: labelled })
    expect([reading.shape, reading.total, reading.counts.rows]).toEqual(['rekap-5', 202_400_001, 7])
    expect(
      read([
        {
          'Kode Sub SKPD': '1.06.0.00.0.00.01.0000',
          'Kode Sub Kegiatan': social,
          'Nilai Realisasi': '1.000,00',
          'Nama Pegawai': secret[1],
        },
      ]),
    ).toMatchObject({ spending: true, total: 1_000 })
  })
  it('one code of one unit with two funds stays two sums, and its unit keeps its SKPD', () => {
    const centres = rekap([
      { ...centre(1), code: '1.02.02.2.02.0015', ...bok, pagu: 1 },
      { ...centre(1), code: '1.02.02.2.02.0015', pagu: 2 },
    ])
    const { content } = readSipd(xlsx(centres))
    expect(content.units[0]).toEqual({
      code: '1.02.0.00.0.00.01.0001',
      name: 'PUSKESMAS 1',
      skpdCode: health.skpd,
      skpdName: health.skpdName,
    })
    expect(content.lines).toHaveLength(2)
  })
})

describe('a wrong file is told what it seems to be', () => {
  const text = (value: string) => new TextEncoder().encode(value)
  const zipped = (name: string) => new Uint8Array(packZip([{ name, data: 'x' }]))
  it.each<[string, Uint8Array]>([
    ['printed-dpa', xlsx([['RENCANA KERJA DAN ANGGARAN'], ['Urusan', 'Uraian', 'Belanja Operasi', 'Belanja Modal']])],
    ['printed-dpa', xlsx([['Kode Rekening', 'Uraian', 'Sebelum', 'Setelah', 'Bertambah/(Berkurang)']])],
    [
      'journal',
      text(JSON.stringify([{ namaskpd: 'x', kodesubkegiatan: social, kodeakunsubrinci: '5', nilaidebet: 1 }])),
    ],
    ['archive', zipped('unduhan/rekap.xlsx')],
    ['document', zipped('word/document.xml')],
    ['old-or-locked', zipped('xl/workbook.bin')],
    ['unknown', zipped('apa.bin')],
    ['own-workbook', xlsx([['Kode sub kegiatan *', 'Nama', 'Pagu ditandai *']])],
    ['printed-dpa', xlsx([['DOKUMEN PELAKSANAAN ANGGARAN'], ['Kode Rekening', 'Uraian']])],
    [
      'fund-summary',
      xlsx([['KODE SUMBER DANA', 'NAMA SUMBER DANA', 'SEBELUM PERGESERAN JUMLAH (Rp)', 'SELISIH (Rp)']]),
    ],
    ['account-summary', csv([['KODE', 'URAIAN', 'JUMLAH']])],
    ['journal', xlsx([['namaskpd', 'kodesubkegiatan', 'kodeakunsubrinci', 'nilaidebet', 'nilaikredit']])],
    ['rekap-without-funds', xlsx([['KODE SKPD', 'KODE SUB KEGIATAN', 'PAGU']])],
    ['agency-list', xlsx([['KODE SKPD', 'NAMA SKPD']])],
    ['unknown', xlsx([['Nama', 'Alamat']])],
    ['empty', xlsx([])],
    ['empty', xlsx(rekap([]))],
    ['empty', text('null')],
    ['not-json', text('{"data": [')],
    ['unknown', text('[{"nama":"x"}]')],
    ['pdf', text('%PDF-1.7')],
    ['web-page', text('<html><table></table></html>')],
    ['old-or-locked', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])],
    ['damaged', xlsx(rekap(lines)).subarray(0, 300)],
  ])('%s', (flaw, bytes) => expect(flawOf(bytes)).toBe(flaw))
})

it('the name suggests stage, year and lock, and tells a plan from a budget', () => {
  expect(tellFromName('53.71_Kota Contoh_Rekap_Ver5_Penetapan APBD 2026_Terkunci.xlsx')).toEqual({
    stage: 'murni',
    year: 2026,
    locked: true,
    draft: false,
  })
  expect(tellFromName('Rekap_Ver5_Rancangan Akhir Perubahan RKPD Tahun 2026_Belum_Terkunci.xlsx')).toMatchObject({
    draft: true,
    locked: false,
  })
  expect(tellFromName('rekap APBD pergeseran ke-3 2026.csv').stage).toBe('pergeseran-3')
  expect(tellFromName('Pergeseran Kedua.xlsx').stage).toBe('pergeseran-2')
  expect(tellFromName('DPPA 2026.xlsx').stage).toBe('perubahan')
  for (const [name, stage] of [
    ['Rekap_Ver5_Perubahan APBD 2026_Terkunci.xlsx', 'perubahan'],
    ['Rekap_Ver5_Pergeseran 1 Perubahan APBD 2026.xlsx', 'perubahan-pergeseran-1'],
    ['Perubahan APBD 2026 Pergeseran Kedua.xlsx', 'perubahan-pergeseran-2'],
    ['DPPA Pergeseran III 2026.xlsx', 'perubahan-pergeseran-3'],
    ['Pergeseran DPPA 2 2026.xlsx', 'perubahan-pergeseran-2'],
    ['Pergeseran setelah Perubahan 2026.xlsx', 'perubahan-pergeseran-1'],
    // A shift is decreed as a change of the regulation that details the budget.
    ['Perubahan Penjabaran APBD 2026 Pergeseran 1.xlsx', 'pergeseran-1'],
    ['Perubahan Kedua Perwali Penjabaran APBD Pergeseran ke-2.xlsx', 'pergeseran-2'],
    ['Pergeseran 2026.xlsx', 'pergeseran-1'],
  ] as const)
    expect(tellFromName(name).stage, name).toBe(stage)
  expect(tellFromName('data.xlsx')).toEqual({ draft: false })
})

it('a city of 14,600 rows is read within the memory of a small machine', () => {
  const many = Array.from({ length: 14_600 }, (_, at) =>
    rekapRow(
      {
        ...centre(at % 9),
        code: `1.02.02.2.02.${String(at % 900).padStart(4, '0')}`,
        pagu: 1_000 + at,
        package: 'x'.repeat(60),
      },
      at,
    ),
  )
  const bytes = xlsx([rekap5, ...many], { strings: 'inline', stored: true })
  const before = process.cpuUsage()
  const reading = readSipd(bytes)
  const { user } = process.cpuUsage(before)
  expect(reading.counts.rows).toBe(14_600)
  expect(reading.total).toBe(14_600 * 1_000 + (14_599 * 14_600) / 2)
  // On one processor a quarter as fast it is 5 s; the clock of a busy machine says nothing.
  expect(user / 1_000).toBeLessThan(5_000)
})
