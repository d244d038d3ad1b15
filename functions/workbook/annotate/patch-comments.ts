/**
 * Notes on cells: the office's own stay, ours of an earlier check go, new ones come. A note is a line in the part of comments
 * and a shape in the drawing beside it; a cell that has the office's note already keeps that one alone.
 */
import { cellName } from '../../rules/cell-names.ts'
import { editText, escapeXml, type TextEdit } from '../package/edit-text.ts'
import { localName, scanXml } from '../package/scan-xml.ts'

export type CellNote = { readonly row: number; readonly column: number; readonly text: string }
const author = 'Lengkap'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** `taken`: cells whose note stays or is replaced in its place and so has a shape already; `gone`: cells that lose theirs. */
export type PatchedComments = {
  readonly xml: string
  readonly shapes: readonly CellNote[]
  readonly gone: ReadonlySet<string>
}

export function patchComments(xml: string | undefined, notes: readonly CellNote[]): PatchedComments {
  if (xml === undefined) return { xml: newComments(notes), shapes: notes, gone: new Set() }
  const authors: string[] = []
  const edits: TextEdit[] = []
  const kept = new Set<string>()
  const own = new Set<string>()
  let authorsEnd = 0
  let listEnd = 0
  let prefix = ''
  let inAuthor = false
  let comment: { ref: string; author: number; start: number } | undefined
  scanXml(xml, {
    open: ({ name, attributes, start }) => {
      const local = localName(name)
      if (local === 'author') {
        inAuthor = true
        authors.push('')
      } else if (local === 'comment') {
        comment = { ref: attributes.ref ?? '', author: Number(attributes.authorId), start }
      }
    },
    close: (name, { start, end }) => {
      const local = localName(name)
      prefix = name.slice(0, name.length - local.length)
      if (local === 'author') inAuthor = false
      else if (local === 'authors') authorsEnd = start
      else if (local === 'commentList') listEnd = start
      else if (local === 'comment' && comment !== undefined) {
        if (authors[comment.author] === author) {
          own.add(comment.ref)
          edits.push({ from: comment.start, to: end, text: '' })
        } else kept.add(comment.ref)
      }
    },
    text: (text) => {
      if (inAuthor) authors[authors.length - 1] += text
    },
  })
  const added = notes.filter(({ row, column }) => !kept.has(cellName(row, column)))
  const at = authors.indexOf(author)
  if (at < 0) edits.push({ from: authorsEnd, to: authorsEnd, text: `<${prefix}author>${author}</${prefix}author>` })
  const number = at < 0 ? authors.length : at
  edits.push({ from: listEnd, to: listEnd, text: added.map((note) => commentOf(note, prefix, number)).join('') })
  return { xml: editText(xml, edits), shapes: added, gone: own }
}

function newComments(notes: readonly CellNote[]): string {
  const list = notes.map((note) => commentOf(note, '', 0)).join('')
  return `<comments xmlns="${main}"><authors><author>${author}</author></authors><commentList>${list}</commentList></comments>`
}

function commentOf({ row, column, text }: CellNote, p: string, number: number): string {
  const body = `<${p}text><${p}r><${p}t xml:space="preserve">${escapeXml(text)}</${p}t></${p}r></${p}text>`
  return `<${p}comment ref="${cellName(row, column)}" authorId="${number}">${body}</${p}comment>`
}

const head = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">`
const shapeType = `<v:shapetype id="lengkap_note" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`

/** The drawing with shapes for new notes and without those of notes that went. */
export function patchShapes(xml: string | undefined, { shapes, gone }: PatchedComments): string {
  const made = shapes.map(shapeOf).join('')
  if (xml === undefined) return `${head}${shapeType}${made}</xml>`
  const edits: TextEdit[] = []
  let shape: { start: number; row: string; column: string } | undefined
  let into: 'row' | 'column' | undefined
  let end = 0
  scanXml(xml, {
    open: ({ name, start }) => {
      if (name === 'v:shape') shape = { start, row: '', column: '' }
      into = name === 'x:Row' ? 'row' : name === 'x:Column' ? 'column' : undefined
    },
    close: (name, span) => {
      into = undefined
      end = span.start
      if (name !== 'v:shape' || shape === undefined) return
      const cell = cellName(Number(shape.row), Number(shape.column))
      if (gone.has(cell)) edits.push({ from: shape.start, to: span.end, text: '' })
      shape = undefined
    },
    text: (text) => {
      if (into !== undefined && shape !== undefined) shape[into] += text
    },
  })
  return editText(xml, [
    ...edits,
    { from: end, to: end, text: `${xml.includes('lengkap_note') ? '' : shapeType}${made}` },
  ])
}

function shapeOf({ row, column }: CellNote): string {
  const anchor = `${column + 1}, 15, ${row}, 2, ${column + 4}, 20, ${row + 5}, 5`
  const data = `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData>`
  const style = 'position:absolute;visibility:hidden'
  return `<v:shape id="lengkap_${row}_${column}" type="#lengkap_note" style="${style}" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox/>${data}</v:shape>`
}
