/** Files of results open in the programs of those who get them: names that Excel accepts, columns that it separates, nothing that it runs. */
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { column, type ResultSheet } from '../../functions/domain/results/result-sheet.ts'
import { readZip } from '../../functions/workbook/package/read-zip.ts'
import { writeResults, writeSheetCsv } from '../../functions/workbook/results/write-results.ts'
import { at } from '../fixtures/round.ts'

const title = (text: string) => ({ id: text, en: text })
const text = 'Cakupan 110% melebihi 100%. Periksa apakah pembilang dan penyebut memakai sasaran yang sama. '
const sheet = (more: Partial<ResultSheet> = {}): ResultSheet => ({
  id: 'uji',
  title: title("Jum'at: per kecamatan"),
  columns: [
    column('nama', 'Nama', 'Name'),
    column('persen', 'Cakupan', 'Coverage', 'percent'),
    column('pagu', 'Pagu', 'Budget', 'rupiah'),
  ],
  rows: [
    ['=1+1', 64.3, 1_250_000],
    [text.repeat(4).trim(), -0.5, 0],
  ],
  ...more,
})
const book = (sheets: readonly ResultSheet[]) =>
  writeResults(at(12, '09:00'), { title: 'Aksi 3A & Reviu', sheets }, 'id')

describe('the workbook of results', () => {
  it('draws what a sheet asks for as charts of its own, over its own cells, one below the other', async () => {
    const charts = [
      { title: 'Pagu <b> & "=1"', labels: 0, values: 2, from: 0, rows: 2 },
      { title: 'Cakupan', labels: 0, values: 1, from: 0, rows: 2 },
    ]
    const { sheets } = await readXlsx(await book([sheet({ note: title('Catatan'), charts })]))
    const drawn = sheets[0]?.charts ?? []
    expect(drawn.map((each) => [each.kinds, each.title])).toEqual([
      [['bar'], 'Pagu <b> & "=1"'],
      [['bar'], 'Cakupan'],
    ])
    expect(drawn[0]?.series?.[0]).toMatchObject({
      categoriesRef: "'Jum''at per kecamatan'!A3:A4",
      valuesRef: "'Jum''at per kecamatan'!C3:C4",
    })
    const [first, second] = drawn.map(({ anchor }) => anchor)
    expect(second?.from.row).toBeGreaterThan(first?.to?.row ?? Number.POSITIVE_INFINITY)
    expect(first?.from.col).toBeGreaterThan(3)
  })

  it('repeats its headings on every printed page, by names that Excel takes for none but the sheet’s own', async () => {
    const wide = Array.from({ length: 30 }, (_, index) => column(`k${index}`, `Kolom ${index}`, `Column ${index}`))
    const sheets = [
      sheet({ note: title('Catatan') }),
      sheet({ columns: wide, rows: [wide.map(() => 'teks yang agak panjang')] }),
    ]
    const xml = partOf(await book(sheets), 'xl/workbook.xml')
    const names = [...xml.matchAll(/<definedName [^>]*>([^<]*)</g)].map(([, range]) => plainText(range ?? ''))
    expect(names).toEqual([
      "'Jum''at per kecamatan'!$2:$2",
      "'Jum''at per kecamatan 2'!$A:$B,'Jum''at per kecamatan 2'!$1:$1",
    ])
  })

  it('gives a wrapped text as many lines as it needs, and leaves other rows alone', async () => {
    const { sheets } = await readXlsx(await book([sheet()]))
    const heights = sheets[0]?.rowDefs
    expect(heights?.get(1)?.height).toBeUndefined()
    const width = sheets[0]?.columns?.[0]?.width ?? 0
    expect(width).toBe(60)
    const lines = (heights?.get(2)?.height ?? 0) / 15
    expect(lines).toBeGreaterThanOrEqual(Math.ceil((text.length * 4) / 60))
    expect(lines).toBeLessThan((1.5 * text.length * 4) / 60)
  })

  it('says on each printed page of which round it is', async () => {
    const { sheets } = await readXlsx(await book([sheet()]))
    expect(sheets[0]?.headerFooter).toMatchObject({ oddHeader: "&LAksi 3A && Reviu&RJum'at: per kecamatan" })
  })
})

describe('a CSV of results', () => {
  it('is separated as Excel in the reader’s language expects, and is the same data in both', () => {
    const [id, en] = [writeSheetCsv(sheet(), 'id'), writeSheetCsv(sheet(), 'en')]
    expect(id.startsWith('\uFEFF"nama";"persen";"pagu"\r\n')).toBe(true)
    expect(id).toContain(`"'=1+1";64,3;1250000\r\n`)
    expect(en).toContain(`"'=1+1",64.3,1250000\r\n`)
    const read = (csv: string, delimiter: string) => parseCsv(csv, { delimiter, unescapeFormulae: true })
    const commas = read(id, ';').map(([name, percent, sum]) => [name, String(percent).replace(',', '.'), sum])
    expect(commas).toEqual(read(en, ','))
  })

  it('opened in another language’s Excel, which separates by another sign, runs nothing either', () => {
    const texts = ['a,=1+1', 'b;+1', 'c\t@x', 'd|-2', 'e\n=1', 'x", =1', '1,5', 'y";=2']
    for (const language of ['id', 'en'] as const) {
      const csv = writeSheetCsv(sheet({ rows: texts.map((text, index) => [text, 0.5, index]) }), language).slice(1)
      for (const separator of [';', ',', '\t', '|', '\n']) {
        // As one who does not honour quotes in the middle of a cell would cut it.
        for (const cell of csv.split('\r\n').flatMap((line) => line.split(separator))) {
          expect(cell).not.toMatch(/^"?[=+@]|^"?-\D/)
        }
      }
      const read = parseCsv(csv, { delimiter: language === 'id' ? ';' : ',' }).slice(1)
      expect(read.map(([first]) => String(first).replaceAll("'", ''))).toEqual(texts)
    }
  })

  it('guards every text that a spreadsheet would run, and no number', () => {
    const risky = ['=1', '+1', '-1', '@a', '\t=1', '\r=1', '\n=1', '|a', '＝1', '＋1', '－1', '＠a']
    const csv = writeSheetCsv(sheet({ rows: risky.map((each) => [each, -2.5, -3]) }), 'id')
    const rows = parseCsv(csv, { delimiter: ';' }).slice(1)
    expect(rows.map(([first]) => String(first)[0])).toEqual(risky.map(() => "'"))
    expect(rows.every(([, second, third]) => second === '-2,5' && third === '-3')).toBe(true)
  })
})

function partOf(bytes: Uint8Array, name: string): string {
  return new TextDecoder().decode(readZip(Buffer.from(bytes)).part(name))
}

function plainText(xml: string): string {
  return xml.replaceAll('&apos;', "'").replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}
