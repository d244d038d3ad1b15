/** Files as other programs write them are read for what they are. */
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { readZip } from '../../functions/workbook/package/read-zip.ts'
import { readBook } from '../../functions/workbook/read/read-book.ts'
import { packZip } from './pack-zip.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`

type Parts = Record<string, string | Buffer>
function xlsx(parts: Parts = {}, sheet = '<row><c t="inlineStr"><is><t>Kode</t></is></c></row>', after = ''): Parts {
  return {
    '[Content_Types].xml': '<Types><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships>${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Baris" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'styles', 'styles.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData>${after}</worksheet>`,
    ...parts,
  }
}
const read = (parts: Parts) => readBook(packZip(Object.entries(parts).map(([name, data]) => ({ name, data }))))
const cellsOf = async (parts: Parts) => (await read(parts)).sheets[0]?.rows
const csv = async (text: string | Buffer, known: readonly string[] = []) =>
  (await readBook(Buffer.from(text as string), new Set(known))).sheets[0]?.rows
const refused = (reason: string, what?: string) => ({
  refusal: { code: 'workbook-refused', reason, ...(what === undefined ? {} : { what }) },
})

describe('an XLSX', () => {
  it('of SheetJS names the type of macros and has none', async () => {
    const types =
      '<Types><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/><Override PartName="/xl/other.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'
    expect(await cellsOf(xlsx({ '[Content_Types].xml': types }))).toEqual([['Kode']])
    const real = types.replace('/xl/other.xml', '/xl/workbook.xml')
    await expect(read(xlsx({ '[Content_Types].xml': real }))).rejects.toMatchObject(refused('macros'))
  })

  it('with a chart on a tab of its own is its sheets of cells', async () => {
    const parts = xlsx()
    parts['xl/workbook.xml'] = String(parts['xl/workbook.xml']).replace(
      '<sheets>',
      '<sheets><sheet name="Bagan" sheetId="2" r:id="rId9"/>',
    )
    parts['xl/_rels/workbook.xml.rels'] = String(parts['xl/_rels/workbook.xml.rels']).replace(
      '<Relationships>',
      `<Relationships>${relation('rId9', 'chartsheet', 'chartsheets/sheet1.xml')}`,
    )
    parts['xl/chartsheets/sheet1.xml'] = '<chartsheet/>'
    expect((await read(parts)).sheets.map(({ name }) => name)).toEqual(['Baris'])
  })

  it.each([
    ['UTF-16 with a mark', (xml: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')])],
    ['UTF-16 without', (xml: string) => Buffer.from(xml, 'utf16le')],
    ['UTF-16, high byte first', (xml: string) => Buffer.from(`\ufeff${xml}`, 'utf16le').swap16()],
    ['UTF-8 with a mark', (xml: string) => Buffer.from(`\ufeff${xml}`)],
    ['Latin-1', (xml: string) => Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${xml}`, 'latin1')],
  ])('may have parts in %s', async (_, encode) => {
    const parts = xlsx({}, '<row><c t="inlineStr"><is><t>Kafé</t></is></c></row>')
    const encoded = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, encode(String(xml))]))
    expect(await cellsOf(encoded)).toEqual([['Kafé']])
  })

  it('may separate folders as Windows does, name parts in capitals, and use prefixes', async () => {
    const parts = Object.fromEntries(Object.entries(xlsx()).map(([name, xml]) => [name.replaceAll('/', '\\'), xml]))
    expect(await cellsOf(parts)).toEqual([['Kode']])
    const prefixed = `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="2"><x:c r="B2"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    const sheet = (await cellsOf(xlsx({ 'xl/worksheets/sheet1.xml': prefixed }))) ?? []
    expect(sheet[1]).toEqual([undefined, 5])
  })

  it('gives value, format and what is shown', async () => {
    const formats = ['0%', '00000', '"Rp"#,##0', 'd-mmm', '[h]:mm', 'General', '@']
    const styles = `<styleSheet><numFmts>${formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellXfs>${formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('')}</cellXfs></styleSheet>`
    const cells = [0.85, 123, 150000, 45000, 1.25, 7, 8].map((value, index) => `<c s="${index}"><v>${value}</v></c>`)
    const more = '<c t="e"><v>#DIV/0!</v></c><c t="d"><v>2026-02-13T10:30:00</v></c><c s="0"><f>1/2</f><v>0.5</v></c>'
    const [row] = (await cellsOf(xlsx({ 'xl/styles.xml': styles }, `<row>${cells.join('')}${more}</row>`))) ?? []
    expect(row).toEqual([
      { value: 0.85, format: '0%', shown: '85%' },
      { value: 123, format: '00000', shown: '00123' },
      { value: 150_000, format: '"Rp"#,##0', shown: 'Rp150,000' },
      { value: new Date('2023-03-15T00:00:00Z'), format: 'd-mmm', shown: '15-Mar' },
      { value: 1.25, format: '[h]:mm', shown: '30:00' },
      7,
      8,
      { error: '#DIV/0!' },
      new Date('2026-02-13T10:30:00Z'),
      { value: 0.5, format: '0%', shown: '50%', formula: '1/2' },
    ])
  })

  it('tells which cells are shown as one', async () => {
    const { sheets } = await read(xlsx({}, undefined, '<mergeCells><mergeCell ref="A2:B4"/></mergeCells>'))
    expect(sheets[0]?.merges).toEqual([{ top: 1, left: 0, bottom: 3, right: 1 }])
  })

  it('with sizes of eight bytes, and folders of their own, is read', async () => {
    const file = packZip([...Object.entries(xlsx())].map(([name, data]) => ({ name, data })))
    const withFolder = packZip([
      { name: 'xl/', data: '', stored: true },
      ...Object.entries(xlsx()).map(([name, data]) => ({ name, data })),
    ])
    expect(readZip(withFolder).names).toEqual(readZip(file).names)
    expect((await readBook(await writeXlsx({ sheets: [{ name: 'A', rows: [['x']] }] }))).sheets[0]?.rows).toEqual([
      ['x'],
    ])
  })
})

describe('a CSV', () => {
  it.each([
    ['to the end', 'a;b;c\n1;"2;3\n4;5;6\n', '2'],
    ['until much later', 'Judul\na;b;c\n1;"2;3\n4;5;6\n7;"8";9\n', '3'],
    ['until the next line', 'a;b;c\n"1;2;3\n4";5;6\n', '2'],
    ['and swallows many lines', `a;b\n"1;2\n${'3;4\n'.repeat(300)}5";6\n`, '2'],
  ])('with a quote that is open %s is refused with its line', async (_, text, line) => {
    await expect(csv(text)).rejects.toMatchObject(refused('open-quote', line))
  })

  it('keeps quotes that are closed, lines within them, and quotes within a text', async () => {
    const text = 'a;b;c\r\n"satu\r\ndua ""tiga""";2;pipa 12" besi\r\n\r\n"x" y;;\r\n'
    expect(await csv(text)).toEqual([
      ['a', 'b', 'c'],
      ['satu\ndua "tiga"', '2', 'pipa 12" besi'],
      [''],
      ['"x" y', '', ''],
    ])
  })

  it.each([
    ['a title with commas above', 'Aksi, Kupang, 2026\nTahun 2026, Bappeda, NTT\nKode;Pagu\nA;1', ['Kode', 'Pagu']],
    ['decimal commas', 'Kode;Nilai\nA;1,5\nB;2,5', ['Kode', 'Nilai']],
    ['texts with commas', 'Kode;Uraian\nA;satu, dua, tiga, empat', ['Kode', 'Uraian']],
    ['tabs', 'Kode\tUraian\nA\tsatu, dua; tiga', ['Kode', 'Uraian']],
    ['commas', 'Kode,Uraian\nA,"satu; dua"', ['Kode', 'Uraian']],
    ['what the file says', 'sep=|\nKode|Uraian;x\nA|b;c', ['Kode', 'Uraian;x']],
  ])('is separated as its header is: %s', async (_, text, header) => {
    const rows = (await csv(text, ['kode', 'pagu', 'nilai', 'uraian'])) ?? []
    expect(rows).toContainEqual(header)
  })

  it.each([
    ['UTF-16', Buffer.from('\ufeffKode;Nama\nA;Kafé', 'utf16le')],
    ['UTF-16 without a mark', Buffer.from('Kode;Nama\nA;Kafé', 'utf16le')],
    ['UTF-16, high byte first', Buffer.from('\ufeffKode;Nama\nA;Kafé', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('Kode;Nama\nA;Kafé', 'latin1')],
    ['UTF-8 with a mark', Buffer.from('\ufeffKode;Nama\nA;Kafé')],
  ])('in %s is read', async (_, bytes) => {
    expect(await csv(bytes)).toEqual([
      ['Kode', 'Nama'],
      ['A', 'Kafé'],
    ])
  })

  it.each(['{"a": 1}', '[{"a":1,"b":2}]', '\ufeff [[1,2],[3,4]]', '["x", "y"]', '{"a":1}\n{"a":2}'])(
    'is not what JSON is: %s',
    async (text) => {
      await expect(csv(text)).rejects.toMatchObject(refused('not-a-workbook'))
    },
  )
})
