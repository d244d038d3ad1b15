/**
 * Which choices an agency has. Lists live in the form or in the region's reference data; scoped entries (a kecamatan's own
 * kelurahan) are offered, and accepted, only for the agencies they name.
 */
import type { Choice, Field, ReferenceEntry } from '../form.ts'
import type { AnswerContext } from './context.ts'

const none: readonly ReferenceEntry[] = []
/** Lists never change once loaded, and are looked into for every cell: what is worked out of one is kept as long as the list is. */
const limited = new WeakMap<readonly ReferenceEntry[], Map<string, readonly ReferenceEntry[]>>()
const indexed = new WeakMap<readonly Choice[], ChoiceIndex>()

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
export function choicesOf(field: Field, context: AnswerContext): readonly Choice[] {
  if (field.type === 'text') return field.suggest === undefined ? none : entriesOf(field.suggest, context)
  if (field.type !== 'choice' && field.type !== 'choices') return none
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
  const { byValue, bySpelling } = indexOf(choicesOf(field, context))
  if (byValue.has(typed.trim())) return typed.trim()
  const fits = bySpelling().get(wanted)
  return fits?.size === 1 ? [...fits][0] : undefined
}

/** The choice with this value; `undefined` for what is in no list of this agency. */
export function choiceOf(field: Field, value: string, context: AnswerContext): Choice | undefined {
  return indexOf(choicesOf(field, context)).byValue.get(value)
}

/** `bySpelling` is made when somebody first types something that is not a value. */
type ChoiceIndex = {
  readonly byValue: ReadonlyMap<string, Choice>
  readonly bySpelling: () => ReadonlyMap<string, ReadonlySet<string>>
}

function indexOf(choices: readonly Choice[]): ChoiceIndex {
  return kept(indexed, choices, () => {
    let spellings: Map<string, Set<string>> | undefined
    return {
      byValue: new Map(choices.map((choice) => [choice.value, choice])),
      bySpelling: () => {
        spellings ??= spellingsOf(choices)
        return spellings
      },
    }
  })
}

function spellingsOf(choices: readonly Choice[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const choice of choices) {
    const { aliases = [] } = choice as ReferenceEntry
    for (const name of [choice.value, choice.label.id, choice.label.en, ...aliases]) {
      const values = found.get(plain(name))
      if (values === undefined) found.set(plain(name), new Set([choice.value]))
      else values.add(choice.value)
    }
  }
  return found
}

function kept<K extends object, V>(known: WeakMap<K, V>, key: K, make: () => V): V {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make()
  known.set(key, made)
  return made
}

/** Written without property escapes, which Firefox 67 cannot even parse: marks, then spaces and punctuation. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]+/g, '')
    .replace(/[\s!-/:-@[-`{-~\u00a0-\u00bf\u2000-\u206f]+/g, '')
}
