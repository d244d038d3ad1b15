/** What an annotated sheet gets: styles of wrong cells, and a last column with notes. All else stays as it was written. */
import { cellName, columnIn } from '../../rules/cell-names.ts'
import { editText, escapeXml, type TextEdit } from '../package/edit-text.ts'
import { type Attributes, attributeOf, localName, scanXml } from '../package/scan-xml.ts'

/** By row and column from 0. `style` of a cell that stands there is asked by its present one. */
export type SheetMarks = {
  readonly wrong: ReadonlyMap<number, ReadonlySet<number>>
  readonly notes: ReadonlyMap<number, string>
  readonly headerRow: number
  readonly title: string
  readonly column: number
  readonly styleOf: (present: number, as: 'wrong' | 'note' | 'head') => number
}

type CellPart = {
  readonly column: number
  readonly start: number
  tagEnd: number
  end: number
  readonly attributes: Attributes
}
type RowPart = {
  readonly name: string
  readonly row: number
  readonly attributes: Attributes
  readonly start: number
  readonly tagEnd: number
  readonly empty: boolean
  /** Where the closing tag begins. */
  close: number
  readonly cells: CellPart[]
}

export function patchSheet(xml: string, marks: SheetMarks): string {
  const { rows, edits } = locate(xml, marks)
  for (const row of rows) edits.push(...editsOfRow(row, marks))
  return editText(xml, edits)
}

function locate(xml: string, marks: SheetMarks): { rows: RowPart[]; edits: TextEdit[] } {
  const rows: RowPart[] = []
  const edits: TextEdit[] = []
  let [row, column, covered] = [-1, -1, false]
  let open: RowPart | undefined
  let cell: CellPart | undefined
  scanXml(xml, {
    open: ({ name, attributes, start, end, empty }) => {
      const local = localName(name)
      if (local === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1
        column = -1
        open = { name, row, attributes, start, tagEnd: end, empty, close: end, cells: [] }
      } else if (local === 'c' && open !== undefined) {
        const named = columnIn(attributes.r ?? '')
        column = named < 0 ? column + 1 : named
        cell = { column, start, tagEnd: end, end, attributes }
      } else if (local === 'col') {
        covered ||= Number(attributes.max) > marks.column && Number(attributes.min) <= marks.column + 1
      } else if (local === 'dimension') edits.push({ from: start, to: end, text: '' })
    },
    close: (name, span) => {
      const local = localName(name)
      if (local === 'c' && open !== undefined && cell !== undefined) {
        open.cells.push({ ...cell, end: span.end })
        cell = undefined
      } else if (local === 'row' && open !== undefined) {
        open.close = span.start
        if (
          marks.wrong.has(open.row) ||
          marks.notes.has(open.row) ||
          open.row === marks.headerRow ||
          hasOld(open, marks)
        )
          rows.push(open)
        open = undefined
      } else if (local === 'cols' && !covered) {
        const prefix = name.slice(0, name.length - local.length)
        const place = marks.column + 1
        const text = `<${prefix}col min="${place}" max="${place}" width="60" customWidth="1"/>`
        edits.push({ from: span.start, to: span.start, text })
      }
    },
  })
  return { rows, edits }
}

/** A note of an earlier check. */
function hasOld({ row, cells }: RowPart, { headerRow, column }: SheetMarks): boolean {
  return row > headerRow && cells.some((cell) => cell.column === column)
}

function editsOfRow(row: RowPart, marks: SheetMarks): TextEdit[] {
  const prefix = row.name.slice(0, row.name.length - 3)
  const edits: TextEdit[] = []
  const own = Number(row.attributes.s ?? 0)
  const put = (column: number, text: string) => {
    const after = row.cells.find((cell) => cell.column > column)
    const at = after?.start ?? (row.empty ? row.tagEnd : row.close)
    edits.push({ from: at, to: at, text })
  }
  for (const column of marks.wrong.get(row.row) ?? []) {
    const cell = row.cells.find((each) => each.column === column)
    if (cell === undefined) {
      put(column, `<${prefix}c r="${cellName(row.row, column)}" s="${marks.styleOf(own, 'wrong')}"/>`)
    } else edits.push(restyled(cell, prefix, marks.styleOf(Number(attributeOf(cell.attributes, 's') ?? 0), 'wrong')))
  }
  const note = row.row === marks.headerRow ? marks.title : marks.notes.get(row.row)
  const old = row.cells.find(({ column }) => column === marks.column)
  if (note !== undefined) {
    const beside = Number(row.cells.at(-1)?.attributes.s ?? 0)
    const style = row.row === marks.headerRow ? marks.styleOf(beside, 'head') : marks.styleOf(0, 'note')
    const text = `<${prefix}c r="${cellName(row.row, marks.column)}" s="${style}" t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escapeXml(note)}</${prefix}t></${prefix}is></${prefix}c>`
    if (old === undefined) put(marks.column, text)
    else edits.push({ from: old.start, to: old.end, text })
  } else if (old !== undefined) edits.push({ from: old.start, to: old.end, text: '' })
  if (row.empty && edits.length > 0) return opened(row, edits)
  return edits
}

function restyled({ start, tagEnd, end, attributes }: CellPart, prefix: string, style: number): TextEdit {
  const others = Object.entries(attributes).filter(([name]) => name !== 's')
  const text = tagOf(`${prefix}c`, [...others, ['s', String(style)]], end === tagEnd ? '/' : '')
  return { from: start, to: tagEnd, text }
}

function tagOf(name: string, attributes: readonly (readonly [string, string])[], ending = ''): string {
  return `<${name}${attributes.map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('')}${ending}>`
}

/** A row that was written as one empty tag. */
function opened(row: RowPart, edits: readonly TextEdit[]): TextEdit[] {
  const cells = edits.map(({ text }) => text).join('')
  const text = `${tagOf(row.name, Object.entries(row.attributes))}${cells}</${row.name}>`
  return [{ from: row.start, to: row.tagEnd, text }]
}
