/**
 * An ODS as plain cells, by a small reader of its own: the library's tree reader refuses LibreOffice's styled filler rows (a
 * million of them stand in most files) and takes much memory, its streaming one joins the lines of a cell and drops formulas.
 * Repeated cells and rows are counted, never unrolled, where they are empty, and limited where they are not.
 */
import { maxWorkbookRows } from '../../schema/workbook-limits.ts'
import { type BookCell, type BookSheet, maxColumns, type Plain, refuse, titleRows } from '../book.ts'
import type { Zip } from '../package/read-zip.ts'

const token = /<(\/?)([\w:.-]+)((?:[^"'<>]|"[^"<]*"|'[^'<]*')*)>|([^<]+)|<[!?][^>]*>/g
const maxRow = maxWorkbookRows + titleRows

type Attributes = Readonly<Record<string, string>>

export function readOds(zip: Zip): BookSheet[] {
  if (/manifest:encryption-data/.test(zip.part('META-INF/manifest.xml')?.toString('latin1') ?? ''))
    throw refuse('protected')
  if (zip.names.some((name) => /^(Basic|Scripts)\/./.test(name))) throw refuse('macros')
  const content = zip.part('content.xml')?.toString('utf8')
  if (content === undefined) throw refuse('broken')
  if (/<table:(table-source|cell-range-source|dde-link)\b/.test(content)) throw refuse('external-links')
  const reader = new OdsReader()
  for (const [whole, close, name, attributes = '', text] of content.matchAll(token)) {
    if (text !== undefined) reader.text(text)
    else if (name !== undefined && close === '') reader.open(name, attributes, whole.endsWith('/>'))
    else if (name !== undefined) reader.close(name)
  }
  return reader.sheets
}

class OdsReader {
  readonly sheets: { name: string; hidden: boolean; rows: BookCell[][] }[] = []
  readonly #hiddenStyles = new Set<string>()
  #style = ''
  #row = 0
  #rowRepeat = 1
  #cells: BookCell[] = []
  #column = 0
  #cell: Attributes | undefined
  #paragraphs: string[] = []
  #inParagraph = false
  #notes = 0

  open(name: string, raw: string, empty: boolean): void {
    if (name === 'style:style') this.#style = attribute(raw, 'style:name') ?? ''
    else if (name === 'style:table-properties') this.#noteHidden(raw)
    else if (name === 'table:table') this.#openTable(raw)
    else if (name === 'table:table-row') {
      this.#rowRepeat = repeat(raw, 'table:number-rows-repeated')
      this.#cells = []
      this.#column = 0
    } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      this.#cell = attributesOf(raw)
      this.#paragraphs = []
    } else if (name === 'office:annotation') this.#notes += empty ? 0 : 1
    else if (name === 'text:p' && this.#notes === 0) {
      this.#paragraphs.push('')
      this.#inParagraph = !empty
      return
    } else this.#openInText(name, raw)
    if (empty && name !== 'office:annotation') this.close(name)
  }

  close(name: string): void {
    if (name === 'office:annotation') this.#notes = Math.max(0, this.#notes - 1)
    else if (name === 'text:p' && this.#notes === 0) this.#inParagraph = false
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.#closeCell()
    else if (name === 'table:table-row') this.#closeRow()
  }

  text(text: string): void {
    if (this.#inParagraph && this.#notes === 0) this.#add(plainText(text))
  }

  #openInText(name: string, raw: string): void {
    if (!this.#inParagraph || this.#notes > 0) return
    if (name === 'text:s') this.#add(' '.repeat(Math.min(repeat(raw, 'text:c'), 5_000)))
    else if (name === 'text:tab') this.#add('\t')
    else if (name === 'text:line-break') this.#add('\n')
  }

  #add(text: string): void {
    const last = this.#paragraphs.length - 1
    if (last >= 0) this.#paragraphs[last] += text
  }

  #noteHidden(raw: string): void {
    if (attribute(raw, 'table:display') === 'false') this.#hiddenStyles.add(this.#style)
  }

  #openTable(raw: string): void {
    const hidden = this.#hiddenStyles.has(attribute(raw, 'table:style-name') ?? '')
    this.sheets.push({ name: attribute(raw, 'table:name') ?? '', hidden, rows: [] })
    this.#row = 0
  }

  #closeCell(): void {
    if (this.#cell === undefined) return
    const value = cellOf(this.#cell, this.#paragraphs.join('\n'))
    const times = Math.max(1, Number(this.#cell['table:number-columns-repeated'] ?? 1) || 1)
    if (value !== null) {
      for (let each = this.#column; each < Math.min(this.#column + times, maxColumns); each += 1)
        this.#cells[each] = value
    }
    this.#column += times
    this.#cell = undefined
  }

  #closeRow(): void {
    const rows = this.sheets.at(-1)?.rows
    if (rows !== undefined && this.#cells.length > 0) {
      if (this.#row + this.#rowRepeat > maxRow) throw refuse('too-many-rows')
      for (let each = 0; each < this.#rowRepeat; each += 1) rows[this.#row + each] = this.#cells
    }
    this.#row += this.#rowRepeat
    this.#cells = []
  }
}

function cellOf(cell: Attributes, text: string): BookCell {
  const value = plainOf(cell, text)
  const formula = cell['table:formula']
  if (formula !== undefined) return { formula, value }
  if (cell['calcext:value-type'] === 'error') return { error: text }
  return value
}

function plainOf(cell: Attributes, text: string): Plain | null {
  const number = cell['office:value']
  switch (cell['office:value-type']) {
    case 'float':
    case 'currency':
    case 'percentage':
      return number === undefined || !Number.isFinite(Number(number)) ? null : Number(number)
    case 'boolean':
      return cell['office:boolean-value'] === 'true'
    case 'date': {
      const at = Date.parse(`${(cell['office:date-value'] ?? '').slice(0, 10)}T00:00:00Z`)
      return Number.isNaN(at) ? text || null : new Date(at)
    }
    default:
      return text || cell['office:string-value'] || null
  }
}

function attributesOf(raw: string): Attributes {
  const found: Record<string, string> = {}
  for (const [, name = '', double, single] of raw.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    found[name] = plainText(double ?? single ?? '')
  }
  return found
}

function attribute(raw: string, name: string): string | undefined {
  return attributesOf(raw)[name]
}

function repeat(raw: string, name: string): number {
  const times = Number(attribute(raw, name) ?? 1)
  return Number.isInteger(times) && times > 0 ? times : 1
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Only XML's own five entities and character numbers: others are left as they stand, so nothing can grow. */
function plainText(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
