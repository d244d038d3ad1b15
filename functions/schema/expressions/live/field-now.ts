/** A question as it stands among these answers: its texts with answers in them, and only the choices on offer. */

import type { Ruled } from '../../answers/settled.ts'
import type { Field } from '../../form.ts'

type Texts = Pick<Ruled, 'labels' | 'hints' | 'offered'>

const known = new WeakMap<Texts, Map<Field, Field>>()

/** No value of a choice begins so. */
const mark = '\u0000'

/** The place of a choice in its list, where its value alone does not tell it: the same kelurahan in two kecamatan. */
export function placeKey(at: number): string {
  return `${mark}${at}`
}

export function choiceKey(id: string, at: number): string {
  return `${id}${placeKey(at)}`
}

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
  if ((worded.type !== 'choice' && worded.type !== 'choices') || 'reference' in worded.choices) return worded
  const own = new Set((field.rules?.choiceLabels ?? []).map(({ at }) => at))
  const spoken = worded.choices.map((choice, at) =>
    own.has(at) ? { ...choice, label: labels.get(choiceKey(field.id, at)) ?? choice.label } : choice,
  )
  const values = offered.get(field.id)
  if (values === undefined) return own.size === 0 ? worded : { ...worded, choices: spoken }
  const byPlace = [...values].some((value) => value.startsWith(mark))
  const choices = spoken.filter(({ value }, at) => values.has(byPlace ? placeKey(at) : value))
  return { ...worded, choices }
}
