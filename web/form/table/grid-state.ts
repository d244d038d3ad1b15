/**
 * What is going on in one table: which rows are shown in which order, which cell is active, what is selected, what is being
 * edited. Cells are named by row key and field, so that a row that comes or goes, or another order, moves nothing else.
 */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { isSameFor } from '../../../functions/schema/answers/settle-cells.ts'
import type { Answers, Cells, Row, Value } from '../../../functions/schema/answers.ts'
import type { NoticeCode } from '../../../functions/schema/fields/notices.ts'
import type { Field, Table } from '../../../functions/schema/form.ts'
import type { Wording } from '../../../functions/schema/wording.ts'
import type { FormModel } from '../form-model.ts'
import { type Place, targetOf } from '../model/place.ts'
import { columnsOf } from './columns.ts'
import type { Combo } from './combo/combo-port.ts'
import { applyView, type RowView } from './row-view.ts'

/** By position among the rows and columns that are shown. */
export type Spot = { readonly row: number; readonly column: number }
/** Both ends belong to it. */
export type Range = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }
type Cell = { readonly rowKey: string; readonly field: string }
/** `typed`: it began with this letter, so arrow keys leave the cell; otherwise they move the caret. */
export type Editing = Cell & { readonly typed: string | undefined; readonly before: Value | undefined }

export type PasteReport = {
  readonly cells: number
  readonly newRows: number
  /** Pointers of texts that could not be read as answers. */
  readonly marked: readonly string[]
  /** Texts that had to be cut. */
  readonly cut: number
  /** Cells that would stand right of the last column. */
  readonly beyond: number
  /** Names of columns that the table does not have. */
  readonly strangers: readonly string[]
  /** Lines of totals, by their words, that were left out. */
  readonly totals: readonly string[]
  /** Lines for which the table has no rows left. */
  readonly full: number
  /** Lines without a place, those of a full table too, as text that can be copied again. */
  readonly left: string
  /** What was not taken letter for letter, by column and kind. */
  readonly readings: readonly PasteReading[]
  /** Texts that name no choice, each with all its cells. */
  readonly unknown: readonly UnknownChoice[]
  /** The answers as the paste left them: until they change it can be taken back. */
  readonly after: Answers
}
export type PasteReading = {
  readonly field: Field
  readonly code: NoticeCode
  readonly message: Wording
  readonly pointers: readonly string[]
}
export type UnknownChoice = { readonly field: Field; readonly text: string; readonly pointers: readonly string[] }

/** What is said of a cell in a table that is only read: signs that also work in grey, and the same in words. */
export type CellMark = { readonly look: string; readonly signs: string; readonly text: string }
/** By row key, then by pointer: of a cell, or of the row itself. */
export type CellMarks = ReadonlyMap<string, ReadonlyMap<string, CellMark>>

export type GridState = {
  readonly model: FormModel
  readonly table: Table
  readonly columns: readonly Field[]
  /** The form's header as the rows look at it: it stays the same while nothing in it changes that they depend on. */
  readonly header: ReadonlySignal<Cells>
  /** In the stored order. */
  readonly all: ReadonlySignal<readonly Row[]>
  /** As shown. */
  readonly rows: ReadonlySignal<readonly Row[]>
  readonly view: Signal<RowView | undefined>
  /** The stored position of each row, while another order is shown. */
  readonly numbers: ReadonlySignal<ReadonlyMap<string, number> | undefined>
  readonly active: ReadonlySignal<Spot | undefined>
  readonly range: ReadonlySignal<Range | undefined>
  readonly editing: Signal<Editing | undefined>
  /** Of the choice cell that is being edited. */
  readonly combo: Signal<Combo | undefined>
  /** What was typed last and is no choice, so that nothing was changed; until another cell is edited. */
  readonly unread: Signal<{ readonly place: Place; readonly words: Wording } | undefined>
  /** What became of the last paste, until the person has read it. */
  readonly report: Signal<PasteReport | undefined>
  /** How many rows were just removed. */
  readonly removed: Signal<number>
  /** Only where the table is read and not filled. */
  readonly marks?: ReadonlySignal<CellMarks>
  /** Counts the wishes to put the focus into the active cell. */
  readonly focusWanted: Signal<number>
  /** Makes a cell the active one; with `extend` the selection grows up to it. The place is brought into the table. */
  goTo(spot: Spot, options?: { readonly extend?: boolean; readonly focus?: boolean }): void
  select(range: Range): void
  goToPointer(pointer: string): void
  placeAt(spot: Spot): Place | undefined
  edit(typed?: string): void
  /** Ends editing; the answer is what was typed so far. */
  endEdit(): void
}

export function createGridState(model: FormModel, table: Table): GridState {
  const columns = columnsOf(table)
  const all = computed(() => model.answers.value.rows[table.id] ?? [])
  let seen = model.header.peek()
  const header = computed(() => {
    if (!isSameFor(table, seen, model.header.value)) seen = model.header.value
    return seen
  })
  const view = signal<RowView | undefined>(undefined)
  const rows = computed(() => applyView(all.value, view.value))
  const indexes = computed(() => indexOf(rows.value))
  const head = signal<Cell | undefined>(undefined)
  const anchor = signal<Cell | undefined>(undefined)
  const editing = signal<Editing | undefined>(undefined)
  const focusWanted = signal(0)
  const spotOf = (cell: Cell | undefined): Spot | undefined => {
    const row = cell && indexes.value.get(cell.rowKey)
    const column = cell === undefined ? -1 : columns.findIndex(({ id }) => id === cell.field)
    return row === undefined || column < 0 ? undefined : { row, column }
  }
  const cellAt = ({ row, column }: Spot): Cell | undefined => {
    const shown = rows.peek()
    const rowKey = shown[within(row, shown.length)]?.rowKey
    const field = columns[within(column, columns.length)]?.id
    return rowKey === undefined || field === undefined ? undefined : { rowKey, field }
  }
  const active = computed(() => spotOf(head.value))
  const state: GridState = {
    model,
    table,
    columns,
    header,
    all,
    rows,
    view,
    numbers: computed(() => (view.value === undefined ? undefined : indexOf(all.value))),
    active,
    range: computed(() => {
      const one = active.value
      const other = spotOf(anchor.value) ?? one
      return one && other && rangeOf(one, other)
    }),
    editing,
    combo: signal<Combo | undefined>(undefined),
    unread: signal<{ readonly place: Place; readonly words: Wording } | undefined>(undefined),
    report: signal<PasteReport | undefined>(undefined),
    removed: signal(0),
    focusWanted,
    goTo: (spot, { extend = false, focus = true } = {}) =>
      batch(() => {
        const cell = cellAt(spot)
        state.endEdit()
        head.value = cell
        if (!extend || anchor.peek() === undefined) anchor.value = cell
        if (focus) focusWanted.value += 1
      }),
    select: ({ top, bottom, left, right }) =>
      batch(() => {
        state.goTo({ row: bottom, column: right })
        head.value = cellAt({ row: top, column: left })
        anchor.value = cellAt({ row: bottom, column: right })
      }),
    goToPointer: (pointer) => {
      const { table: id, rowKey = '', field } = targetOf(pointer)
      const row = id === table.id ? indexes.peek().get(rowKey) : undefined
      const column = field === undefined ? 0 : columns.findIndex((each) => each.id === field)
      if (row !== undefined) state.goTo({ row, column: Math.max(0, column) })
    },
    placeAt: (spot) => {
      const cell = cellAt(spot)
      return cell && { table: table.id, ...cell }
    },
    edit: (typed) => {
      const spot = active.peek()
      const cell = spot && cellAt(spot)
      const row = spot && rows.peek()[spot.row]
      if (cell === undefined || row === undefined) return
      model.seal()
      state.unread.value = undefined
      editing.value = { ...cell, typed, before: row.cells[cell.field] }
    },
    endEdit: () => {
      if (editing.peek() === undefined) return
      state.combo.peek()?.leave()
      editing.value = undefined
      model.seal()
    },
  }
  return state
}

export function rangeOf(one: Spot, other: Spot): Range {
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.column, other.column),
    right: Math.max(one.column, other.column),
  }
}

const indexOf = (rows: readonly Row[]) => new Map(rows.map(({ rowKey }, index) => [rowKey, index]))
const within = (index: number, count: number) => Math.max(0, Math.min(index, count - 1))
