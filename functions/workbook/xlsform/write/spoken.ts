/** Texts with answers in them, as an author writes them: `Saya, ${nama}`. */
import type { Expression } from '../../../schema/expressions/expression.ts'
import type { Choice, Field } from '../../../schema/form.ts'
import type { Wording } from '../../../schema/wording.ts'

export function textOfTree({ id, en }: { readonly id: Expression; readonly en: Expression }): Wording {
  return { id: spoken(id), en: spoken(en) }
}

function spoken(tree: Expression): string {
  if ('text' in tree) return tree.text
  if ('field' in tree) return `\${${tree.field}}`
  return 'call' in tree ? tree.of.map(spoken).join('') : ''
}

export function spokenChoices({ rules }: Field, choices: readonly Choice[]): readonly Choice[] {
  const live = new Map((rules?.choiceLabels ?? []).map((each) => [each.at, each]))
  return choices.map((choice, at) => {
    const text = live.get(at)
    return text === undefined ? choice : { ...choice, label: textOfTree(text) }
  })
}
