/** Both sides of a comparison, as far as something can be said of them. */
import { dayOf } from '../../schema/expressions/days.ts'
import type { Expression } from '../../schema/expressions/expression.ts'
import type { Field } from '../../schema/form.ts'
import { Unmapped } from './flaws.ts'
import type { Stands } from './stands.ts'

/** Throws `Unmapped` for a day that is not in the calendar. */
export function flagCompared(parts: readonly Expression[], stands: Stands): void {
  if (parts.some(isOfRows)) stands.note('any-of-many', '')
  if (parts.some((part) => 'call' in part && /^[<>=!]/.test(part.call))) stands.note('comparison-chained', '')
  for (const [at, part] of parts.entries()) {
    const other = parts[1 - at]
    const field = part === undefined ? undefined : fieldAt(part, stands)
    if (field?.type === 'date' && other !== undefined) checkUnquoted(other)
    if (field === undefined || other === undefined || !('text' in other)) continue
    if (field.type === 'date' && other.text !== '' && dayOf(other.text.trim()) === undefined)
      throw new Unmapped('date-unreal', other.text)
    if (field.type !== 'choice' || other.text === '' || 'reference' in field.choices) continue
    if (!field.choices.some(({ value }) => value === other.text)) stands.note('choice-unknown', other.text)
  }
}

/** `2026-12-31` without quotes is a subtraction. */
function checkUnquoted(other: Expression): void {
  if (!('call' in other) || other.call !== '-') return
  const [left, day] = other.of
  const [year, month] = left !== undefined && 'call' in left && left.call === '-' ? left.of : []
  const all = [year, month, day].map((part) => (part !== undefined && 'number' in part ? part.number : undefined))
  if (all.every((part) => part !== undefined)) throw new Unmapped('date-unquoted', all.join('-'))
}

export function isNodes(expression: Expression | undefined): boolean {
  if (expression === undefined) return false
  if ('column' in expression || 'list' in expression) return true
  return 'call' in expression && (expression.call === 'where' || expression.call === '|')
}

/** Of a table: a look into a list finds one item, as its author knows. */
function isOfRows(expression: Expression): boolean {
  if ('column' in expression) return true
  return 'call' in expression && ['where', '|'].includes(expression.call) && expression.of.some(isOfRows)
}

function fieldAt(part: Expression, { self, fieldOf }: Stands): Field | undefined {
  if ('self' in part) return self
  return 'field' in part ? fieldOf(part.field) : undefined
}
