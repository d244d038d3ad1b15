/** What the notes about a workbook are about, so that nineteen about languages are one line. Codes are the server's. */
import type { DraftFlaw } from '../../functions/schema/form-draft.ts'
import type { NoteTopic } from '../wording/form-drafting.ts'

const topics: Readonly<Record<string, NoteTopic>> = {
  'label-one-language': 'languages',
  'language-not-used': 'languages',
  'pattern-loose': 'engines',
  'not-in-collect': 'engines',
  'any-of-many': 'engines',
  'group-own-child': 'engines',
  'minus-in-kobo': 'engines',
  'coalesce-many': 'engines',
  'sum-of-both': 'engines',
  'date-as-number': 'engines',
  'choice-shown': 'engines',
  'always-true': 'rules',
  'always-holds': 'rules',
  'comparison-chained': 'rules',
  'choice-unknown': 'rules',
  'length-cut': 'rules',
  'calculation-missing': 'rules',
  'message-alone': 'rules',
  'name-changed': 'names',
  'label-from-name': 'names',
  'choice-label-missing': 'names',
}
/** What weighs most comes first. */
const order: readonly NoteTopic[] = ['rules', 'engines', 'unused', 'names', 'languages']
const asked = new Set(['form-id', 'title-missing', 'languages-unknown'])

export function isAsked(code: string): boolean {
  return asked.has(code)
}

export function notesByTopic(notes: readonly DraftFlaw[]) {
  return order.flatMap((topic) => {
    const all = notes.filter(({ code }) => (topics[code] ?? 'unused') === topic)
    return all.length === 0 ? [] : [{ topic, all }]
  })
}
