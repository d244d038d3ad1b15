/** Reads a file that people took out of SIPD, in whatever shape they have it, into sums. Runs in the page's worker and in tests alike. */
import { type FileFlaw, FileRefused } from './file-refused.ts'
import type { Progress } from './row-taker.ts'
import { decodeText, scanCsv } from './scan-csv.ts'
import { readJson } from './scan-json.ts'
import { scanOds } from './scan-ods.ts'
import { scanSheet, sharedStrings, sheetsOf } from './scan-xlsx.ts'
import { type SipdReading, SipdTable } from './take-rows.ts'
import { wrongKindOf } from './wrong-kinds.ts'
import { openZip, type Zip } from './zip-entries.ts'

/** A year of a large city, stored without compression. */
const mostSipdBytes = 150 * 1024 * 1024

/** Throws `FileRefused` with what the file seems to be. */
export function readSipd(bytes: Uint8Array, hear: Progress = () => undefined): SipdReading {
  if (bytes.length === 0) throw new FileRefused('empty')
  if (bytes.length > mostSipdBytes) throw new FileRefused('too-large')
  const reading = read(bytes, hear)
  if (reading.content.lines.length + reading.content.bare.length === 0) throw new FileRefused('empty')
  return reading
}

function read(bytes: Uint8Array, hear: Progress): SipdReading {
  const [first, second, third, fourth] = [bytes[0], bytes[1], bytes[2], bytes[3]]
  if (first === 0x50 && second === 0x4b) return readZip(openZip(bytes), hear)
  if (first === 0xd0 && second === 0xcf) throw new FileRefused('old-or-locked')
  if (first === 0x25 && second === 0x50 && third === 0x44 && fourth === 0x46) throw new FileRefused('pdf')
  const text = decodeText(bytes).replace(/^\uFEFF/, '')
  const start = text.slice(0, 2_000).trim()
  if (start === '' || start === 'null') throw new FileRefused('empty')
  if (/^[[{]/.test(start)) return readJson(text)
  if (/^<(!doctype|html|\?xml|table|meta|head)/i.test(start)) throw new FileRefused('web-page')
  const table = new SipdTable()
  scanCsv(text, table, hear)
  return table.reading() ?? refuse(table.texts)
}

function readZip(zip: Zip, hear: Progress): SipdReading {
  if (zip.entries.has('content.xml')) return readOds(zip, hear)
  if (!zip.entries.has('xl/workbook.xml')) throw new FileRefused(packedKind(Array.from(zip.entries.keys())))
  const strings = sharedStrings(zip)
  const texts: string[] = []
  for (const sheet of sheetsOf(zip)) {
    const taker = new SipdTable()
    scanSheet(zip, sheet, { strings, taker, hear })
    const reading = taker.reading()
    if (reading !== undefined) return reading
    texts.push(...taker.texts)
  }
  return refuse(texts)
}

/** What a zip is that is no workbook. */
function packedKind(names: readonly string[]): FileFlaw {
  if (names.indexOf('xl/workbook.bin') >= 0) return 'old-or-locked'
  if (names.some((name) => /^(word|ppt)\//.test(name))) return 'document'
  return names.some((name) => /\.(xlsx|xls|csv|json|ods|pdf)$/i.test(name)) ? 'archive' : 'unknown'
}

function readOds(zip: Zip, hear: Progress): SipdReading {
  const tables: SipdTable[] = []
  scanOds(
    zip,
    () => {
      const table = new SipdTable()
      tables.push(table)
      return table
    },
    hear,
  )
  for (const table of tables) {
    const reading = table.reading()
    if (reading !== undefined) return reading
  }
  const texts: string[] = []
  for (const table of tables) texts.push(...table.texts)
  return refuse(texts)
}

function refuse(texts: readonly string[]): never {
  throw new FileRefused(texts.length === 0 ? 'empty' : (wrongKindOf(texts) ?? 'unknown'))
}
