/** Texts of a form: answers put into them become a rule, marks of markup are named. */
import type { Expression } from '../../schema/expressions/expression.ts'
import type { DraftFlaw } from '../../schema/form-draft.ts'
import type { Wording } from '../../schema/wording.ts'
import { flawAt } from './flaws.ts'
import type { SheetRow } from './sheets.ts'

const answer = /\$\{\s*([^{}]*?)\s*\}/g
/** What stands in the place of an answer where none can be shown: in mails, headings and messages. */
const gap = '…'

export function hasAnswers({ id, en }: Wording): boolean {
  return /\$\{[^{}]*\}/.test(id) || /\$\{[^{}]*\}/.test(en)
}

export function withGaps(text: Wording): Wording {
  const plain = (words: string) => words.replace(answer, gap)
  return { id: plain(text.id), en: plain(text.en) }
}

/** The text as a tree: `concat('Nama ', ${nama}, '?')`. */
export function textTree(text: string): Expression {
  const parts: Expression[] = []
  let at = 0
  for (const match of text.matchAll(answer)) {
    if (match.index > at) parts.push({ text: text.slice(at, match.index) })
    parts.push({ field: match[1] ?? '' })
    at = match.index + match[0].length
  }
  return { call: 'concat', of: at < text.length ? [...parts, { text: text.slice(at) }] : parts }
}

export function flagMarkup(row: SheetRow, flaws: DraftFlaw[]): void {
  for (const [key, text] of Object.entries(row.cells)) {
    if (!/^(label|hint|constraint_message)(::|$)/.test(key)) continue
    const markup = /<\/?[a-z][^>]*>|\*\*(?=\S)|^#+ /i.exec(text)
    if (markup !== null) flaws.push(flawAt(row.at(key), 'markup-in-text', markup[0]))
  }
}
