/**
 * Files that should never have been uploaded, made here one by one: bombs, lies, locked, broken and foreign ones. Each is built
 * when it is asked for, since some are large.
 */
import { deflateRawSync, gzipSync } from 'node:zlib'
import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import type { WorkbookFlaw } from '../../functions/schema/workbook.ts'
import { type Part, packZip } from './pack-zip.ts'
import { blank, free, now, subjectOf, workbooks } from './subject.ts'

/** `read`: no refusal; what is odd in it is told by cell. */
export type Hostile = {
  readonly name: string
  readonly is: WorkbookFlaw | 'read'
  readonly make: () => Uint8Array | Promise<Uint8Array>
}

const megabyte = 1024 * 1024
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const header = ['Kode', 'Sumber dana', 'Pagu sub kegiatan', 'Pagu ditandai', 'Volume']
const row = ['K.1', 'DAU', 5_000, 4_000, 1]

/** A plain XLSX of one sheet, whose parts can be replaced or added to. */
function xlsx(parts: Record<string, string | Buffer> = {}, more: readonly Part[] = []): Uint8Array {
  const plain: Record<string, string | Buffer> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Baris" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet(lines([header, row])),
    ...parts,
  }
  return packZip([...Object.entries(plain).map(([name, data]) => ({ name, data })), ...more])
}

const sheet = (rows: string, before = '', after = '') =>
  `<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`
const cell = (value: string | number) =>
  typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`
const lines = (rows: readonly (readonly (string | number)[])[]) =>
  rows.map((cells, index) => `<row r="${index + 1}">${cells.map(cell).join('')}</row>`).join('')

function ods(content: string, more: readonly Part[] = []): Uint8Array {
  const mimetype = 'application/vnd.oasis.opendocument.spreadsheet'
  const body = `<office:document-content><office:body><office:spreadsheet>${content}</office:spreadsheet></office:body></office:document-content>`
  return packZip([{ name: 'mimetype', data: mimetype, stored: true }, { name: 'content.xml', data: body }, ...more])
}

const odsCell = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
const text = (content: string) => new TextEncoder().encode(content)
const empty = { name: 'Baris', rows: [header, row] }

async function stamped(change: (rows: unknown[][]) => void): Promise<Uint8Array> {
  const { readXlsx } = await import('hucre/xlsx')
  const { sheets } = await readXlsx(await workbooks.template(now, subjectOf(blank)))
  change(sheets.find(({ name }) => name === '_lengkap')?.rows as unknown[][])
  return writeXlsx({
    sheets: sheets.map(({ name, rows, veryHidden }) => ({ name, rows, veryHidden: veryHidden === true })),
  })
}

const setStamp = (name: string, value: string | number) => (rows: unknown[][]) => {
  const line = rows.find(([key]) => key === name)
  if (line !== undefined) line[1] = value
}

/** Entries that all point at the same packed data, as the bombs that grow by overlapping do. */
function overlapping(): Uint8Array {
  const data = deflateRawSync(Buffer.alloc(megabyte))
  const local = packZip([{ name: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(megabyte) }])
  const entry = Buffer.from(local.subarray(30 + 24 + data.length, local.length - 22))
  const end = Buffer.from(local.subarray(local.length - 22))
  const count = 500
  const directory = Buffer.concat(
    Array.from({ length: count }, (_, index) => {
      const copy = Buffer.from(entry)
      copy.write(`sheet${String(index).padStart(3, '0')}`.slice(0, 6), copy.length - 10)
      return copy
    }),
  )
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(directory.length, 12)
  return Buffer.concat([local.subarray(0, 30 + 24 + data.length), directory, end])
}

const bombs: readonly Hostile[] = [
  {
    name: 'a sheet that unpacks to 64 MB',
    is: 'unsafe',
    make: () => xlsx({ 'xl/worksheets/sheet1.xml': Buffer.alloc(64 * megabyte, 32) }),
  },
  {
    name: 'many parts that unpack to much together',
    is: 'unsafe',
    make: () => {
      const numbers = Array.from({ length: 20 }, (_, index) => index)
      const tabs = numbers.map((each) => `<sheet name="S${each}" sheetId="${each + 1}" r:id="r${each}"/>`).join('')
      const links = numbers.map(
        (each) => `<Relationship Id="r${each}" Type="${relations}/worksheet" Target="worksheets/sheet${each}.xml"/>`,
      )
      const big = Buffer.from(sheet(lines([header])).padEnd(4 * megabyte))
      return xlsx({
        'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${tabs}</sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': `<Relationships>${links.join('')}</Relationships>`,
        ...Object.fromEntries(numbers.map((each) => [`xl/worksheets/sheet${each}.xml`, big])),
      })
    },
  },
  {
    name: 'a part that is larger than it says',
    is: 'unsafe',
    make: () => xlsx({}, [{ name: 'xl/styles.xml', data: Buffer.alloc(64 * megabyte, 32), says: 1_000 }]),
  },
  {
    name: 'a part that is smaller than it says',
    is: 'unsafe',
    make: () => xlsx({}, [{ name: 'xl/styles.xml', data: '<styleSheet/>', says: 5_000 }]),
  },
  { name: 'entries that overlap', is: 'unsafe', make: overlapping },
  {
    name: 'a picture that would unpack to 400 MB is never unpacked',
    is: 'read',
    make: () =>
      xlsx({}, [
        {
          name: 'xl/media/image1.png',
          data: deflateRawSync(Buffer.alloc(megabyte)),
          packed: true,
          says: 400 * megabyte,
        },
      ]),
  },
  {
    name: 'a million column definitions',
    is: 'read',
    make: () =>
      xlsx({
        'xl/worksheets/sheet1.xml': sheet(
          lines([header, row]),
          `<cols>${'<col min="1" max="16384"/>'.repeat(800_000)}</cols>`,
        ),
      }),
  },
  {
    name: 'a cell in the last corner of the sheet',
    is: 'too-many-rows',
    make: () =>
      xlsx({
        'xl/worksheets/sheet1.xml': sheet(
          `${lines([header, row])}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`,
        ),
      }),
  },
  {
    name: 'ten thousand cells in the last column',
    is: 'read',
    make: () =>
      xlsx({
        'xl/worksheets/sheet1.xml': sheet(
          lines([header]) +
            Array.from(
              { length: 10_000 },
              (_, index) => `<row r="${index + 2}"><c r="XFD${index + 2}"><v>1</v></c></row>`,
            ).join(''),
        ),
      }),
  },
  {
    name: 'formats down to the last row',
    is: 'read',
    make: () =>
      xlsx({
        'xl/worksheets/sheet1.xml': sheet(
          lines([header, row]) +
            Array.from(
              { length: 100_000 },
              (_, index) => `<row r="${index + 900_000}"><c r="A${index + 900_000}" s="1"/></row>`,
            ).join(''),
        ),
      }),
  },
  {
    name: 'a million texts',
    is: 'unsafe',
    make: () => xlsx({ 'xl/sharedStrings.xml': `<sst>${'<si><t>x</t></si>'.repeat(1_000_000)}</sst>` }),
  },
  {
    name: 'tags within tags without end',
    is: 'unsafe',
    make: () => xlsx({ 'xl/sharedStrings.xml': '<a>'.repeat(450_000) }),
  },
  {
    name: 'ten thousand sheets of one part',
    is: 'unsafe',
    make: () =>
      xlsx({
        'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${Array.from({ length: 10_000 }, (_, index) => `<sheet name="S${index}" sheetId="${index}" r:id="rId1"/>`).join('')}</sheets></workbook>`,
      }),
  },
  {
    name: 'entities that multiply',
    is: 'read',
    make: () =>
      xlsx({
        'xl/sharedStrings.xml': `<!DOCTYPE x [<!ENTITY a "${'b'.repeat(1_000)}">${Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index} "${`&l${index - 1};`.repeat(10)}">`).join('')}]><sst><si><t>&l8;</t></si></sst>`,
      }),
  },
  {
    name: 'a tag of thirty megabytes',
    is: 'unsafe',
    make: () => xlsx({ 'xl/worksheets/sheet1.xml': sheet(`<row r="1"><c ${'a="1" '.repeat(5_000_000)}/></row>`) }),
  },
  {
    name: 'a format of a megabyte',
    is: 'broken',
    make: () =>
      xlsx({
        'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${'[&quot;\\y'.repeat(80_000)}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`,
      }),
  },
  {
    name: 'a repeated row that fills the sheet',
    is: 'too-many-rows',
    make: () =>
      ods(
        `<table:table table:name="Baris"><table:table-row table:number-rows-repeated="1048576">${odsCell}</table:table-row></table:table>`,
      ),
  },
  {
    name: 'a repeated cell in many rows',
    is: 'no-table',
    make: () =>
      ods(
        `<table:table table:name="Baris">${`<table:table-row>${odsCell.replace('>', ' table:number-columns-repeated="16384">')}</table:table-row>`.repeat(9_000)}</table:table>`,
      ),
  },
  { name: 'a document of open brackets', is: 'broken', make: () => ods('<'.repeat(20 * megabyte)) },
  { name: 'a document of one tag', is: 'broken', make: () => ods(`<a ${'b'.repeat(20 * megabyte)}`) },
  { name: 'ten million lines', is: 'too-many-rows', make: () => text('\n'.repeat(10 * megabyte - 10)) },
  { name: 'ten million separators', is: 'too-large', make: () => text(`Kode${';'.repeat(10 * megabyte - 10)}`) },
  { name: 'a quote that is never closed', is: 'open-quote', make: () => text(`Kode;"${'x;y\n'.repeat(90_000)}`) },
  {
    name: 'a packed text that unpacks to 300 MB',
    is: 'too-large',
    make: () => gzipSync(Buffer.alloc(300 * megabyte, 32)),
  },
  {
    name: 'one row too many',
    is: 'too-many-rows',
    make: () => text(`${header.join(';')}\n${'K.1;DAU;5;4;1\n'.repeat(10_001)}`),
  },
]

const tricks: readonly Hostile[] = [
  ...['../xl/evil.xml', '/etc/passwd', 'C:/evil.xml', 'xl/../../evil.xml', 'xl/ev\u0000il.xml'].map(
    (name): Hostile => ({
      name: `a part called ${JSON.stringify(name)}`,
      is: 'unsafe',
      make: () => xlsx({}, [{ name, data: 'x' }]),
    }),
  ),
  { name: 'two parts of one name', is: 'unsafe', make: () => xlsx({}, [{ name: 'XL/workbook.xml', data: 'x' }]) },
  {
    name: 'a part with two names',
    is: 'unsafe',
    make: () => xlsx({}, [{ name: 'xl/a.xml', localName: 'xl/b.xml', data: 'x' }]),
  },
  { name: 'macros', is: 'macros', make: () => xlsx({}, [{ name: 'xl/vbaProject.bin', data: 'x' }]) },
  {
    name: 'macros by type',
    is: 'macros',
    make: () =>
      xlsx({
        '[Content_Types].xml':
          '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
      }),
  },
  {
    name: 'macros of LibreOffice',
    is: 'macros',
    make: () => ods('<table:table/>', [{ name: 'Basic/Standard/Module1.xml', data: 'x' }]),
  },
  {
    name: 'links to another workbook',
    is: 'external-links',
    make: () => xlsx({}, [{ name: 'xl/externalLinks/externalLink1.xml', data: '<externalLink/>' }]),
  },
  {
    name: 'links of LibreOffice',
    is: 'external-links',
    make: () => ods('<table:table><table:table-source xlink:href="file:///x.ods"/></table:table>'),
  },
  {
    name: 'a formula with a stored value',
    is: 'read',
    make: () =>
      xlsx({
        'xl/worksheets/sheet1.xml': sheet(
          `${lines([header])}<row r="2">${cell('K.1')}${cell('DAU')}<c><f>2+3</f><v>5</v></c></row>`,
        ),
      }),
  },
  {
    name: 'a formula without one',
    is: 'read',
    make: () =>
      xlsx({
        'xl/worksheets/sheet1.xml': sheet(
          `${lines([header])}<row r="2">${cell('K.1')}${cell('DAU')}<c><f>2+3</f></c></row>`,
        ),
      }),
  },
]

const foreign: readonly Hostile[] = [
  { name: 'nothing', is: 'empty', make: () => new Uint8Array() },
  { name: 'an empty workbook', is: 'empty', make: () => writeXlsx({ sheets: [{ name: 'A', rows: [] }] }) },
  {
    name: 'a locked workbook',
    is: 'protected',
    make: () => writeXlsx({ sheets: [empty], encryption: { password: 'x', spinCount: 1_000 } }),
  },
  {
    name: 'a locked document of LibreOffice',
    is: 'protected',
    make: () =>
      ods('', [
        {
          name: 'META-INF/manifest.xml',
          data: '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>',
        },
      ]),
  },
  {
    name: 'a workbook cut in half',
    is: 'broken',
    make: async () => (await writeXlsx({ sheets: [empty] })).slice(0, 2_000),
  },
  {
    name: 'a workbook with a damaged part',
    is: 'broken',
    make: async () => {
      const file = Buffer.from(await writeXlsx({ sheets: [empty] }))
      const at = file.indexOf('xl/worksheets/sheet1.xml')
      return file.map((byte, index) => (index > at + 60 && index < at + 90 ? byte ^ 255 : byte))
    },
  },
  {
    name: 'a workbook with half a sheet',
    is: 'broken',
    make: () => xlsx({ 'xl/worksheets/sheet1.xml': sheet(lines([header])).slice(0, 200) }),
  },
  {
    name: 'a workbook without its sheet',
    is: 'broken',
    make: () => xlsx({ 'xl/_rels/workbook.xml.rels': '<Relationships/>' }),
  },
  {
    name: 'HTML named .xls',
    is: 'html',
    make: () => text('<html><body><table><tr><td>Kode</td></tr></table></body></html>'),
  },
  { name: 'XML of Excel 2003', is: 'html', make: () => text('\ufeff<?xml version="1.0"?><Workbook/>') },
  {
    name: 'an Excel of 1997',
    is: 'old-excel',
    make: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4_096)]),
  },
  { name: 'a binary Excel', is: 'binary-excel', make: () => packZip([{ name: 'xl/workbook.bin', data: 'x' }]) },
  {
    name: 'a document of Word',
    is: 'not-a-workbook',
    make: () => packZip([{ name: 'word/document.xml', data: '<x/>' }]),
  },
  {
    name: 'a text of LibreOffice',
    is: 'not-a-workbook',
    make: () => packZip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', stored: true }]),
  },
  { name: 'a PDF', is: 'not-a-workbook', make: () => text('%PDF-1.7\n1 0 obj') },
  {
    name: 'a picture',
    is: 'not-a-workbook',
    make: () => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100, 7)]),
  },
  {
    name: 'any bytes',
    is: 'not-a-workbook',
    make: () => new Uint8Array(100_000).map((_, index) => (index * 7 + 1) % 251),
  },
  { name: 'another list', is: 'no-table', make: () => text('Nama;Alamat\nAni;Oebobo\n') },
  {
    name: 'another list of LibreOffice',
    is: 'no-table',
    make: () =>
      writeOds({
        sheets: [
          {
            name: 'X',
            rows: [
              ['Nama', 'Alamat'],
              ['Ani', 'Oebobo'],
            ],
          },
        ],
      }),
  },
  { name: 'the template of another form', is: 'other-form', make: () => stamped(setStamp('form', 'lain')) },
  {
    name: 'the template of another version',
    is: 'other-version',
    make: () => stamped(setStamp('version', free.version + 1)),
  },
  {
    name: 'the template of another agency',
    is: 'other-agency',
    make: () => stamped(setStamp('agency', 'kec-maulafa')),
  },
]

export const hostileFiles: readonly Hostile[] = [...bombs, ...tricks, ...foreign]
