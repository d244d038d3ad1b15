/**
 * Text with separators as plain cells. Which separator and which encoding is not said in such a file: UTF-8 and UTF-16 are
 * recognised, what is neither is Windows-1252, as Excel saves it here; the separator is the one that gives most columns.
 */
import { parseCsv } from 'hucre/csv'
import { maxWorkbookRows } from '../../schema/workbook-limits.ts'
import { type BookSheet, refuse, titleRows } from '../book.ts'

/** A cell may hold several lines, and a row many separators; both are counted before anything is split. */
const maxLines = 40 * maxWorkbookRows
const maxSeparators = 3_000_000

export function readCsv(bytes: Buffer): BookSheet[] {
  const text = decodeText(bytes).replace(/^sep=.\r?\n/i, '')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no text has tells that this is none.
  if (/[\u0000-\u0008\u000e-\u001f\ufffe]/.test(text)) throw refuse('not-a-workbook')
  if (count(text, '\n') > maxLines || count(text, '\r') > maxLines) throw refuse('too-many-rows')
  const delimiter = separatorOf(text)
  if (count(text, delimiter) > maxSeparators) throw refuse('too-large')
  const rows = parseCsv(text, { delimiter })
  if (rows.length > maxWorkbookRows + titleRows && rows.slice(maxWorkbookRows + titleRows).some(hasContent)) {
    throw refuse('too-many-rows')
  }
  return [{ name: 'CSV', hidden: false, rows }]
}

function hasContent(row: readonly unknown[]): boolean {
  return row.some((cell) => cell !== null && String(cell).trim() !== '')
}

export function decodeText(bytes: Buffer): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  // Text of our languages in UTF-16 has a zero in every second byte.
  if (bytes.length > 3 && second === 0 && bytes[3] === 0) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes.length > 3 && first === 0 && bytes[2] === 0) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Judged by the first line that has one, outside of quotes: the line of headers. */
function separatorOf(text: string): string {
  const line =
    text
      .slice(0, 20_000)
      .replace(/"(?:[^"]|"")*"/g, '')
      .split(/\r\n?|\n/)
      .find((each) => /[;,\t]/.test(each)) ?? ''
  return [';', '\t', ','].reduce((best, each) => (count(line, each) > count(line, best) ? each : best), ';')
}

function count(text: string, part: string): number {
  let found = 0
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found += 1
  return found
}
