/**
 * A submission that is read place by place: its tables, what is said of each place, which rows are shown, and which place is
 * looked at. The table's active cell and the open place follow each other.
 */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { isTableVisible } from '../../../functions/schema/answers/settle-cells.ts'
import type { StartingPoint } from '../../../functions/schema/requests.ts'
import { elementId, pointerOf, targetOf } from '../../form/model/place.ts'
import { type CellMark, createGridState, type GridState } from '../../form/table/grid-state.ts'
import type { MarkKind } from '../../wording/sheet.ts'
import { marked, markKinds, markOf, type Notes, placesOf } from './notes.ts'
import { type ReadForm, readModel } from './read-model.ts'

/** Where comments are written while somebody reviews. */
export type Commenting = {
  textAt(pointer: string): string
  write(comment: { readonly pointer: string; readonly label: string; readonly text: string }): void
}
export type SheetParts = {
  readonly form: ReadForm
  readonly notes: ReadonlySignal<Notes>
  readonly commenting: Commenting | undefined
  /** The same form of the round before; asked for when the first place is opened. */
  readonly lastRound: () => Promise<StartingPoint | undefined>
}

export type Sheet = SheetParts & {
  readonly tables: readonly GridState[]
  readonly places: readonly string[]
  readonly filter: ReadonlySignal<MarkKind | undefined>
  /** The pointer that is looked at; `undefined` while the panel is closed. */
  readonly place: ReadonlySignal<string | undefined>
  /** Counts the wishes to put the focus into the panel. */
  readonly panelWanted: Signal<number>
  /** `into`: the focus goes into the panel, not to the place. */
  open(pointer: string, into?: boolean): void
  /** The active cell is the place that is looked at, if one is. */
  follow(state: GridState): void
  close(): void
  show(kind: MarkKind | undefined): void
  /** To the next mark of those shown, or the one before; around the end. */
  step(by: 1 | -1): void
  /** Which of how many marks a place is, counted from 1. */
  standing(pointer: string): { readonly at: number; readonly of: number } | undefined
}

export type TableOfSheet = { readonly sheet: Sheet; readonly state: GridState }

export function createSheet(parts: SheetParts): Sheet {
  const { form, notes } = parts
  const model = readModel(form)
  const marks = computed(() => marksByRow(notes.value))
  const tables = form.definition.tables
    .filter((table) => isTableVisible(table, model.header.peek()))
    .map((table) => ({
      ...createGridState(model, table),
      marks: computed(() => marks.value.get(table.id) ?? new Map()),
    }))
  const places = placesOf(form.definition, form.answers)
  const order = new Map(places.map((pointer, index) => [pointer, index]))
  const filter = signal<MarkKind | undefined>(undefined)
  const place = signal<string | undefined>(undefined)
  const panelWanted = signal(0)
  let last: string | undefined
  let lastRound: ReturnType<SheetParts['lastRound']> | undefined
  const stops = () =>
    marked(places, notes.peek(), filter.peek() === undefined ? markKinds : [filter.peek() as MarkKind])
  const sheet: Sheet = {
    ...parts,
    lastRound: () => {
      // Asked for once; a failure is no answer.
      lastRound ??= parts.lastRound().catch(() => {
        lastRound = undefined
        return undefined
      })
      return lastRound
    },
    tables,
    places,
    filter,
    place,
    panelWanted,
    open: (pointer, into = false) =>
      batch(() => {
        const { table, rowKey } = targetOf(pointer)
        const state = tables.find((each) => each.table.id === table)
        if (rowKey !== undefined && state !== undefined) {
          if (!state.rows.peek().some((row) => row.rowKey === rowKey)) sheet.show(undefined)
          state.goToPointer(pointer)
        } else if (!into) document.getElementById(elementId(pointer))?.focus()
        last = pointer
        place.value = pointer
        if (into) panelWanted.value += 1
      }),
    follow: (state) => {
      const spot = state.active.peek()
      const at = spot && state.placeAt(spot)
      if (place.peek() === undefined || at === undefined) return
      last = pointerOf(at)
      place.value = last
    },
    close: () => {
      const { table } = targetOf(place.peek() ?? '')
      const pointer = place.peek() ?? ''
      place.value = undefined
      const state = tables.find((each) => each.table.id === table)
      if (state !== undefined && state.active.peek() !== undefined) state.focusWanted.value += 1
      else document.getElementById(elementId(pointer))?.focus()
    },
    show: (kind) =>
      batch(() => {
        filter.value = kind
        for (const state of tables) {
          const known = new Set(state.all.peek().map(({ rowKey }) => rowKey))
          const keys = kind && [...known].filter((key) => hasKind(state.marks.peek().get(key), kind))
          state.view.value = keys && { keys, known }
        }
      }),
    step: (by) => {
      const all = stops()
      const from = order.get(place.peek() ?? last ?? '') ?? 0
      const at = place.peek() === undefined && last === undefined ? -1 : from
      const ahead = by === 1 ? all : [...all].reverse()
      const next = ahead.find((pointer) => by * ((order.get(pointer) ?? 0) - at) > 0) ?? ahead[0]
      if (next !== undefined) sheet.open(next)
    },
    standing: (pointer) => {
      const all = stops()
      const at = all.indexOf(pointer)
      return at < 0 ? undefined : { at: at + 1, of: all.length }
    },
  }
  return sheet
}

function hasKind(marks: ReadonlyMap<string, CellMark> | undefined, kind: MarkKind): boolean {
  return marks !== undefined && [...marks.values()].some(({ look }) => look.split(' ').includes(`mark-${kind}`))
}

type Marks = ReadonlyMap<string, ReadonlyMap<string, CellMark>>

function marksByRow(notes: Notes): ReadonlyMap<string, Marks> {
  const tables = new Map<string, Map<string, Map<string, CellMark>>>()
  for (const [pointer, own] of notes) {
    const { table, rowKey } = targetOf(pointer)
    const mark = markOf(own)
    if (table === undefined || rowKey === undefined || mark === undefined) continue
    const rows = tables.get(table) ?? new Map<string, Map<string, CellMark>>()
    rows.set(rowKey, (rows.get(rowKey) ?? new Map()).set(pointer, mark))
    tables.set(table, rows)
  }
  return tables
}
