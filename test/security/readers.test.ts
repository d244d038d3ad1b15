/**
 * Whatever an uploaded file leaves open, twice the file is about twice the work: counted by the engine for each block of our readers and of
 * the library, from the bytes to the cells, and never timed.
 */
import { Session } from 'node:inspector/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Refused } from '../../functions/domain/refusal.ts'
import { readBook } from '../../functions/workbook/read/read-book.ts'
import { runsOf } from '../setup/thorough.ts'
import { packZip as pack } from '../workbook/pack-zip.ts'

const session = new Session()
beforeAll(async () => {
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
})
afterAll(async () => {
  await session.post('Profiler.stopPreciseCoverage')
  session.disconnect()
})

/** How often any block ran in files of these names. */
async function stepsIn(where: RegExp, work: () => Promise<unknown>): Promise<number> {
  await session.post('Profiler.takePreciseCoverage')
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
  const { result } = await session.post('Profiler.takePreciseCoverage')
  return result
    .filter(({ url }) => where.test(url))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)))
    .reduce((sum, count) => sum + count, 0)
}

/** Also where the file was refused half-way. */
const stepsOf = (file: Uint8Array) => stepsIn(/functions\/workbook|functions\/schema|hucre/, () => readBook(file))
const packZip = (parts: Record<string, string>) => pack(Object.entries(parts).map(([name, data]) => ({ name, data })))

const sheetStart = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
const xlsx = (sheet: string, styles = '', strings = '') => {
  const rels = (...targets: string[]) =>
    `<Relationships>${targets.map((each, n) => `<Relationship Id="r${n}" Type="x/${each.split(' ')[0]}" Target="${each.split(' ')[1]}"/>`).join('')}</Relationships>`
  return packZip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': rels('officeDocument xl/workbook.xml'),
    'xl/workbook.xml': '<workbook><sheets><sheet name="A" r:id="r0"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': rels('worksheet s.xml', 'styles styles.xml', 'sharedStrings t.xml'),
    'xl/s.xml': sheet,
    'xl/styles.xml': styles === '' ? '<styleSheet/>' : styles,
    'xl/t.xml': strings === '' ? '<sst/>' : strings,
  })
}
const ods = (content: string) =>
  packZip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': content })
const text = (content: string) => new TextEncoder().encode(content)

const marks = [
  '<c r="A1">',
  '<c r="A1" s="0">',
  '<v>1.5</v>',
  '</c>',
  '<row>',
  '</row>',
  '<row r="9">',
  '<is><t>',
  '</t></is>',
  '<c',
  '<v',
  '<!--',
  '<![CDATA[',
  '<!DOCTYPE x [',
  '&',
  '_x000D_',
  '"',
  ' a="',
  '<mergeCell ref="A1:B2"/>',
  '</sheetData>',
  '\u0000',
  '<f>',
  '<t>',
  '<si>',
  '</si>',
  '<rPh>',
]
const cells = [
  '<table:table-row>',
  '</table:table-row>',
  '<table:table-cell>',
  '</table:table-cell>',
  '<table:table-cell table:number-columns-repeated="9"/>',
  '<text:p>',
  '</text:p>',
  '<text:s text:c="9"/>',
  '<table:table table:name="A">',
  '</table:table>',
  '<office:annotation>',
  '<',
  '&#x',
  '"',
]
const signs = ['a', '"', '""', ';', ',', '\t', '\n', '\r', '\r\n', ' ', '|', '=', "'", '1.000,5', '\ufeff', '\u0000']
const formats = [
  '0',
  '#',
  '?',
  '"',
  '[',
  '[h]',
  '\\',
  'E+',
  '.',
  ',',
  '/',
  '_',
  '*',
  ';',
  'y',
  'm',
  '@ ',
  '[$-',
  '[<1]',
  'AM/',
]
const repeated = (of: readonly string[]) =>
  fc.record({
    before: fc.array(fc.constantFrom(...of), { maxLength: 3 }),
    part: fc.array(fc.constantFrom(...of), { minLength: 1, maxLength: 5 }),
  })
/** A cell a row, each of which the library shows in the format. */
const shown = (format: string, rows: number) =>
  xlsx(
    `${sheetStart}${'<row><c s="0"><v>45000.25</v></c></row>'.repeat(rows)}</sheetData></worksheet>`,
    `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${format.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`,
  )

const files: Record<string, [of: readonly string[], file: (body: string, times: number) => Uint8Array]> = {
  'the sheet of an XLSX': [marks, (body) => xlsx(`${sheetStart}${body}`)],
  'the texts of an XLSX': [marks, (body) => xlsx(`${sheetStart}</sheetData></worksheet>`, '', `<sst>${body}`)],
  'an ODS': [cells, (body) => ods(`<office:document-content><office:body><office:spreadsheet>${body}`)],
  'a separated text': [signs, (body) => text(`kolom;lain\n${body}`)],
}

it.each(Object.entries(files))('%s of twice the length takes about twice the steps', async (_, [of, file]) => {
  await fc.assert(
    fc.asyncProperty(repeated(of), async ({ before, part }) => {
      const body = (times: number) => before.join('') + part.join('').repeat(times)
      const once = await stepsOf(file(body(300), 300))
      const twice = await stepsOf(file(body(600), 600))
      expect(twice).toBeLessThan(2.5 * once + 2_000)
    }),
    { numRuns: runsOf(400) },
  )
})

it('twice the cells in any format take the library twice the steps, and twice the format not many times as much', async () => {
  await fc.assert(
    fc.asyncProperty(repeated(formats), async ({ before, part }) => {
      const format = (length: number) => (before.join('') + part.join('').repeat(length)).slice(0, length)
      const one = await stepsOf(shown(format(120), 100))
      expect(await stepsOf(shown(format(120), 200))).toBeLessThan(2.5 * one + 2_000)
      // No format of a program is longer than 255 signs: what is longer is not shown by it at all.
      expect(await stepsOf(shown(format(240), 100))).toBeLessThan(5 * one + 20_000)
      expect(await stepsOf(shown(format(2_000), 100))).toBeLessThan(5 * one + 20_000)
    }),
    { numRuns: runsOf(250) },
  )
})

it('counts what it says: a search from the beginning for every row is seen', async () => {
  const lines = (count: number) => Array.from({ length: count }, (_, n) => `baris ${n}`)
  const slow = (all: readonly string[]) => async () => {
    for (const line of all) for (const other of all) if (other === line) break
  }
  const [once, twice] = [
    await stepsIn(/readers\.test/, slow(lines(200))),
    await stepsIn(/readers\.test/, slow(lines(400))),
  ]
  expect(twice).toBeGreaterThan(3.5 * once)
})
