/**
 * From bytes of any origin to plain cells, or a refusal that says what the file is. The name and type that a browser sends
 * along are not looked at: only what the bytes are counts.
 */
import { gunzipSync } from 'node:zlib'
import { withoutHidden } from '../../schema/hidden-characters.ts'
import { maxWorkbookBytes } from '../../schema/workbook-limits.ts'
import { type Book, type BookCell, isEmpty, isFormula, refuse } from '../book.ts'
import { decodeText } from '../package/decode-text.ts'
import { readZip, type Zip } from '../package/read-zip.ts'
import { readCsv } from './read-csv.ts'
import { readOds } from './read-ods.ts'
import { readXlsx } from './read-xlsx.ts'

/** `known`: headers that are expected, in lower case. */
export type ReadBook = (file: Uint8Array, known?: ReadonlySet<string>) => Promise<Book>

/** `known`: headers that are expected, in lower case; they tell which separator a text has. */
export async function readBook(file: Uint8Array, known: ReadonlySet<string> = new Set()): Promise<Book> {
  try {
    const book = cleaned(readSheets(unwrap(file), known))
    if (book.sheets.every(({ rows }) => rows.every((row) => row === undefined || row.every(isEmpty))))
      throw refuse('empty')
    return book
  } catch (error) {
    // What a damaged file makes a parser stumble over is no fault of the service.
    if (error instanceof RangeError || error instanceof TypeError) throw refuse('broken')
    throw error
  }
}

/** As the API does with what is typed. */
function cleaned(book: Book): Book {
  const plain = (cell: BookCell): BookCell => {
    if (typeof cell === 'string') return withoutHidden(cell)
    return isFormula(cell) && typeof cell.value === 'string' ? { ...cell, value: withoutHidden(cell.value) } : cell
  }
  const sheets = book.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row?.map(plain)) }))
  return { ...book, sheets }
}

/** The bytes themselves, where a browser packed a text before sending. Refuses what is too large packed or unpacked. */
export function unwrap(file: Uint8Array): Buffer {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (bytes.length === 0) throw refuse('empty')
  if (bytes.length > maxWorkbookBytes) throw refuse('too-large')
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: maxWorkbookBytes })
  } catch (error) {
    throw refuse((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken')
  }
}

function readSheets(bytes: Buffer, known: ReadonlySet<string>): Book {
  const zip = asZip(bytes)
  if (zip === undefined) return { kind: 'csv', sheets: readCsv(bytes, known) }
  if (isOds(zip)) return { kind: 'ods', sheets: readOds(zip) }
  return { kind: 'xlsx', sheets: readXlsx(zip) }
}

/** The first signs of JSON, which as separated text would be read as nonsense. */
const json = /^\s*(\{\s*["}]|\[\s*(\{|\[|"|\]|-?\d))/

/** The package, if the bytes are one; `undefined` for text. What is neither is refused by what it looks like. */
export function asZip(bytes: Buffer): Zip | undefined {
  const head = bytes.subarray(0, 512).toString('latin1')
  if (head.startsWith('PK')) return readZip(bytes)
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    throw refuse(bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'protected' : 'old-excel')
  }
  const start = decodeText(bytes.subarray(0, 512)).replace(/^\ufeff/, '')
  if (/^\s*</.test(start)) throw refuse('html')
  if (json.test(start)) throw refuse('not-a-workbook')
  if (/^(%PDF|\u0089PNG|\u00ff\u00d8\u00ff|GIF8|Rar!|7z\u00bc|\{\\rtf)/.test(head)) throw refuse('not-a-workbook')
  return undefined
}

function isOds(zip: Zip): boolean {
  if (!zip.names.includes('mimetype')) return false
  const type = zip.part('mimetype')?.toString('latin1') ?? ''
  if (!type.startsWith('application/vnd.oasis.opendocument.spreadsheet')) throw refuse('not-a-workbook')
  return true
}
