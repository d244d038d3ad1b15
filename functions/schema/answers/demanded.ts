/** Which answers a form demands. */
import type { Field } from '../form.ts'
import { isRequired } from './condition.ts'
import type { Settled } from './settled.ts'

/** Is an answer demanded, by the field or by the form's own rule? Asked of visible fields only. */
export function isDemanded(field: Field, { scope, ruled }: Settled): boolean {
  return isRequired(field, scope) || ruled?.required.has(field.id) === true
}
