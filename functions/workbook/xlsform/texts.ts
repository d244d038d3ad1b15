/** Texts are shown as they stand: no answers are put into them and no markup is understood, so both are named. */
import type { DraftFlaw } from '../../schema/form-draft.ts'
import { flawAt } from './flaws.ts'
import { languageOf, type SheetRow } from './sheets.ts'

const texts = ['label', 'hint', 'constraint_message'] as const

export function flagTexts({ cells, at }: SheetRow, flaws: DraftFlaw[]): void {
  for (const [column, text] of Object.entries(cells)) {
    if (texts.every((base) => languageOf(column, base) === undefined)) continue
    const answer = /\$\{[^}]*\}/.exec(text)
    if (answer !== null) flaws.push(flawAt(at(column), 'answer-in-text', answer[0]))
    const markup = /<\/?[a-z][^>]*>|\*\*(?=\S)/i.exec(text)
    if (markup !== null) flaws.push(flawAt(at(column), 'markup-in-text', markup[0]))
  }
}
