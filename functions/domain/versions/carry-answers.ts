/**
 * Answers of one version as another asks them. Only what is surely the same question is taken: the same type, under the same name, the
 * one that it was, or the one that the coordinator named. Rows keep their keys. What finds no place is said, never dropped.
 */
import { absenceOf, isBlank } from '../../schema/answers/absence.ts'
import { choiceOf } from '../../schema/answers/choices.ts'
import type { AnswerContext } from '../../schema/answers/context.ts'
import { formatValue } from '../../schema/answers/format-value.ts'
import { rowLabel } from '../../schema/answers/row-label.ts'
import type { Answers, Cells, Row, Value } from '../../schema/answers.ts'
import type { Field, FormDefinition } from '../../schema/form.ts'
import type { LeftAnswer, MoveMapping } from '../../schema/version-move.ts'
import type { Wording } from '../../schema/wording.ts'
import { type FieldPair, isSameType, type PartPair, pairsOf } from './form-pairs.ts'

export type Carried = { answers: Answers; left: LeftAnswer[] }
/** `context`: of the agency whose answers they are. */
export type Carrying = { before: FormDefinition; after: FormDefinition; mapping?: MoveMapping; context: AnswerContext }

/** Never throws. What `before` does not know either is left out silently: it was no answer. */
export function carryAnswers(given: Answers, carrying: Carrying): Carried {
  const left: LeftAnswer[] = []
  const answers: Answers = { fields: {}, rows: {} }
  for (const part of pairsOf(carrying.before, carrying.after, carrying.mapping)) {
    if (part.isHeader) answers.fields = carryCells(given.fields, part.fields, { ...carrying, at: '/fields', left })
    else carryRows(given.rows[part.before?.id ?? ''] ?? [], part, { ...carrying, answers, left })
  }
  return { answers, left }
}

type Into = Carrying & { left: LeftAnswer[] }

function carryRows(rows: readonly Row[], part: PartPair, into: Into & { answers: Answers }): void {
  const { before, after } = part
  const room = after?.maxRows ?? 0
  const labelOf = (row: Row, index: number) =>
    before === undefined ? undefined : rowLabel(before, row, index, into.context)
  const carried = rows.slice(0, room).map((row, index) => ({
    rowKey: row.rowKey,
    cells: carryCells(row.cells, part.fields, {
      ...into,
      at: `/rows/${before?.id}/${row.rowKey}`,
      row: labelOf(row, index),
    }),
  }))
  if (after !== undefined && before !== undefined) into.answers.rows[after.id] = carried
  for (const [index, row] of rows.slice(room).entries()) {
    const gone = part.fields.map((pair): FieldPair => ({ before: pair.before, after: undefined }))
    const at = `/rows/${before?.id}/${row.rowKey}`
    carryCells(row.cells, gone, { ...into, at, row: labelOf(row, room + index) })
  }
}

function carryCells(
  cells: Cells,
  pairs: readonly FieldPair[],
  into: Into & { at: string; row?: Wording | undefined },
): Cells {
  const carried: Cells = {}
  for (const pair of pairs) {
    const { before, after } = pair
    const value = before && cells[before.id]
    if (before === undefined || value === undefined || isBlank(value) || before.type === 'computed') continue
    if (after !== undefined && isSameType(pair) && fits(after, value, into.context)) carried[after.id] = value
    else into.left.push(leftOver(before, value, into))
  }
  return carried
}

/** Would it be an answer there? A slip that was typed stays a slip, so that its writer can mend it. */
function fits(field: Field, value: Value, context: AnswerContext): boolean {
  const absence = absenceOf(value)
  if (absence !== undefined) return field.absences?.includes(absence) ?? false
  if (field.type === 'choice') return choiceOf(field, String(value), context) !== undefined
  if (field.type === 'choices')
    return Array.isArray(value) && value.every((each) => choiceOf(field, each, context) !== undefined)
  return true
}

function leftOver(
  field: Field,
  value: Value,
  { at, row, before, context }: Into & { at: string; row?: Wording | undefined },
): LeftAnswer {
  return {
    version: before.version,
    pointer: `${at}/${field.id}`,
    label: field.label,
    ...(row === undefined ? {} : { row }),
    value: { id: formatValue(field, value, 'id', context), en: formatValue(field, value, 'en', context) },
  }
}
