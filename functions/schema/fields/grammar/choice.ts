/** Which choice of a list somebody means. */
import { choiceOf, choicesOf, kept, type Listed } from '../../answers/choices.ts'
import type { AnswerContext } from '../../answers/context.ts'
import type { ReferenceEntry } from '../../reference.ts'
import type { Choice } from '../shape.ts'

const indexed = new WeakMap<readonly Choice[], ReadonlyMap<string, ReadonlySet<string>>>()

/**
 * The choice meant by what somebody typed or pasted: its value, a label in either language, or another spelling in use
 * ("Naikoten I", "TDM"). Case, spaces and punctuation do not matter. `undefined` when nothing, or more than one, fits.
 */
export function matchChoice(field: Listed, typed: string, context: AnswerContext): string | undefined {
  const wanted = plain(typed)
  if (wanted === '') return undefined
  if (choiceOf(field, typed.trim(), context) !== undefined) return typed.trim()
  const choices = choicesOf(field, context)
  const fits = kept(indexed, choices, () => spellingsOf(choices)).get(wanted)
  return fits?.size === 1 ? [...fits][0] : undefined
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

/** Written without property escapes, which Firefox 67 cannot even parse: marks, then spaces and punctuation. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]+/g, '')
    .replace(/[\s!-/:-@[-`{-~\u00a0-\u00bf\u2000-\u206f]+/g, '')
}
