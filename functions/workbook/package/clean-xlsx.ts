/**
 * Rebuilds an XLSX from the few parts that hold cells, so that the library reads a small known package and never the file as
 * it was sent. Macros and links to other workbooks are refused by name; pictures, charts, pivots and connections are left out.
 * `cells` keeps the cells alone; `layout` also widths, drop-downs and colours, for a file that goes back to its owner.
 */

import { maxWorkbookRows } from '../../schema/workbook-limits.ts'
import { refuse, titleRows } from '../book.ts'
import type { Zip } from './read-zip.ts'
import { isBush } from './tree-size.ts'
import { writeZip } from './write-zip.ts'

export type Keep = 'cells' | 'layout'

const maxSheets = 60
/** No program writes such a tag, and taking it apart costs seconds. */
const longTag = /<[^<>]{200000}/
/** What a sheet may carry besides cells before it is reduced to its cells. */
const layoutLimits: readonly (readonly [string, number])[] = [
  ['<col ', 500],
  ['<mergeCell ', 5_000],
  ['<dataValidation ', 2_000],
  ['<cfRule ', 1_000],
]

const sheetPart = /^xl\/worksheets\/[^/]+\.xml$/
const otherPart = /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]+\.xml|xl\/_rels\/[^/]+\.rels)$/

export function cleanXlsx(zip: Zip, keep: Keep): Buffer {
  refuseByName(zip)
  const parts = new Map<string, Buffer>()
  for (const name of zip.names) {
    const part = sheetPart.test(name) || otherPart.test(name) ? zip.part(name) : undefined
    if (part === undefined) continue
    if (longTag.test(part.toString('latin1'))) throw refuse('unsafe')
    if (sheetPart.test(name)) parts.set(name, cleanSheet(part, keep))
    else {
      if (isBush(part)) throw refuse('unsafe')
      parts.set(name, part)
    }
  }
  refuseByContent(parts)
  return writeZip(parts)
}

function refuseByName({ names }: Zip): void {
  const lower = names.map((name) => name.toLowerCase())
  if (lower.some((name) => name.endsWith('vbaproject.bin') || name.startsWith('xl/macrosheets/')))
    throw refuse('macros')
  if (lower.includes('xl/workbook.bin')) throw refuse('binary-excel')
  if (lower.some((name) => name.startsWith('xl/externallinks/'))) throw refuse('external-links')
  if (!lower.some((name) => name.startsWith('xl/'))) throw refuse('not-a-workbook')
}

/** One part read as many sheets would multiply what it costs. */
function refuseByContent(parts: ReadonlyMap<string, Buffer>): void {
  const types = parts.get('[Content_Types].xml')?.toString('latin1') ?? ''
  if (/macroEnabled/i.test(types)) throw refuse('macros')
  for (const [name, part] of parts) {
    if (!name.endsWith('.rels')) continue
    const targets = [...part.toString('latin1').matchAll(/Target\s*=\s*["']([^"']*worksheets\/[^"']*)["']/gi)]
    const files = new Set(targets.map(([, target = '']) => target.replace(/^.*worksheets\//i, '').toLowerCase()))
    if (files.size !== targets.length || targets.length > maxSheets) throw refuse('unsafe')
  }
  const sheets = (parts.get('xl/workbook.xml')?.toString('latin1') ?? '').match(/<(?:\w+:)?sheet\s/g)?.length ?? 0
  if (sheets > maxSheets) throw refuse('unsafe')
}

function cleanSheet(part: Buffer, keep: Keep): Buffer {
  const text = part.toString('latin1')
  refuseFarRows(text)
  if (keep === 'layout' && layoutLimits.every(([tag, limit]) => text.split(tag, limit + 2).length <= limit + 1)) {
    return Buffer.from(text.replace(/<hyperlinks>[\s\S]*?<\/hyperlinks>/, ''), 'latin1')
  }
  const data = /<(?:\w+:)?sheetData\b/.exec(text)
  if (data === null) throw refuse('broken')
  const close = /<\/(?:\w+:)?sheetData\s*>|^<[^>]*\/>/.exec(text.slice(data.index))
  if (close === null) throw refuse('broken')
  const cells = text.slice(data.index, data.index + close.index + close[0].length)
  return Buffer.from(`<worksheet>${cells}</worksheet>`, 'latin1')
}

/** Rows far below are mostly formatting; only one with content makes the file too long. */
function refuseFarRows(text: string): void {
  for (const row of text.matchAll(/<(?:\w+:)?row\b[^>]*?\br="(\d+)"/g)) {
    if (Number(row[1]) <= maxWorkbookRows + titleRows) continue
    if (/<(?:\w+:)?(v|is)>/.test(text.slice(row.index))) throw refuse('too-many-rows')
    return
  }
}
