/** Files in the shapes in which SIPD and office programs write them. All figures and agencies are invented. */
import { packZip } from '../pack-zip.ts'

export type Cell = string | number | undefined
export type Rows = readonly (readonly Cell[])[]

export const rekap5 = [
  'NO',
  'TAHUN',
  'KODE URUSAN',
  'NAMA URUSAN',
  'KODE SKPD',
  'NAMA SKPD',
  'KODE SUB UNIT',
  'NAMA SUB UNIT',
  'KODE BIDANG URUSAN',
  'NAMA BIDANG URUSAN',
  'KODE PROGRAM',
  'NAMA PROGRAM',
  'KODE KEGIATAN',
  'NAMA KEGIATAN',
  'KODE SUB KEGIATAN',
  'NAMA SUB KEGIATAN',
  'KODE SUMBER DANA',
  'NAMA SUMBER DANA',
  'KODE REKENING',
  'NAMA REKENING',
  'PAKET/KELOMPOK',
  'NAMA PAKET/KELOMPOK',
  'PAGU',
] as const

export type Line = {
  skpd?: string
  skpdName?: string
  unit?: string
  unitName?: string
  code: string
  name?: string
  fund?: string
  fundName?: string
  account?: string
  pagu?: Cell
  year?: number
  package?: string
}
const dau = { fund: '1.2.01.08', fundName: 'Dana Alokasi Umum (DAU)' }

/** A row of Rekap Ver5; without `pagu` one that only says that the sub kegiatan exists. */
export function rekapRow(line: Line, index = 0): readonly Cell[] {
  const {
    skpd = '1.06.0.00.0.00.01.0000',
    skpdName = 'DINAS SOSIAL',
    year = 2026,
    code,
    name = `Kegiatan ${code}`,
  } = line
  const { unit = skpd, unitName = skpdName, pagu } = line
  const fund: { fund?: string; fundName?: string } = pagu === undefined ? {} : { ...dau, ...line }
  const account = pagu === undefined ? undefined : (line.account ?? '5.1.02.01.001.00024')
  const place = [
    skpd,
    skpdName,
    unit,
    unitName,
    code.slice(0, 4),
    'BIDANG',
    code.slice(0, 7),
    'PROGRAM',
    code.slice(0, 12),
    'Kegiatan',
  ]
  const money = [
    fund.fund,
    fund.fundName,
    account,
    account === undefined ? undefined : 'Belanja',
    'Kelompok',
    line.package ?? '-',
  ]
  return [index + 1, year, code.slice(0, 1), 'URUSAN', ...place, code, name, ...money, pagu]
}

export function rekap(lines: readonly Line[]): Rows {
  return [rekap5, ...lines.map(rekapRow)]
}

/** The same rows with these columns only, by their labels. */
export function only(rows: Rows, labels: readonly string[]): Rows {
  const at = labels.map((label) => rows[0]?.indexOf(label) ?? -1)
  return rows.map((row) => at.map((column) => row[column]))
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n/g, '&#10;')
const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)

type How = { strings?: 'inline' | 'shared'; stored?: boolean; sheet?: string; prefix?: string; first?: Rows }

/** As ExcelJS and Excel (shared strings), openpyxl (inline) or SheetJS (stored without compression) write it. */
export function xlsx(
  rows: Rows,
  { strings = 'shared', stored = false, sheet = 'Sheet 1', prefix = '', first }: How = {},
): Uint8Array {
  const shared = new Map<string, number>()
  const p = prefix === '' ? '' : `${prefix}:`
  const cell = (value: Cell, row: number, column: number): string => {
    if (value === undefined) return ''
    const at = `r="${letters(column)}${row + 1}"`
    if (typeof value === 'number') return `<${p}c ${at}><${p}v>${value}</${p}v></${p}c>`
    if (strings === 'inline')
      return `<${p}c ${at} t="inlineStr"><${p}is><${p}t>${escaped(value)}</${p}t></${p}is></${p}c>`
    if (!shared.has(value)) shared.set(value, shared.size)
    return `<${p}c ${at} t="s"><${p}v>${shared.get(value)}</${p}v></${p}c>`
  }
  const sheetXml = (of: Rows) => {
    const lines = of.map(
      (row, index) => `<${p}row r="${index + 1}">${row.map((v, c) => cell(v, index, c)).join('')}</${p}row>`,
    )
    return `<?xml version="1.0"?><${p}worksheet><${p}sheetData>${lines.join('')}</${p}sheetData></${p}worksheet>`
  }
  const sheets = first === undefined ? [rows] : [first, rows]
  const bodies = sheets.map(sheetXml)
  const items = [...shared.keys()].map(
    (text) => `<${p}si><${p}t xml:space="preserve">${escaped(text)}</${p}t></${p}si>`,
  )
  const part = (name: string, data: string) => ({ name, data, stored })
  const tags = sheets.map(
    (_, at) =>
      `<sheet name="${at === sheets.length - 1 ? sheet : 'Catatan'}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  const relations = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  const zip = packZip([
    part('[Content_Types].xml', '<Types/>'),
    part('xl/workbook.xml', `<workbook><sheets>${tags.join('')}</sheets></workbook>`),
    part('xl/_rels/workbook.xml.rels', `<Relationships>${relations.join('')}</Relationships>`),
    part('xl/sharedStrings.xml', `<${p}sst>${items.join('')}</${p}sst>`),
    ...bodies.map((body, at) => part(`xl/worksheets/sheet${at + 1}.xml`, body)),
  ])
  return new Uint8Array(zip)
}

/** As LibreOffice saves it: rows that are alike stand once with their number, a million blank rows at the end. `note`: a comment on each text. */
export function ods(rows: Rows, { note }: { note?: string } = {}): Uint8Array {
  const comment = note === undefined ? '' : `<office:annotation><text:p>${note}</text:p></office:annotation>`
  const cell = (value: Cell) => {
    if (value === undefined) return '<table:table-cell/>'
    if (typeof value === 'number')
      return `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
    return `<table:table-cell office:value-type="string">${comment}<text:p>${escaped(value)}</text:p></table:table-cell>`
  }
  const lines: string[] = []
  const written = rows.map((row) => row.map(cell).join(''))
  for (let at = 0; at < written.length; ) {
    let next = at + 1
    while (written[next] === written[at]) next++
    const alike = next - at > 1 ? ` table:number-rows-repeated="${next - at}"` : ''
    lines.push(`<table:table-row table:style-name="ro1"${alike}>${written[at]}</table:table-row>`)
    at = next
  }
  const end =
    '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
  const content = `<office:document-content><office:spreadsheet><table:table table:name="Sheet 1">${lines.join('')}${end}</table:table></office:spreadsheet></office:document-content>`
  return new Uint8Array(
    packZip([
      { name: 'mimetype', data: '', stored: true },
      { name: 'content.xml', data: content },
    ]),
  )
}

export function csv(rows: Rows, separator = ';'): Uint8Array {
  const cell = (value: Cell) => {
    const text = value === undefined ? '' : String(value)
    return /["\n;,]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
  }
  return new TextEncoder().encode(rows.map((row) => row.map(cell).join(separator)).join('\r\n'))
}

const realisasiLabels =
  'Kode SKPD,Nama SKPD,Kode Sub SKPD,Nama Sub SKPD,Kode Sub Kegiatan,Nama Sub Kegiatan,Kode Rekening,Nama Rekening,Nomor Dokumen,Keterangan Dokumen,Nilai Realisasi,Nilai Setoran,NIP Pegawai,Nama Pegawai,Nilai SPD,Tahapan SPD,Nilai SP2D'.split(
    ',',
  )
export const secret = ['199001012015011001', 'Pegawai Rahasia', 'Pembayaran untuk pasien bernama Rahasia']

function realisasiRow(code: string, spent: Cell, returned: Cell = 0): readonly Cell[] {
  const unit = ['1.06.0.00.0.00.01.0000', 'Dinas Sosial', '1.06.0.00.0.00.01.0000', 'Dinas Sosial']
  return [
    ...unit,
    code,
    'Kegiatan',
    '5.1.02',
    'Belanja',
    '0001',
    secret[2],
    spent,
    returned,
    secret[0],
    secret[1],
    9,
    'Murni',
    spent,
  ]
}

/** 2025: a `Nomor` in front, header in row 1, amounts as texts, total in its place. 2026: titles, header in row 5, total one column too far right. */
export function realisasi(year: 2025 | 2026): Rows {
  if (year === 2025) {
    const rows = [
      realisasiRow('1.06.05.2.02.0006', '426.264.120,00', '264.120,00'),
      realisasiRow('1.06.05.2.02.0006', '1.000,50', '0,00'),
    ]
    const total = ['Total', ...Array<undefined>(10).fill(undefined), '426.265.120,50', '264.120,00']
    return [['Nomor', ...realisasiLabels], ...rows.map((row, at) => [at + 1, ...row]), total]
  }
  const total = ['Total', ...Array<undefined>(10).fill(undefined), 426_265_120]
  return [
    ['LAPORAN REALISASI PER DOKUMEN'],
    ['KOTA CONTOH'],
    ['TAHUN 2026'],
    [],
    realisasiLabels,
    realisasiRow('1.06.05.2.02.0006', 426_264_120, 264_120),
    realisasiRow('1.06.05.2.02.0006', 1_000),
    total,
  ]
}
