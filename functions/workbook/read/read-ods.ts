/**
 * An ODS as plain cells, by a small reader of its own: the library's tree reader refuses LibreOffice's styled filler rows (a
 * million of them stand in most files) and takes much memory, its streaming one joins the lines of a cell and drops formulas.
 * Repeated cells and rows are counted, never unrolled, where they are empty, and limited where they are not.
 */
import { maxWorkbookRows } from '../../schema/workbook-limits.ts'
import {
  type BookCell,
  type BookSheet,
  type Merge,
  maxColumns,
  type Plain,
  refuse,
  type ShownCell,
  titleRows,
} from '../book.ts'
import { decodeXml } from '../package/decode-text.ts'
import type { Zip } from '../package/read-zip.ts'
import { type Attributes, scanXml, type Tag, type XmlHandler } from '../package/scan-xml.ts'

const maxRow = maxWorkbookRows + titleRows
const maxMerges = 50_000
const maxSheets = 60

export function readOds(zip: Zip): BookSheet[] {
  const part = (name: string) => {
    const bytes = zip.part(name)
    return bytes === undefined ? undefined : decodeXml(bytes)
  }
  if (part('META-INF/manifest.xml')?.includes('manifest:encryption-data')) throw refuse('protected')
  if (zip.names.some((name) => /^(Basic|Scripts)\/./.test(name))) throw refuse('macros')
  const content = part('content.xml')
  if (content === undefined) throw refuse('broken')
  const reader = new OdsReader()
  scanXml(content, reader)
  return reader.sheets
}

/** Tables and cells that come from another file. */
const linked = new Set(['table:table-source', 'table:cell-range-source', 'table:dde-link'])

class OdsReader implements XmlHandler {
  readonly sheets: { name: string; hidden: boolean; rows: BookCell[][]; merges: Merge[] }[] = []
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

  open({ name, attributes }: Tag): void {
    if (linked.has(name)) throw refuse('external-links')
    if (name === 'style:style') this.#style = attributes['style:name'] ?? ''
    else if (name === 'style:table-properties') this.#noteHidden(attributes)
    else if (name === 'table:table') this.#openTable(attributes)
    else if (name === 'table:table-row') {
      this.#rowRepeat = times(attributes, 'table:number-rows-repeated')
      this.#cells = []
      this.#column = 0
    } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      this.#cell = attributes
      this.#paragraphs = []
    } else if (name === 'office:annotation') this.#notes += 1
    else if (name === 'text:p' && this.#notes === 0) {
      this.#paragraphs.push('')
      this.#inParagraph = true
    } else this.#openInText(name, attributes)
  }

  close(name: string): void {
    if (name === 'office:annotation') this.#notes = Math.max(0, this.#notes - 1)
    else if (name === 'text:p' && this.#notes === 0) this.#inParagraph = false
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.#closeCell()
    else if (name === 'table:table-row') this.#closeRow()
  }

  text(text: string): void {
    if (this.#inParagraph && this.#notes === 0) this.#add(text)
  }

  #openInText(name: string, attributes: Attributes): void {
    if (!this.#inParagraph || this.#notes > 0) return
    if (name === 'text:s') this.#add(' '.repeat(Math.min(times(attributes, 'text:c'), 5_000)))
    else if (name === 'text:tab') this.#add('\t')
    else if (name === 'text:line-break') this.#add('\n')
  }

  #add(text: string): void {
    const last = this.#paragraphs.length - 1
    if (last >= 0) this.#paragraphs[last] += text
  }

  #noteHidden(attributes: Attributes): void {
    if (attributes['table:display'] === 'false') this.#hiddenStyles.add(this.#style)
  }

  #openTable(attributes: Attributes): void {
    const hidden = this.#hiddenStyles.has(attributes['table:style-name'] ?? '')
    if (this.sheets.length >= maxSheets) throw refuse('unsafe')
    this.sheets.push({ name: attributes['table:name'] ?? '', hidden, rows: [], merges: [] })
    this.#row = 0
  }

  #merge(cell: Attributes): void {
    const [down, across] = [times(cell, 'table:number-rows-spanned'), times(cell, 'table:number-columns-spanned')]
    const merges = this.sheets.at(-1)?.merges
    if (down * across === 1 || merges === undefined || this.#row >= maxRow) return
    if (merges.length >= maxMerges) throw refuse('unsafe')
    const bottom = Math.min(this.#row + down - 1, maxRow)
    merges.push({ top: this.#row, left: this.#column, bottom, right: this.#column + across - 1 })
  }

  #closeCell(): void {
    if (this.#cell === undefined) return
    const value = cellOf(this.#cell, this.#paragraphs.join('\n'))
    const repeated = times(this.#cell, 'table:number-columns-repeated')
    this.#merge(this.#cell)
    if (value !== null) {
      for (let each = this.#column; each < Math.min(this.#column + repeated, maxColumns); each += 1)
        this.#cells[each] = value
    }
    this.#column += repeated
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
  const plain = plainOf(cell, text)
  if (cell['calcext:value-type'] === 'error') return { error: text }
  const shown = typeof plain === 'number' && text !== '' && text !== String(plain) ? shownAs(cell, plain, text) : plain
  const formula = cell['table:formula']
  if (formula === undefined) return shown
  return typeof shown === 'object' && shown !== null && 'shown' in shown
    ? { ...shown, formula }
    : { formula, value: plain }
}

function shownAs(cell: Attributes, value: number, text: string): ShownCell {
  return { value, format: cell['office:value-type'] === 'percentage' ? '0%' : '', shown: text.trim() }
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
      const date = cell['office:date-value'] ?? ''
      const at = Date.parse(date.length === 10 ? `${date}T00:00:00Z` : `${date.slice(0, 19)}Z`)
      return Number.isNaN(at) ? text || null : new Date(at)
    }
    default:
      return text || cell['office:string-value'] || null
  }
}

function times(attributes: Attributes, name: string): number {
  const count = Number(attributes[name] ?? 1)
  return Number.isInteger(count) && count > 0 ? count : 1
}
