/** Labels, hints and labels of choices that have answers in them. */
import type { Expression } from '../../schema/expressions/expression.ts'
import type { Rules } from '../../schema/fields/shape.ts'
import type { Wording } from '../../schema/wording.ts'
import type { CellsReader } from './cells-reader.ts'
import { resolveRule } from './rule-reader.ts'
import type { Stands } from './stands.ts'
import type { Question } from './survey-parts.ts'
import { hasAnswers, textTree } from './texts.ts'

type Live = { id: Expression; en: Expression }

export function liveTexts(question: Question, cells: CellsReader): Pick<Rules, 'label' | 'hint' | 'choiceLabels'> {
  const { texts, row, way, table, field } = question
  const live = (text: Wording | undefined, name: string): Live | undefined => {
    if (text === undefined || !hasAnswers(text)) return undefined
    const column = Object.keys(row.cells).find((key) => key.split('::')[0] === name) ?? name
    const cell = { row, way, table, column }
    const stands = cells.stands(cell, { self: field })
    const known = { id: withoutUnknown(text.id, stands), en: withoutUnknown(text.en, stands) }
    if (!hasAnswers(known)) return undefined
    const id = cells.attempt(cell, () => resolveRule(textTree(known.id), stands))
    const en = cells.attempt(cell, () => resolveRule(textTree(known.en), stands))
    return id === undefined || en === undefined ? undefined : { id, en }
  }
  const label = live(texts.label, 'label')
  const hint = live(texts.hint, 'hint')
  const choiceLabels = (texts.choices ?? []).flatMap((text, at) => {
    const spoken = live(text, 'type')
    return spoken === undefined ? [] : [{ at, ...spoken }]
  })
  return { ...(label && { label }), ...(hint && { hint }), ...(choiceLabels.length > 0 && { choiceLabels }) }
}

/** What is no question here (who answers, on which device) is a gap in a text; in a rule it is refused. */
function withoutUnknown(text: string, { find, way, note }: Stands): string {
  return text.replace(/\$\{\s*([^{}\s]+)\s*\}/g, (whole, name: string) => {
    if (find(name, way)?.kind !== 'unreadable') return whole
    note('text-not-known', name)
    return '…'
  })
}
