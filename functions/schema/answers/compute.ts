/**
 * Cells that nobody types. They are recomputed wherever they are shown or tested and never stored, so a stored
 * percentage can never contradict its numerator and denominator.
 */
import type { Cells, Value } from '../answers.ts'
import type { Field } from '../form.ts'

export type ComputedField = Extract<Field, { type: 'computed' }>

/**
 * The value of a computed field, rounded to its decimals; `undefined` when a part is missing, absent, or the whole is 0.
 * A sum needs all of its parts: a sum of some would look like the sum of all.
 */
export function computeCell(field: ComputedField, cells: Cells): number | undefined {
  const { formula } = field
  // Worked out with the form's other rules.
  if ('expression' in formula) return undefined
  if ('percent' in formula) {
    const part = numberOf(cells[formula.percent.part])
    const whole = numberOf(cells[formula.percent.whole])
    if (part === undefined || whole === undefined || whole === 0) return undefined
    return round((100 * part) / whole, field.decimals)
  }
  let sum = 0
  for (const id of formula.sum) {
    const value = numberOf(cells[id])
    if (value === undefined) return undefined
    sum += value
  }
  return round(sum, field.decimals)
}

function numberOf(value: Value | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined
}

function round(value: number, decimals: number): number | undefined {
  const scale = 10 ** decimals
  const rounded = Math.round((value + Number.EPSILON * Math.sign(value)) * scale) / scale
  return Number.isFinite(rounded) ? rounded : undefined
}
