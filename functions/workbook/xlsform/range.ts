/** `range`: a number between two ends, in steps. */
import type { Expression } from '../../schema/expressions/expression.ts'
import type { Field } from '../../schema/form.ts'
import type { DraftFlaw } from '../../schema/form-draft.ts'
import { flawAt } from './flaws.ts'
import { parametersOf } from './parameters.ts'
import { type Common, fieldOf } from './question-types.ts'
import type { SheetRow } from './sheets.ts'

export function rangeOf(common: Common, row: SheetRow, flaws: DraftFlaw[]): Field | undefined {
  const { start = '1', end = '10', step = '1', ...more } = parametersOf(row)
  const [from, to, by] = [Number(start), Number(end), Number(step)]
  if (![from, to, by].every(Number.isFinite) || by <= 0 || from === to)
    flaws.push(flawAt(row.at('parameters'), 'range-broken', row.cells.parameters ?? ''))
  for (const name of Object.keys(more))
    if (!/^tick/.test(name)) flaws.push(flawAt(row.at('parameters'), 'parameter-not-used', name))
  const whole = [from, to, by].every(Number.isInteger)
  const field = fieldOf(whole ? 'integer' : 'decimal', '', common, [])
  if (field?.type !== 'integer' && field?.type !== 'decimal') return undefined
  const bounded: Field = { ...field, min: Math.min(from, to), max: Math.max(from, to) }
  if (whole && by === 1) return bounded
  const message = { id: `harus ${start}, lalu naik tiap ${step}.`, en: `must be ${start} and then go up by ${step}.` }
  return { ...bounded, rules: { constraint: { test: inSteps(from, by), message } } }
}

/** `round((. - start) div step, 6) mod 1 = 0`. */
function inSteps(start: number, step: number): Expression {
  const from: Expression = { call: '-', of: [{ self: true }, { number: start }] }
  const steps: Expression = { call: 'round', of: [{ call: 'div', of: [from, { number: step }] }, { number: 6 }] }
  return { call: '=', of: [{ call: 'mod', of: [steps, { number: 1 }] }, { number: 0 }] }
}
