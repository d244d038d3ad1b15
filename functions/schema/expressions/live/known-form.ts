/** What is known of all answers of a form at one moment. */

import { choiceOf } from '../../answers/choices.ts'
import type { AnswerContext } from '../../answers/context.ts'
import type { Answers, Row } from '../../answers.ts'
import { Day, dayOf } from '../days.ts'
import type { Answered, Frame } from '../frame.ts'
import type { Atom } from '../values.ts'
import { atomIn } from './atoms.ts'
import type { KnownCells } from './cells.ts'
import type { Program } from './program.ts'

export type KnownTable = { visible: boolean; count: number | undefined; readonly rows: KnownCells[] }
export type KnownForm = {
  readonly program: Program
  readonly answers: Answers
  readonly header: KnownCells
  readonly tables: ReadonlyMap<string, KnownTable>
  readonly byRow: Map<Row, KnownCells>
}

/** Enough for every form that an importer lets through; what is beyond would keep a server busy. */
const mostSteps = 20_000_000
const nothing: Answered = {}

/** A frame over what is known, standing at the header. */
export function frameOver({ header, tables, program }: KnownForm, context: AnswerContext): MovingFrame {
  const all: Record<string, (typeof header.atoms)[]> = {}
  for (const [id, { rows, visible }] of tables) all[id] = visible ? rows.map(({ atoms }) => atoms) : []
  const today = dayOf(context.today) ?? new Day(Number.NaN, '')
  const language = context.language ?? 'id'
  const fields = program.byId
  return {
    header: header.atoms,
    tables: all,
    row: nothing,
    outer: nothing,
    index: 1,
    size: 1,
    self: '',
    choice: {},
    today,
    now: (context.now === undefined ? undefined : dayOf(context.now)) ?? today,
    language,
    choiceName: (id, value) => {
      const field = fields.get(id)
      return (field && choiceOf(field, value, context)?.label[language]) ?? ''
    },
    absence: () => '',
    typed: () => '',
    steps: mostSteps,
    memo: new Map(),
  }
}

export type MovingFrame = Frame & { readonly tables: Record<string, Record<string, Atom | undefined>[]> }

/** Moves the frame to a row, or with the header's own cells to the header. */
export function moveTo(frame: MovingFrame, cells: KnownCells, { header, program }: KnownForm): void {
  frame.row = cells === header ? nothing : cells.atoms
  frame.index = Math.max(1, cells.index)
  const of = (row: Answered) => (row === frame.row && cells !== header ? cells : header)
  frame.absence = (id, row) => of(row).absence(id)
  frame.typed = (id, row) => {
    const field = program.byId.get(id)
    return (field && atomIn(field, of(row).typed[id])) ?? ''
  }
}
