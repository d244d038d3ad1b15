/** A question as it stands among these answers: its texts with answers in them, and only the choices on offer. */

import type { Ruled } from '../../answers/settled.ts'
import type { Field } from '../../form.ts'

type Texts = Pick<Ruled, 'labels' | 'hints' | 'offered'>

const known = new WeakMap<Texts, Map<Field, Field>>()

/** The same field where no rule says otherwise; the same object for as long as nothing changed. */
export function fieldNow(field: Field, ruled: Texts): Field {
  if (field.rules === undefined) return field
  const fields = known.get(ruled) ?? new Map<Field, Field>()
  known.set(ruled, fields)
  const found = fields.get(field) ?? made(field, ruled)
  fields.set(field, found)
  return found
}

function made(field: Field, { labels, hints, offered }: Texts): Field {
  const label = labels.get(field.id) ?? field.label
  const hint = hints.get(field.id) ?? field.hint
  const worded: Field = { ...field, label, ...(hint === undefined ? {} : { hint }) }
  const values = offered.get(field.id)
  if (values === undefined || (worded.type !== 'choice' && worded.type !== 'choices')) return worded
  return 'reference' in worded.choices
    ? worded
    : { ...worded, choices: worded.choices.filter(({ value }) => values.has(value)) }
}
