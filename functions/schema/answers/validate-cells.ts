/**
 * The rules of single cells over one set of fields: what is demanded, what is wrong, what the form does not know.
 */
import type { AnswerError, Cells, Value } from '../answers.ts'
import type { Judge } from '../fields/reading.ts'
import type { Flaw } from '../fields/unread.ts'
import type { Field } from '../form.ts'
import { absenceOf } from './absence.ts'
import type { AnswerContext } from './context.ts'
import { isDemanded } from './demanded.ts'
import { judgeOf } from './judge.ts'
import * as say from './messages.ts'
import type { Settled } from './settled.ts'

/** Fields prepared for many sets of cells. `judged` leaves out computed and fixed fields; `known` has them all. */
export type CellRules = {
  readonly fields: readonly Field[]
  readonly judged: readonly { readonly field: Field; readonly judge: Judge }[]
  readonly known: ReadonlySet<string>
}

/** Prepares the rules of these fields. `named` are the fields that bounds may name, `fixed` those nobody answers. */
export function cellRules(
  fields: readonly Field[],
  named: ReadonlyMap<string, Field>,
  context: AnswerContext,
  fixed: ReadonlySet<string> = new Set(),
): CellRules {
  const answered = fields.filter(({ id, type }) => type !== 'computed' && !fixed.has(id))
  return {
    fields,
    judged: answered.map((field) => ({ field, judge: judgeOf(field, { named, context }) })),
    known: new Set(fields.map(({ id }) => id)),
  }
}

/** Adds the errors of one set of cells to `errors`, under the pointer `at`. */
export function validateCells(
  at: string,
  rules: CellRules,
  typed: Cells,
  settled: Settled,
  errors: AnswerError[],
): void {
  for (const { field, judge } of rules.judged) {
    if (!settled.visible.has(field.id)) continue
    const value = settled.cells[field.id]
    if (value === undefined) {
      if (isDemanded(field, settled)) errors.push({ pointer: `${at}/${field.id}`, ...say.required(field) })
      continue
    }
    for (const flaw of flawsOf({ field, judge }, value, settled)) errors.push({ pointer: `${at}/${field.id}`, ...flaw })
  }
  reportUnknown(at, rules.known, typed, errors)
}

type Judged = { readonly field: Field; readonly judge: Judge }

/** All that is wrong with a visible, answered cell, by its field and by the form's own rules. */
export function flawsOf({ field, judge }: Judged, value: Value, { scope, ruled }: Settled): readonly Flaw[] {
  const flaws = judge(value, scope)
  if (ruled === undefined || absenceOf(value) !== undefined) return flaws
  const refused = ruled.refused.has(field.id) && field.rules?.constraint !== undefined
  const offered = ruled.offered.get(field.id)
  const elsewhere = offered === undefined ? [] : [value].flat().filter((each) => !offered.has(String(each)))
  if (!refused && (elsewhere.length === 0 || flaws.length > 0)) return flaws
  return [
    ...flaws,
    ...(refused && field.rules?.constraint ? [say.ruleMissed(field, field.rules.constraint.message)] : []),
    ...(flaws.length === 0 ? elsewhere.map((each) => say.notOffered(field, String(each))) : []),
  ]
}

/** Adds an error for each cell whose field the form does not know. */
export function reportUnknown(at: string, known: ReadonlySet<string>, typed: Cells, errors: AnswerError[]): void {
  for (const id of Object.keys(typed)) {
    if (!known.has(id)) errors.push({ pointer: `${at}/${id}`, ...say.unknownField(id) })
  }
}
