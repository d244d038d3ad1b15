/**
 * Text with separators as plain cells. Which separator is meant is not said in such a file: the line of
 * headers decides it, so that a title above with many commas does not. A quote that swallows the
 * lines below it is refused with its line: read as it stands, rows would be lost without a word.
 */
import { maxWorkbookRows } from '../../schema/workbook-limits.ts'
import { type BookSheet, refuse, titleRows } from '../book.ts'
import { decodeText } from '../package/decode-text.ts'
import { type CsvRecord, splitCsv } from './split-csv.ts'

/** A cell may hold several lines, and a row many separators; both are counted before anything is split. */
const maxLines = 40 * maxWorkbookRows
const maxSeparators = 3_000_000
const maxRow = maxWorkbookRows + titleRows
/** Lines that are looked at to find the separator. */
const firstLines = 60
const separators = [';', '\t', ',', '|']

/** `known`: headers that are expected, in lower case. */
export function readCsv(bytes: Buffer, known: ReadonlySet<string>): BookSheet[] {
  const whole = decodeText(bytes).replace(/^\ufeff/, '')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no text has tells that this is none.
  if (/[\u0000-\u0008\u000e-\u001f\ufffe]/.test(whole)) throw refuse('not-a-workbook')
  if (count(whole, '\n') > maxLines || count(whole, '\r') > maxLines) throw refuse('too-many-rows')
  const said = /^sep=(.)\r?\n/i.exec(whole)
  const text = said === null ? whole : whole.slice(said[0].length)
  const separator = said?.[1] ?? separatorOf(text, known)
  if (count(text, separator) > maxSeparators) throw refuse('too-large')
  const records = splitCsv(text, { separator, firstLine: said === null ? 1 : 2 })
  if (records.length > maxRow && records.slice(maxRow).some(hasContent)) throw refuse('too-many-rows')
  return [{ name: 'CSV', hidden: false, rows: records.map(({ cells }) => [...cells]), merges: [] }]
}

function hasContent({ cells }: CsvRecord): boolean {
  return cells.some((cell) => cell.trim() !== '')
}

/** The one that cuts most known headers out of a line; where none is known, the one by which most lines are of one width. */
function separatorOf(text: string, known: ReadonlySet<string>): string {
  const head = text.slice(0, 100_000)
  const [first = ';', ...others] = separators
  let best = { separator: first, fit: fitOf(head, first, known) }
  for (const separator of others) {
    const fit = fitOf(head, separator, known)
    const ahead = fit.map((each, index) => each - (best.fit[index] ?? 0)).find((each) => each !== 0) ?? 0
    if (ahead > 0) best = { separator, fit }
  }
  return best.separator
}

/** Most known headers in a line, lines of the most frequent width, that width. */
function fitOf(text: string, separator: string, known: ReadonlySet<string>): readonly number[] {
  const records = splitCsv(text, { separator, firstLine: 1, most: firstLines, lenient: true })
  const headers = records.map(({ cells }) => cells.filter((cell) => known.has(cell.trim().toLowerCase())).length)
  const widths = new Map<number, number>()
  for (const { cells } of records) if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  const [width, lines] = [...widths].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a), [0, 0])
  return [Math.max(0, ...headers), lines, width]
}

function count(text: string, part: string): number {
  let found = 0
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found += 1
  return found
}
