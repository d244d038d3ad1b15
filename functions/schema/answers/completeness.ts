/**
 * Completeness = required answers given / required answers expected. What counts:
 * - "belum ada data" is expected and not given, and is named as missing; "tidak berlaku" is given;
 * - an answer that the validator refuses is not given: otherwise 100% could not be sent;
 * - hidden, computed and fixed cells are not expected; all fixed rows are, also those that nobody began;
 * - a table that must have rows and has none expects one row, so an empty form is never complete.
 * - what the reference data filled in counts only once somebody answered something: untouched answers are 0.
 * A row or table that nobody began is one gap, not one per field: it has to be readable in a mail. "Nihil" is the caller's.
 */
import type { Answers, Cells, Completeness, NamedGap, Row } from '../answers.ts'
import type { Field, FormDefinition, Table } from '../form.ts'
import { formatAbsence } from '../formats.ts'
import type { Wording } from '../wording.ts'
import { absenceOf } from './absence.ts'
import { kept } from './choices.ts'
import type { AnswerContext } from './context.ts'
import { isDemanded } from './demanded.ts'
import { fixedFieldsOf, fixedRowsOf } from './fixed-rows.ts'
import { prefillRows } from './prefill.ts'
import { rowLabel } from './row-label.ts'
import { isTableVisible, rowLimits, settleHeader, settleRow } from './settle-cells.ts'
import type { Settled } from './settled.ts'
import { type CellRules, cellRules, flawsOf } from './validate-cells.ts'

/** `missing` holds every gap, named, in the form's order; callers cut it to what they can show. It is named when first asked for. */
export type Measured = { readonly completeness: Completeness; readonly missing: readonly NamedGap[] }

export type Meter = {
  /** Measures the answers of the context's agency. `answered` never exceeds `expected`. Never throws. */
  measure(answers: Answers): Measured
  /** Counts rows ahead for as long as `more` says so; true when none is left. */
  prepare(answers: Answers, more: () => boolean): boolean
}

type Count = { expected: number; answered: number; gaps: NamedGap[]; begun: boolean }
type Counts = Omit<Count, 'gaps'> & { readonly gaps: () => readonly NamedGap[] }

/** The meter of answers that change: what was counted in a row is kept while the row and the header stay the same. */
export function createMeter(definition: FormDefinition, context: AnswerContext): Meter {
  const named = new Map(definition.fields.map((field) => [field.id, field]))
  const rules = cellRules(definition.fields, named, context)
  const counters = definition.tables.map((table) => tableCounter(table, { context, named }))
  const countersUnder = (header: Cells) => counters.filter(({ table }) => isTableVisible(table, header))
  return {
    measure: (answers) => {
      const header = settleHeader(definition, answers, context)
      const own = countCells('/fields', rules, header)
      const tables = countersUnder(header.cells).map((counter) =>
        counter.count(answers.rows[counter.table.id] ?? [], header.cells),
      )
      const begun = own.begun || tables.some((count) => count.begun)
      const answered = own.answered + sumOf(tables, 'answered')
      return {
        completeness: { expected: own.expected + sumOf(tables, 'expected'), answered: begun ? answered : 0 },
        get missing() {
          return [...own.gaps, ...tables.flatMap(({ gaps }) => gaps())]
        },
      }
    },
    prepare: (answers, more) => {
      const header = settleHeader(definition, answers, context).cells
      return countersUnder(header).every(({ table, countRow }) =>
        (answers.rows[table.id] ?? []).every((row) => {
          countRow(row, header)
          return more()
        }),
      )
    },
  }
}

/** One measurement of answers that will not change. */
export function measureCompleteness(definition: FormDefinition, answers: Answers, context: AnswerContext): Measured {
  return createMeter(definition, context).measure(answers)
}

type Setting = {
  readonly context: AnswerContext
  readonly named: ReadonlyMap<string, Field>
}

type TableCounter = {
  readonly table: Table
  countRow(row: Row, header: Cells): Count
  count(rows: readonly Row[], header: Cells): Counts
}

function tableCounter(table: Table, { context, named }: Setting): TableCounter {
  const at = `/rows/${table.id}`
  const all = new Map([...named, ...table.fields.map((field) => [field.id, field] as const)])
  const rules = cellRules(table.fields, all, context, fixedFieldsOf(table))
  const fixed = fixedRowsOf(table, context)
  const prefilled = new Map(prefillRows(table, fixed, context).map(({ rowKey, cells }) => [rowKey, cells]))
  const fixedCells = new Map(fixed.map(({ rowKey, cells }) => [rowKey, cells]))
  const known = new WeakMap<Settled, Count>()
  const wholes = new WeakMap<Row, Row>()
  const whole = (row: Row): Row => {
    const own = fixedCells.get(row.rowKey)
    return own === undefined ? row : kept(wholes, row, () => ({ rowKey: row.rowKey, cells: { ...row.cells, ...own } }))
  }
  const countRow = (row: Row, header: Cells): Count => {
    const settled = settleRow(table, whole(row), header)
    return kept(known, settled, () => countCells(`${at}/${row.rowKey}`, rules, settled, prefilled.get(row.rowKey)))
  }
  return {
    table,
    countRow,
    count: (given, header) => {
      const rows = table.fixedRows === undefined ? given : demandedRows(fixed, given)
      if (rows.length === 0) return countNone(table, rules, header)
      const counts = rows.map((row) => countRow(row, header))
      const total = { expected: sumOf(counts, 'expected'), answered: sumOf(counts, 'answered') }
      const begun = counts.some((count) => count.begun)
      return {
        ...total,
        begun,
        gaps: () => gapsOf(table, table.fixedRows ? fixed : rows, { counts, ...total, begun }, context),
      }
    },
  }
}

function countNone(table: Table, rules: CellRules, header: Cells): Counts {
  if (rowLimits(table, header).minRows === 0) return { expected: 0, answered: 0, gaps: () => [], begun: false }
  const at = `/rows/${table.id}`
  const { expected } = countCells(at, rules, settleRow(table, { rowKey: 'none', cells: {} }, header))
  return { expected, answered: 0, gaps: () => [{ pointer: at, label: noRows(table) }], begun: false }
}

type CountedRows = { readonly counts: readonly Count[] } & Omit<Count, 'gaps'>

function gapsOf(table: Table, rows: readonly Row[], total: CountedRows, context: AnswerContext): readonly NamedGap[] {
  if (!total.begun && rows.length > 1) {
    if (total.answered === total.expected) return []
    return [{ pointer: `/rows/${table.id}`, label: noneBegun(table, rows.length) }]
  }
  return rows.flatMap((row, index) => rowGaps(table, row, { index, count: total.counts[index] }, context))
}

/** The fixed rows with what was answered in them, in the order of the lists; foreign rows do not count. */
function demandedRows(fixed: readonly Row[], given: readonly Row[]): readonly Row[] {
  const byKey = new Map(given.map((row) => [row.rowKey, row]))
  return fixed.map((row) => byKey.get(row.rowKey) ?? row)
}

/** `prefilled` are the cells that the reference data put there. */
function countCells(at: string, rules: CellRules, settled: Settled, prefilled: Cells = {}): Count {
  const count: Count = { expected: 0, answered: 0, gaps: [], begun: false }
  for (const { field, judge } of rules.judged) {
    if (!settled.visible.has(field.id)) continue
    const value = settled.cells[field.id]
    if (value !== undefined && value !== prefilled[field.id]) count.begun = true
    if (!isDemanded(field, settled)) continue
    count.expected += 1
    const absence = absenceOf(value)
    if (value !== undefined && absence !== 'not-yet' && flawsOf({ field, judge }, value, settled).length === 0)
      count.answered += 1
    else count.gaps.push({ pointer: `${at}/${field.id}`, label: absence === 'not-yet' ? notYet(field) : field.label })
  }
  return count
}

type CountedRow = { readonly index: number; readonly count: Count | undefined }

const notBegun: Wording = { id: 'belum diisi', en: 'not begun' }

function rowGaps(table: Table, row: Row, { index, count }: CountedRow, context: AnswerContext): NamedGap[] {
  if (count === undefined || count.gaps.length === 0) return []
  const name = rowLabel(table, row, index, context)
  if (!count.begun) {
    const label = { id: `${name.id}: ${notBegun.id}`, en: `${name.en}: ${notBegun.en}` }
    return [{ pointer: `/rows/${table.id}/${row.rowKey}`, label, own: notBegun }]
  }
  return count.gaps.map(({ pointer, label }) => ({
    pointer,
    label: { id: `${name.id}: ${label.id}`, en: `${name.en}: ${label.en}` },
    own: label,
  }))
}

function notYet(field: Field): Wording {
  const say = (language: 'id' | 'en') =>
    `${field.label[language]} (${formatAbsence('not-yet', language).toLowerCase()})`
  return { id: say('id'), en: say('en') }
}

function noRows({ title }: Table): Wording {
  return { id: `${title.id}: belum ada baris`, en: `${title.en}: no rows yet` }
}

function noneBegun({ title }: Table, rows: number): Wording {
  return {
    id: `${title.id}: belum ada yang diisi (${rows} baris)`,
    en: `${title.en}: nothing entered yet (${rows} rows)`,
  }
}

function sumOf(counts: readonly Omit<Count, 'gaps'>[], key: 'expected' | 'answered'): number {
  return counts.reduce((sum, count) => sum + count[key], 0)
}
