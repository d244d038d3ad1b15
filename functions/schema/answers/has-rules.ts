/** Does a form have rules of its own? Those need what works them out, which the page fetches for such forms only. */
import type { Field, FormDefinition } from '../form.ts'
import { kept } from './choices.ts'

const known = new WeakMap<FormDefinition, boolean>()

export function hasRules(definition: FormDefinition): boolean {
  return kept(known, definition, () => {
    const { fields, tables } = definition
    return fields.some(isRuled) || tables.some((table) => table.rules !== undefined || table.fields.some(isRuled))
  })
}

function isRuled(field: Field): boolean {
  return field.rules !== undefined || (field.type === 'computed' && 'expression' in field.formula)
}
