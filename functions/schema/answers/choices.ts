/**
 * Which choices an agency has. Lists live in the form or in the region's reference data; scoped entries (a kecamatan's own
 * kelurahan) are offered, and accepted, only for the agencies they name.
 */

import type { Choice } from '../fields/shape.ts'
import type { ReferenceEntry } from '../reference.ts'
import type { AnswerContext } from './context.ts'

/** As far as a field's list goes: what it chooses from, or what a text suggests. */
export type Listed = {
  readonly type: string
  readonly choices?: readonly Choice[] | { readonly reference: string }
  readonly suggest?: string | undefined
}

const none: readonly ReferenceEntry[] = []
/** Lists never change once loaded, and are looked into for every cell: what is worked out of one is kept as long as the list is. */
const limited = new WeakMap<readonly ReferenceEntry[], Map<string, readonly ReferenceEntry[]>>()
const indexed = new WeakMap<readonly Choice[], ReadonlyMap<string, Choice>>()

/** The entries of a reference list that this agency may use, in the list's order. An unknown list has none. */
export function entriesOf(reference: string, { references, agencyId }: AnswerContext): readonly ReferenceEntry[] {
  const entries = Object.hasOwn(references, reference) ? references[reference] : undefined
  if (entries === undefined) return none
  const byAgency = kept(limited, entries, () => new Map<string, readonly ReferenceEntry[]>())
  const known = byAgency.get(agencyId)
  if (known !== undefined) return known
  const own = entries.filter(({ scope }) => scope === undefined || scope.includes(agencyId))
  byAgency.set(agencyId, own)
  return own
}

/** The choices of a `choice` or `choices` field, or what a text field suggests; other fields have none. */
export function choicesOf(field: Listed, context: AnswerContext): readonly Choice[] {
  const reference = referenceOf(field)
  if (reference !== undefined) return entriesOf(reference, context)
  return field.choices !== undefined && !('reference' in field.choices) ? field.choices : none
}

/** The list a field takes its values or suggestions from, if it takes them from one. */
export function referenceOf({ choices, suggest }: Listed): string | undefined {
  return choices !== undefined && 'reference' in choices ? choices.reference : suggest
}

/** The choice with this value; `undefined` for what is in no list of this agency. */
export function choiceOf(field: Listed, value: string, context: AnswerContext): Choice | undefined {
  return byValueOf(choicesOf(field, context)).get(value)
}

function byValueOf(choices: readonly Choice[]): ReadonlyMap<string, Choice> {
  return kept(indexed, choices, () => new Map(choices.map((choice) => [choice.value, choice])))
}

/** What is worked out of a list, once. */
export function kept<K extends object, V>(known: WeakMap<K, V>, key: K, make: () => V): V {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make()
  known.set(key, made)
  return made
}
