/**
 * Completeness = required answers given / required answers expected. What counts:
 * - "belum ada data" is expected and not given, and is named as missing; "tidak berlaku" is given;
 * - an answer that the validator refuses is not given: otherwise 100 % could not be sent;
 * - hidden, computed and fixed cells are not expected; all fixed rows are, also those that nobody began;
 * - a table that must have rows and has none expects one row, so an empty form is never complete.
 * - what the reference data filled in counts only once somebody answered something: untouched answers are 0.
 * A row or table that nobody began is one gap, not one per field: it has to be readable in a mail. "Nihil" is the caller's.
 */
import type { Answers, Cells, Completeness, Gap, Row } from '../answers.ts'
import type { Field, FormDefinition, Table } from '../form.ts'
import type { Wording } from '../wording.ts'
import { absenceOf } from './absence.ts'
import type { AnswerContext } from './context.ts'
import { fixedFieldsOf, fixedRowsOf } from './fixed-rows.ts'
import { formatAbsence } from './format-value.ts'
import { isRequired } from './judge.ts'
import { prefillRows } from './prefill.ts'
import { rowLabel } from './row-label.ts'
import { isTableVisible, settleCells } from './settle-cells.ts'
import { type CellRules, cellRules } from './validate-cells.ts'

/** `missing` holds every gap, named, in the form's order; callers cut it to what they can show. */
export type Measured = { readonly completeness: Completeness; readonly missing: readonly Gap[] }

type Count = { expected: number; answered: number; gaps: Gap[]; begun: boolean }

/** Measures the answers of the context's agency. `answered` never exceeds `expected`. Never throws. */
export function measureCompleteness(definition: FormDefinition, answers: Answers, context: AnswerContext): Measured {
  const named = new Map(definition.fields.map((field) => [field.id, field]))
  const rules = cellRules(definition.fields, named, context)
  const header = settleCells(definition.fields, answers.fields).cells
  const counts = [countCells('/fields', rules, { cells: answers.fields })]
  for (const table of definition.tables) {
    if (!isTableVisible(table, header)) continue
    counts.push(countTable(table, answers.rows[table.id] ?? [], { context, header, named }))
  }
  const begun = counts.some((count) => count.begun)
  return {
    completeness: { expected: sumOf(counts, 'expected'), answered: begun ? sumOf(counts, 'answered') : 0 },
    missing: counts.flatMap(({ gaps }) => gaps),
  }
}

type Setting = {
  readonly context: AnswerContext
  readonly header: Cells
  readonly named: ReadonlyMap<string, Field>
}

/** Cells to count; `prefilled` are those that the reference data put there. With `header` they are a row's. */
type Counted = { readonly cells: Cells; readonly header?: Cells; readonly prefilled?: Cells }

function countTable(table: Table, given: readonly Row[], { context, header, named }: Setting): Count {
  const at = `/rows/${table.id}`
  const all = new Map([...named, ...table.fields.map((field) => [field.id, field] as const)])
  const rules = cellRules(table.fields, all, context, fixedFieldsOf(table))
  const prefilled = prefillRows(table, fixedRowsOf(table, context), context)
  const rows = table.fixedRows === undefined ? given : demandedRows(table, given, context)
  if (rows.length === 0) {
    const { expected } = countCells(at, rules, { cells: {}, header })
    return table.minRows > 0
      ? { expected, answered: 0, gaps: [{ pointer: at, label: noRows(table) }], begun: false }
      : { expected: 0, answered: 0, gaps: [], begun: false }
  }
  const counts = rows.map(({ rowKey, cells }, index) =>
    countCells(`${at}/${rowKey}`, rules, { cells, header, prefilled: prefilled[index]?.cells ?? {} }),
  )
  const total = { expected: sumOf(counts, 'expected'), answered: sumOf(counts, 'answered') }
  const begun = counts.some((count) => count.begun)
  if (!begun && rows.length > 1) {
    const gaps = total.answered === total.expected ? [] : [{ pointer: at, label: noneBegun(table, rows.length) }]
    return { ...total, gaps, begun }
  }
  return { ...total, gaps: rows.flatMap((row, index) => rowGaps(table, row, index, counts[index], context)), begun }
}

/** The fixed rows with what was answered in them, in the order of the lists; foreign rows do not count. */
function demandedRows(table: Table, given: readonly Row[], context: AnswerContext): readonly Row[] {
  const byKey = new Map(given.map((row) => [row.rowKey, row]))
  return fixedRowsOf(table, context).map((row) => ({
    rowKey: row.rowKey,
    cells: { ...byKey.get(row.rowKey)?.cells, ...row.cells },
  }))
}

function countCells(at: string, rules: CellRules, { cells, header, prefilled = {} }: Counted): Count {
  const settled = settleCells(rules.fields, cells, header)
  const count: Count = { expected: 0, answered: 0, gaps: [], begun: false }
  for (const { field, judge } of rules.judged) {
    if (!settled.visible.has(field.id)) continue
    const value = settled.cells[field.id]
    if (value !== undefined && value !== prefilled[field.id]) count.begun = true
    if (!isRequired(field, settled.scope)) continue
    count.expected += 1
    const absence = absenceOf(value)
    if (value !== undefined && absence !== 'not-yet' && judge(value, settled.scope).length === 0) count.answered += 1
    else count.gaps.push({ pointer: `${at}/${field.id}`, label: absence === 'not-yet' ? notYet(field) : field.label })
  }
  return count
}

function rowGaps(table: Table, row: Row, index: number, count: Count | undefined, context: AnswerContext): Gap[] {
  if (count === undefined || count.gaps.length === 0) return []
  const name = rowLabel(table, row, index, context)
  if (!count.begun) {
    const label = { id: `${name.id}: belum diisi`, en: `${name.en}: not begun` }
    return [{ pointer: `/rows/${table.id}/${row.rowKey}`, label }]
  }
  return count.gaps.map(({ pointer, label }) => ({
    pointer,
    label: { id: `${name.id}: ${label.id}`, en: `${name.en}: ${label.en}` },
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

function sumOf(counts: readonly Count[], key: 'expected' | 'answered'): number {
  return counts.reduce((sum, count) => sum + count[key], 0)
}
