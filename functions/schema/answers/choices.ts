/**
 * Which choices an agency has. Lists live in the form or in the region's reference data; scoped entries (a kecamatan's own
 * kelurahan) are offered, and accepted, only for the agencies they name.
 */
import type { Choice, Field, ReferenceEntry } from '../form.ts'
import type { AnswerContext } from './context.ts'

/** The entries of a reference list that this agency may use, in the list's order. An unknown list has none. */
export function entriesOf(reference: string, context: AnswerContext): readonly ReferenceEntry[] {
  const entries = Object.hasOwn(context.references, reference) ? (context.references[reference] ?? []) : []
  return entries.filter(({ scope }) => scope === undefined || scope.includes(context.agencyId))
}

/** The choices of a `choice` or `choices` field, or what a text field suggests; other fields have none. */
export function choicesOf(field: Field, context: AnswerContext): readonly Choice[] {
  if (field.type === 'text') return field.suggest === undefined ? [] : entriesOf(field.suggest, context)
  if (field.type !== 'choice' && field.type !== 'choices') return []
  return 'reference' in field.choices ? entriesOf(field.choices.reference, context) : field.choices
}

/** The list a field takes its values or suggestions from, if it takes them from one. */
export function referenceOf(field: Field): string | undefined {
  if (field.type === 'text') return field.suggest
  if (field.type !== 'choice' && field.type !== 'choices') return undefined
  return 'reference' in field.choices ? field.choices.reference : undefined
}

/**
 * The choice meant by what somebody typed or pasted: its value, a label in either language, or another spelling in use
 * ("Naikoten I", "TDM"). Case, spaces and punctuation do not matter. `undefined` when nothing, or more than one, fits.
 */
export function matchChoice(field: Field, typed: string, context: AnswerContext): string | undefined {
  const wanted = plain(typed)
  if (wanted === '') return undefined
  const fits = new Set<string>()
  for (const choice of choicesOf(field, context)) {
    if (choice.value === typed.trim()) return choice.value
    const { aliases = [] } = choice as ReferenceEntry
    if ([choice.value, choice.label.id, choice.label.en, ...aliases].some((name) => plain(name) === wanted)) {
      fits.add(choice.value)
    }
  }
  return fits.size === 1 ? [...fits][0] : undefined
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '')
}
