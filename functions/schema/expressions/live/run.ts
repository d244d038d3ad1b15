/**
 * Works all rules of a form out. Against the moment before, only what depends on a change is worked out again: a key stroke in
 * one of a thousand rows costs that row, and what sums over its column.
 */
import type { AnswerContext } from '../../answers/context.ts'
import type { Answers, Row } from '../../answers.ts'
import type { Table } from '../../form.ts'
import { numberOf } from '../values.ts'
import { KnownCells, sameValue } from './cells.ts'
import { frameOver, type KnownForm, type KnownTable, type MovingFrame, moveTo } from './known-form.ts'
import type { Needs } from './needs.ts'
import { attempt, judge, outcomeOf } from './outcomes.ts'
import type { Program, Rule, Step, TableStep } from './program.ts'

/** No table has more rows. */
const mostRows = 10_000

type Moment = { readonly answers: Answers; readonly context: AnswerContext }

export function run(program: Program, moment: Moment, before: KnownForm | undefined): KnownForm {
  return new Run(program, moment, before).known
}

/** A row that is not among the answers, such as one that a table would begin with. */
export function runRow(known: KnownForm, table: Table, row: Row, context: AnswerContext): KnownCells {
  const index = (known.tables.get(table.id)?.rows.length ?? 0) + 1
  const cells = new KnownCells(row.cells, { row, index })
  const frame = frameOver(known, context)
  moveTo(frame, cells, known)
  for (const step of known.program.steps)
    if ('field' in step && step.table === table) cells.put(step.field.id, outcomeOf(step, cells, frame))
  for (const rule of known.program.rules)
    if (rule.table === table) judge(rule, cells, frame, { context, change: () => cells })
  return cells
}

class Run {
  readonly known: KnownForm
  readonly #isFirst: boolean
  readonly #frame: MovingFrame
  readonly #context: AnswerContext
  readonly #tables = new Map<string, KnownTable>()
  /** Questions of the header, `table.field` and `table.` that are not as they were. */
  readonly #changed = new Set<string>()
  /** Rows that may be changed, with what changed in those that were known; all of a new row is worked out. */
  readonly #own = new Map<KnownCells, Set<string> | 'new'>()
  /** Tables that came into sight: nobody kept their rows up to date. */
  readonly #shown = new Set<string>()

  constructor(program: Program, { answers, context }: Moment, before: KnownForm | undefined) {
    this.#isFirst = before === undefined
    this.#context = context
    const header = new KnownCells(answers.fields, { row: undefined, index: 0 }, before?.header)
    this.known = { program, answers, header, tables: this.#tables, byRow: new Map() }
    const typed = before?.answers.fields
    for (const id of new Set([...Object.keys(typed ?? {}), ...Object.keys(answers.fields)]))
      if (!sameValue(typed?.[id], answers.fields[id])) this.#changed.add(id)
    for (const table of program.definition.tables) this.#takeRows(table, answers.rows[table.id] ?? [], before)
    this.#frame = frameOver(this.known, context)
    for (const step of program.steps) 'field' in step ? this.#step(step) : this.#tableStep(step)
    for (const rule of program.rules) this.#rule(rule)
    for (const { rows } of this.#tables.values())
      for (const cells of rows) if (cells.row !== undefined) this.known.byRow.set(cells.row, cells)
  }

  #takeRows({ id }: Table, rows: readonly Row[], before: KnownForm | undefined): void {
    const known = before?.tables.get(id)
    const earlier = new Map((known?.rows ?? []).map((cells) => [cells.row?.rowKey, cells]))
    const taken = rows.map((row, at) => {
      const same = before?.byRow.get(row)
      if (same !== undefined && same.index === at + 1) return same
      const fresh = new KnownCells(row.cells, { row, index: at + 1 }, earlier.get(row.rowKey))
      this.#own.set(fresh, 'new')
      return fresh
    })
    const keys = (list: readonly KnownCells[]) => list.map(({ row }) => row?.rowKey).join()
    if (known === undefined || keys(known.rows) !== keys(taken)) this.#changed.add(`${id}.`)
    this.#tables.set(id, { visible: known?.visible ?? true, count: known?.count, rows: taken })
  }

  #isTouched({ header, columns }: Needs): boolean {
    if (this.#isFirst) return true
    for (const id of header) if (this.#changed.has(id)) return true
    for (const key of columns) if (this.#changed.has(key)) return true
    return false
  }

  #tableStep({ table, needs, relevant, count }: TableStep): void {
    const known = this.#tables.get(table.id)
    if (known === undefined || !this.#isTouched(needs)) return
    moveTo(this.#frame, this.known.header, this.known)
    const visible = relevant === undefined || attempt(() => relevant(this.#frame), false)
    known.count = count && attempt(() => rowCount(numberOf(count(this.#frame))), undefined)
    this.#frame.tables[table.id] = visible ? known.rows.map(({ atoms }) => atoms) : []
    if (visible === known.visible && !this.#isFirst) return
    known.visible = visible
    this.#changed.add(`${table.id}.`)
    if (visible) this.#shown.add(table.id)
  }

  #step(step: Step): void {
    const { table, field, needs } = step
    if (table !== undefined) {
      this.#eachRow(table, needs, (cells, at) => {
        const outcome = outcomeOf(step, cells, this.#frame)
        if (cells.isSame(field.id, outcome)) return
        this.#change(table, at, field.id).put(field.id, outcome)
        this.#changed.add(`${table.id}.${field.id}`)
      })
      return
    }
    const { header } = this.known
    if (!this.#isTouched(needs) && !this.#changed.has(field.id)) return
    moveTo(this.#frame, header, this.known)
    const outcome = outcomeOf(step, header, this.#frame)
    if (header.isSame(field.id, outcome)) this.#changed.delete(field.id)
    else {
      header.put(field.id, outcome)
      this.#changed.add(field.id)
    }
  }

  #rule(rule: Rule): void {
    const { table, needs, field } = rule
    const { header } = this.known
    const context = this.#context
    if (table !== undefined) {
      this.#eachRow(table, needs, (cells, at) => {
        judge(rule, cells, this.#frame, { context, change: () => this.#change(table, at, field.id) })
      })
    } else if (this.#isTouched(needs)) {
      moveTo(this.#frame, header, this.known)
      judge(rule, header, this.#frame, { context, change: () => header })
    }
  }

  /** Those rows in which something that is needed changed. */
  #eachRow(table: Table, needs: Needs, work: (cells: KnownCells, at: number) => void): void {
    const known = this.#tables.get(table.id)
    if (known?.visible !== true) return
    const all = this.#shown.has(table.id) || this.#isTouched(needs)
    for (let at = 0; at < known.rows.length; at += 1) {
      const cells = known.rows[at]
      if (cells === undefined) continue
      const own = this.#own.get(cells)
      if (!all && own !== 'new' && !(own !== undefined && meets(needs.own, own))) continue
      moveTo(this.#frame, cells, this.known)
      work(cells, at)
    }
  }

  /** The row's cells to change: a copy, where others may look at them. */
  #change(table: Table, at: number, id: string): KnownCells {
    const known = this.#tables.get(table.id)
    const cells = known?.rows[at]
    if (known === undefined || cells === undefined) throw new RangeError('no such row')
    const own = this.#own.get(cells)
    if (own === 'new') return cells
    if (own !== undefined) {
      own.add(id)
      return cells
    }
    const copy = new KnownCells(cells.typed, cells, cells)
    known.rows[at] = copy
    this.#own.set(copy, new Set([id]))
    const atoms = this.#frame.tables[table.id]
    if (atoms !== undefined) atoms[at] = copy.atoms
    moveTo(this.#frame, copy, this.known)
    return copy
  }
}

function meets(needed: ReadonlySet<string>, changed: ReadonlySet<string>): boolean {
  for (const id of needed) if (changed.has(id)) return true
  return false
}

/** A number that is no count demands nothing. */
function rowCount(number: number): number | undefined {
  return number >= 0 ? Math.min(mostRows, Math.trunc(number)) : undefined
}
