/**
 * An XLSX as plain cells, from the few parts that hold them: each is gone over once, and what is not asked for (pictures,
 * charts, pivots) is never unpacked. Strict and transitional files, prefixes and parts in UTF-16 are all the same to it.
 */

import { placeIn } from '../../rules/cell-names.ts'
import { maxWorkbookRows } from '../../schema/workbook-limits.ts'
import { type BookCell, type BookSheet, type Merge, maxColumns, type Plain, refuse, titleRows } from '../book.ts'
import { openXlsx } from '../package/open-xlsx.ts'
import type { Zip } from '../package/read-zip.ts'
import { type Attributes, localName, scanXml, type XmlHandler } from '../package/scan-xml.ts'
import { isDateFormat, isDuration, readFormats, shownBy } from './number-formats.ts'

const maxRow = maxWorkbookRows + titleRows
const maxTexts = 600_000
const maxMerges = 50_000
const day = 86_400_000
/** Excel's day 0, and the first of March 1900: before it Excel counts a day that never was. */
const epoch = Date.UTC(1899, 11, 30)
const epoch1904 = Date.UTC(1904, 0, 1)

export function readXlsx(zip: Zip): BookSheet[] {
  const book = openXlsx(zip)
  const texts = readTexts(book.sharedStrings === undefined ? undefined : book.text(book.sharedStrings))
  const formats = readFormats(book.styles === undefined ? undefined : book.text(book.styles))
  const start = book.date1904 ? epoch1904 : epoch
  return book.sheets.map(({ name, hidden, part }) => {
    const reader = new SheetReader({ texts, formats, start })
    scanXml(book.text(part) ?? '', reader)
    if (!reader.isSheet) throw refuse('broken')
    return { name, hidden, rows: reader.rows, merges: reader.merges }
  })
}

function readTexts(xml: string | undefined): string[] {
  const texts: string[] = []
  if (xml === undefined) return texts
  let text = ''
  let inText = false
  let phonetic = 0
  scanXml(xml, {
    open: ({ name }) => {
      const local = localName(name)
      if (local === 'si') text = ''
      else if (local === 'rPh') phonetic += 1
      else if (local === 't') inText = phonetic === 0
    },
    close: (name) => {
      const local = localName(name)
      if (local === 'rPh') phonetic -= 1
      else if (local === 't') inText = false
      else if (local === 'si' && texts.push(literal(text)) > maxTexts) throw refuse('unsafe')
    },
    text: (part) => {
      if (inText) text += part
    },
  })
  return texts
}

/** Excel writes signs that XML cannot hold as `_x000D_`. */
function literal(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

type Parts = {
  readonly texts: readonly string[]
  readonly formats: readonly (string | undefined)[]
  /** Day 0 of the file, in milliseconds. */
  readonly start: number
}

class SheetReader implements XmlHandler {
  readonly rows: BookCell[][] = []
  readonly merges: Merge[] = []
  isSheet = false
  readonly #parts: Parts
  readonly #shown = new Map<string, string | undefined>()
  #inData = false
  #row = -1
  #column = -1
  #cell: Attributes = {}
  #value = ''
  #formula: string | undefined
  #into: 'value' | 'formula' | undefined
  #phonetic = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  open({ name, attributes }: { name: string; attributes: Attributes }): void {
    const local = localName(name)
    if (local === 'worksheet') this.isSheet = true
    else if (local === 'sheetData') this.#inData = true
    else if (local === 'mergeCell') this.#merge(attributes.ref ?? '')
    else if (!this.#inData) return
    else if (local === 'row') {
      this.#row = attributes.r === undefined ? this.#row + 1 : Number(attributes.r) - 1
      this.#column = -1
    } else if (local === 'c') this.#openCell(attributes)
    else if (local === 'v') this.#into = 'value'
    else if (local === 't') this.#into = this.#phonetic === 0 ? 'value' : undefined
    else if (local === 'rPh') this.#phonetic += 1
    else if (local === 'f') {
      this.#into = 'formula'
      this.#formula = ''
    }
  }

  close(name: string): void {
    const local = localName(name)
    if (local === 'sheetData') this.#inData = false
    else if (!this.#inData) return
    else if (local === 'c') this.#closeCell()
    else if (local === 'v' || local === 't' || local === 'f') this.#into = undefined
    else if (local === 'rPh') this.#phonetic -= 1
  }

  text(text: string): void {
    if (this.#into === 'value') this.#value += text
    else if (this.#into === 'formula') this.#formula += text
  }

  #openCell(attributes: Attributes): void {
    this.#cell = attributes
    this.#value = ''
    this.#formula = undefined
    const place = attributes.r === undefined ? undefined : placeIn(attributes.r)
    this.#column = place === undefined ? this.#column + 1 : place.column
  }

  #closeCell(): void {
    const value = this.#valueOf(this.#cell)
    if ((value === null && this.#formula === undefined) || this.#column >= maxColumns || this.#column < 0) {
      if (value !== null && this.#row >= maxRow) throw refuse('too-many-rows')
      return
    }
    // Rows far below are mostly formatting; only one with content makes the file too long.
    if (this.#row >= maxRow) throw refuse('too-many-rows')
    if (!(this.#row >= 0)) throw refuse('broken')
    this.rows[this.#row] ??= []
    const row = this.rows[this.#row]
    if (row === undefined) return
    if (this.#formula === undefined) row[this.#column] = value
    else if (typeof value === 'object' && value !== null && 'error' in value) row[this.#column] = value
    else if (typeof value === 'object' && value !== null && 'shown' in value)
      row[this.#column] = { ...value, formula: this.#formula }
    else row[this.#column] = { formula: this.#formula, value: value as Plain | null }
  }

  #valueOf({ t = 'n', s }: Attributes): BookCell {
    const value = this.#value
    switch (t) {
      case 's':
        return this.#parts.texts[Number(value)] ?? null
      case 'str':
      case 'inlineStr':
        return value === '' ? null : literal(value)
      case 'b':
        return value === '' ? null : value.trim() === '1' || value.trim() === 'true'
      case 'e':
        return { error: value }
      case 'd':
        return dateOf(value)
      default:
        return this.#number(value, this.#parts.formats[Number(s ?? 0)])
    }
  }

  #number(text: string, format: string | undefined): BookCell {
    const number = Number(text)
    if (text.trim() === '') return null
    if (Number.isNaN(number)) return text
    if (format === undefined || !Number.isFinite(number)) return number
    const value =
      isDateFormat(format) && !isDuration(format) && number >= 0 && number < 2_958_466
        ? new Date(this.#parts.start + Math.round(number * day))
        : number
    const key = `${text} ${format}`
    if (!this.#shown.has(key)) {
      if (this.#shown.size > 20_000) this.#shown.clear()
      this.#shown.set(key, shownBy(format, value))
    }
    const shown = this.#shown.get(key)
    return shown === undefined || shown === text ? value : { value, format, shown }
  }

  #merge(ref: string): void {
    const [from, to] = ref.split(':', 2).map(placeIn)
    if (from === undefined || to === undefined || from.row >= maxRow) return
    if (this.merges.length >= maxMerges) throw refuse('unsafe')
    this.merges.push({ top: from.row, left: from.column, bottom: Math.min(to.row, maxRow), right: to.column })
  }
}

/** A date written as a text, with or without a time. */
function dateOf(text: string): BookCell {
  const at = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : `${text.replace(/Z?$/, '')}Z`)
  return Number.isNaN(at) ? text || null : new Date(at)
}
