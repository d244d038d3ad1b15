/**
 * Lays a copied block over the table. Cells go right over the columns and down over the rows as they are shown; free tables
 * grow. A block that brings its column names goes by those; one that brings the key columns of a fixed table (a kelurahan, an
 * indicator) goes by its keys. Nothing is lost: a text that is no answer is kept in its cell and marked, and a line that has
 * no place is given back in the report.
 */
import { isTotalLine } from '../../../functions/rules/total-line.ts'
import { readTyped } from '../../../functions/schema/answers/read-typed.ts'
import type { Row, Value } from '../../../functions/schema/answers.ts'
import type { Notice } from '../../../functions/schema/fields/notices.ts'
import type { Field } from '../../../functions/schema/form.ts'
import { presentInstant } from '../../shell/clock.ts'
import { language } from '../../wording/language.ts'
import { longestText } from '../form-model.ts'
import type { Change } from '../model/edit-answers.ts'
import { pointerOf } from '../model/place.ts'
import { newRowKey } from '../model/row-key.ts'
import { type Block, formatBlock, parseBlock } from '../model/text-block.ts'
import type { GridState, PasteReading, PasteReport, UnknownChoice } from './grid-state.ts'
import { readLayout } from './paste-layout.ts'

/** Where a block goes when nothing is active: over the rows, or beneath them. */
export type PasteOptions = { readonly append?: boolean }

export function pasteText(state: GridState, text: string, { append = false }: PasteOptions = {}): PasteReport {
  const { model, table } = state
  const range = append ? undefined : state.range.peek()
  const layout = readLayout(parseBlock(text), {
    table,
    columns: state.columns,
    from: range?.left ?? 0,
    context: model.context.peek(),
  })
  const totals = layout.lines.length < 2 ? [] : layout.lines.filter(isTotalLine)
  const numbers = new Map(layout.lines.map((line, index) => [line, index]))
  const data = layout.lines.filter((line) => !totals.includes(line))
  const lines = spread(data, layout.keyed ? undefined : range)
  const places = layout.keyed ? undefined : placeLines(state, lines.length, range?.top)
  const found = new Findings()
  lines.forEach((line, index) => {
    const rowKey = layout.keyed ? layout.rowKeyOf(line, numbers.get(line) ?? -1) : places?.keys[index]
    if (rowKey === undefined) {
      found.left.push([...line])
      return
    }
    line.forEach((text, at) => {
      if (at >= layout.fields.length && text.trim() !== '') found.beyond += 1
      takeCell(state, { field: layout.fields[at], rowKey, text }, found)
    })
  })
  const rows = places?.added ?? []
  const insert = { do: 'insert-rows', table: table.id, rows, index: state.all.peek().length } as const
  model.edit(...(rows.length === 0 ? [] : [insert]), { do: 'set', changes: found.changes })
  const report = {
    cells: found.changes.length,
    newRows: rows.length,
    marked: found.marked,
    cut: found.cut,
    beyond: found.beyond,
    strangers: layout.strangers,
    totals: totals.map((line) => line.find((text) => /[a-z]/i.test(text))?.trim() ?? ''),
    full: places === undefined || table.fixedRows !== undefined ? 0 : found.left.length,
    left: found.left.length === 0 ? '' : formatBlock(found.left),
    readings: found.readings(),
    unknown: found.unknown(),
    after: model.answers.peek(),
  }
  state.report.value = report
  void model.review().catch(() => undefined)
  return report
}

type Laid = { readonly field: Field | undefined; readonly rowKey: string; readonly text: string }

function takeCell({ model, table }: GridState, { field, rowKey, text }: Laid, found: Findings): void {
  if (field === undefined || field.type === 'computed') return
  const place = { table: table.id, rowKey, field: field.id }
  const { value, unreadable, notices } = readTyped(field, text, language.peek(), model.context.peek())
  found.changes.push({ place, value: shortened(value, found) })
  found.read(field, pointerOf(place), { text, unreadable, notices: notices ?? [] })
}

function shortened(value: Value | undefined, found: Findings): Value | undefined {
  if (typeof value !== 'string' || value.length <= longestText) return value
  found.cut += 1
  return value.slice(0, longestText)
}

type Read = { readonly text: string; readonly unreadable: boolean; readonly notices: readonly Notice[] }

/** What is found out while a block is laid, cell by cell. */
class Findings {
  readonly changes: Change[] = []
  readonly marked: string[] = []
  readonly left: string[][] = []
  cut = 0
  beyond = 0
  private readonly byKind = new Map<string, PasteReading & { pointers: string[] }>()
  private readonly byText = new Map<string, UnknownChoice & { pointers: string[] }>()

  read(field: Field, pointer: string, { text, unreadable, notices }: Read): void {
    if (unreadable) this.marked.push(pointer)
    for (const { code, message } of notices) {
      const key = `${field.id}|${code}`
      const known = this.byKind.get(key)
      if (known === undefined) this.byKind.set(key, { field, code, message, pointers: [pointer] })
      else known.pointers.push(pointer)
    }
    if (!unreadable || (field.type !== 'choice' && field.type !== 'choices')) return
    const key = `${field.id}|${text.trim()}`
    const known = this.byText.get(key)
    if (known === undefined) this.byText.set(key, { field, text: text.trim(), pointers: [pointer] })
    else known.pointers.push(pointer)
  }

  readings = (): readonly PasteReading[] => [...this.byKind.values()]
  unknown = (): readonly UnknownChoice[] => [...this.byText.values()]
}

/** A single cell fills the whole selection; a line or a column that fits into it several times is repeated. */
function spread(block: Block, range: { top: number; bottom: number; left: number; right: number } | undefined): Block {
  if (range === undefined || block.length === 0) return block
  const width = Math.max(...block.map((line) => line.length))
  const down = times(range.bottom - range.top + 1, block.length)
  const across = times(range.right - range.left + 1, width)
  if (down === 1 && across === 1) return block
  const wide = block.map((line) => Array.from({ length: width * across }, (_, at) => line[at % width] ?? ''))
  return Array.from({ length: wide.length * down }, (_, at) => wide[at % wide.length] ?? [])
}

const times = (space: number, size: number) => (space > size && space % size === 0 ? space / size : 1)

/** The rows from `top` on, in the order shown, and as many new ones as the table may still have. */
function placeLines(state: GridState, count: number, top: number | undefined) {
  const { table } = state
  const shown = state.rows.peek()
  const from = top ?? shown.length
  const here = shown.slice(from, from + count).map(({ rowKey }) => rowKey)
  const room = table.fixedRows === undefined ? Math.max(0, table.maxRows - state.all.peek().length) : 0
  const added = Array.from(
    { length: Math.min(room, count - here.length) },
    (): Row => ({ rowKey: newRowKey(presentInstant()), cells: {} }),
  )
  return { keys: [...here, ...added.map(({ rowKey }) => rowKey)], added }
}
