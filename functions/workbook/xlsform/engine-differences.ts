/**
 * Where ODK Collect, Kobo's web form and ODK Web Forms would answer differently (docs/xlsform.md, measured), said with the
 * wording that all three take alike.
 */
import type { Expression } from '../../schema/expressions/expression.ts'
import type { Field } from '../../schema/form.ts'
import type { Stands } from './stands.ts'

const notInCollect = new Set(['floor', 'ceiling', 'substring', 'upper-case', 'lower-case', 'last'])
const asNumber = new Set(['+', '-', '*', 'div', 'mod', 'int', 'round', 'number', 'abs'])

/** `parts`: resolved. */
export function flagEngines(call: string, parts: readonly Expression[], stands: Stands): void {
  if (notInCollect.has(call)) stands.note('not-in-collect', `${call}()`)
  const [first] = parts
  if (call === 'negative' && first !== undefined && !('number' in first)) stands.note('minus-in-kobo')
  if (call === 'coalesce' && parts.length > 2) stands.note('coalesce-many')
  if (call === 'sum' && first !== undefined && 'call' in first && first.call === '|') stands.note('sum-of-both')
  if (asNumber.has(call) && parts.some((part) => isDate(fieldAt(part, stands)))) stands.note('date-as-number')
}

function isDate(field: Field | undefined): boolean {
  return field?.type === 'date' || field?.type === 'moment'
}

function fieldAt(part: Expression, { self, fieldOf }: Stands): Field | undefined {
  if ('self' in part) return self
  return 'field' in part ? fieldOf(part.field) : undefined
}
