/** The parts of an XLSX that notes change: sheets, styles, comments with their drawings, and what names these. */
import { editText, escapeXml } from '../package/edit-text.ts'
import { relationsOf, type SheetPart, type XlsxPackage } from '../package/open-xlsx.ts'
import type { PackedPart, Zip } from '../package/read-zip.ts'
import { localName, scanXml } from '../package/scan-xml.ts'
import { pack, writeZip } from '../package/write-zip.ts'
import { type CellNote, patchComments, patchShapes } from './patch-comments.ts'
import { patchSheet } from './patch-sheet.ts'
import { StylePatch } from './patch-styles.ts'

/** More notes than these on cells make a file slow to open; the column says all of them. */
const maxCellNotes = 2_000
const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const commentsType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'

/** What a sheet is told: by row and column from 0. */
export type SheetNotes = {
  readonly headerRow: number
  readonly title: string
  readonly column: number
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, string>>
  readonly rows: ReadonlyMap<number, string>
}

export function annotatePackage(zip: Zip, book: XlsxPackage, notes: ReadonlyMap<string, SheetNotes>): Uint8Array {
  const changed = new Map<string, string>()
  const text = (part: string) => changed.get(part) ?? book.text(part)
  const styleXml = book.styles === undefined ? undefined : book.text(book.styles)
  const styles = styleXml === undefined ? undefined : new StylePatch(styleXml)
  for (const [index, sheet] of book.sheets.entries()) {
    const own = notes.get(sheet.name)
    const xml = book.text(sheet.part)
    if (own === undefined || xml === undefined || (own.headerRow < 0 && own.cells.size === 0)) continue
    const wrong = new Map([...own.cells].map(([row, cells]) => [row, new Set(cells.keys())]))
    const marks = {
      ...own,
      wrong,
      notes: own.rows,
      styleOf: (present: number, as: 'wrong' | 'note' | 'head') => styles?.styleOf(present, as) ?? present,
    }
    changed.set(sheet.part, patchSheet(xml, marks))
    addCellNotes({ sheet, own, number: index + 1, text, changed })
  }
  if (book.styles !== undefined && styles !== undefined) changed.set(book.styles, styles.text())
  return writeZip(partsOf(zip, changed))
}

type NoteParts = {
  readonly sheet: SheetPart
  readonly own: SheetNotes
  readonly number: number
  readonly text: (part: string) => string | undefined
  readonly changed: Map<string, string>
}

function addCellNotes({ sheet, own, number, text, changed }: NoteParts): void {
  const all = [...own.cells].flatMap(([row, cells]) =>
    [...cells].map(([column, note]): CellNote => ({ row, column, text: note })),
  )
  const relations = relationsOf(sheet.part, text)
  const comments = relations.find(({ type }) => type === 'comments')?.target
  const drawing = relations.find(({ type }) => type === 'vmlDrawing')?.target
  if (all.length === 0 && comments === undefined) return
  const commentsPart = comments ?? `xl/comments_lengkap${number}.xml`
  const drawingPart = drawing ?? `xl/drawings/lengkap${number}.vml`
  const patched = patchComments(comments === undefined ? undefined : text(commentsPart), all.slice(0, maxCellNotes))
  changed.set(commentsPart, patched.xml)
  changed.set(drawingPart, patchShapes(drawing === undefined ? undefined : text(drawingPart), patched))
  const added = [
    ...(comments === undefined ? [relation('rIdLengkapC', 'comments', commentsPart)] : []),
    ...(drawing === undefined ? [relation('rIdLengkapV', 'vmlDrawing', drawingPart)] : []),
  ]
  if (added.length === 0) return
  addRelations(sheet.part, added, { text, changed })
  nameTypes(comments === undefined ? commentsPart : undefined, { text, changed })
  if (drawing === undefined) changed.set(sheet.part, withDrawing(changed.get(sheet.part) ?? ''))
}

type Changing = Pick<NoteParts, 'text' | 'changed'>

function relation(id: string, type: string, part: string): string {
  return `<Relationship Id="${id}" Type="${relationTypes}/${type}" Target="/${escapeXml(part)}"/>`
}

function addRelations(part: string, added: readonly string[], { text, changed }: Changing): void {
  const cut = part.lastIndexOf('/') + 1
  const name = `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`
  const empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  changed.set(name, appended(text(name) ?? empty, added.join('')))
}

function nameTypes(comments: string | undefined, { text, changed }: Changing): void {
  const types = text('[Content_Types].xml') ?? ''
  const vml = /Extension="vml"/i.test(types)
    ? ''
    : '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>'
  const override =
    comments === undefined ? '' : `<Override PartName="/${escapeXml(comments)}" ContentType="${commentsType}"/>`
  changed.set('[Content_Types].xml', appended(types, vml + override))
}

/** Before the closing tag of the whole, whose prefix the added elements take. */
function appended(xml: string, added: string): string {
  let [name, at] = ['', xml.length]
  let openTag = { start: 0, end: 0, empty: false }
  let depth = 0
  scanXml(xml, {
    open: ({ name: each, start, end, empty }) => {
      if (depth === 0) openTag = { start, end, empty }
      if (depth === 0) name = each
      depth += 1
    },
    close: (_, { start }) => {
      depth -= 1
      if (depth === 0) at = start
    },
  })
  const prefix = name.slice(0, name.length - localName(name).length)
  const body = prefix === '' ? added : added.replace(/<(?=[A-Z])/g, `<${prefix}`)
  if (!openTag.empty) return editText(xml, [{ from: at, to: at, text: body }])
  const opened = `${xml.slice(openTag.start, openTag.end - 2)}>${body}</${name}>`
  return editText(xml, [{ from: openTag.start, to: openTag.end, text: opened }])
}

/** Elements that stand behind the drawing of notes, by the order of the standard (CT_Worksheet). */
const behind = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
])

function withDrawing(xml: string): string {
  let at = -1
  let prefix = ''
  let depth = 0
  scanXml(xml, {
    open: ({ name, start }) => {
      if (depth === 1 && at < 0 && behind.has(localName(name))) at = start
      depth += 1
    },
    close: (name, { start }) => {
      depth -= 1
      if (depth > 0) return
      if (at < 0) at = start
      prefix = name.slice(0, name.length - localName(name).length)
    },
  })
  const text = `<${prefix}legacyDrawing xmlns:r="${relationTypes}" r:id="rIdLengkapV"/>`
  return editText(xml, [{ from: at, to: at, text }])
}

function partsOf(zip: Zip, changed: ReadonlyMap<string, string>): Map<string, PackedPart> {
  const lower = new Map([...changed].map(([name, xml]) => [name.toLowerCase(), { name, xml }]))
  const parts = new Map<string, PackedPart>()
  for (const name of zip.names) {
    const packed = lower.has(name.toLowerCase()) ? undefined : zip.packed(name)
    if (packed !== undefined) parts.set(name, packed)
  }
  for (const { name, xml } of lower.values()) {
    const own = zip.names.find((each) => each.toLowerCase() === name.toLowerCase()) ?? name
    // Read from whatever encoding it had; written in one.
    const body = xml.replace(/^\ufeff?\s*<\?xml[^>]*\?>/, '')
    parts.set(own, pack(Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`, 'utf8')))
  }
  return parts
}
