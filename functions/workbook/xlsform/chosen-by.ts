/** The columns of a list by which its choices are chosen. */
import type { Expression } from '../../schema/expressions/expression.ts'
import type { FieldOf } from '../../schema/fields/kinds.ts'
import type { Field } from '../../schema/form.ts'
import { withColumns } from './lists.ts'

export function columnsOf({ choices }: FieldOf<'choice' | 'choices'>): ReadonlySet<string> {
  const known = 'reference' in choices ? [] : choices.flatMap(({ columns = {} }) => Object.keys(columns))
  return new Set(['name', 'label', ...known])
}

/** Of a list only the columns stay that its filter names. */
export function chosenBy(field: Field): Field {
  if ((field.type !== 'choice' && field.type !== 'choices') || 'reference' in field.choices) return field
  const used = new Set<string>()
  const look = (each: Expression): void => {
    if ('choice' in each) used.add(each.choice)
    if ('call' in each) each.of.forEach(look)
  }
  if (field.rules?.choices !== undefined) look(field.rules.choices)
  return { ...field, choices: withColumns(field.choices, used) }
}
