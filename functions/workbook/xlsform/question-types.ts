/** Each type of field in an XLSForm: its `type`, with an `appearance` of ours where XLSForm has no type of its own. */
import type { FieldOf, FieldType } from '../../schema/fields/kinds.ts'
import type { Choice, Field } from '../../schema/form.ts'
import type { Wording } from '../../schema/wording.ts'

export type Common = { id: string; label: Wording; required: boolean; hint?: Wording }
type Choices = Choice[] | { reference: string }
type QuestionType<T extends FieldType> = {
  readonly type: string
  readonly appearance?: string
  /** What the type needs besides the common columns. */
  more(choices: Choices): Omit<FieldOf<T>, keyof FieldOf<'url'>>
}

const decimals = 2
const nothing = () => ({})

const questions: { readonly [T in FieldType]: QuestionType<T> } = {
  text: { type: 'text', more: () => ({ maxLength: 500 }) },
  url: { type: 'text', appearance: 'url', more: nothing },
  phone: { type: 'text', appearance: 'phone', more: nothing },
  integer: { type: 'integer', more: nothing },
  rupiah: { type: 'integer', appearance: 'rupiah', more: nothing },
  decimal: { type: 'decimal', more: () => ({ decimals }) },
  percent: { type: 'decimal', appearance: 'percent', more: () => ({ decimals }) },
  date: { type: 'date', more: nothing },
  time: { type: 'time', more: nothing },
  choice: { type: 'select_one', more: (choices) => ({ choices }) },
  choices: { type: 'select_multiple', more: (choices) => ({ choices }) },
  computed: { type: 'calculate', more: () => ({ formula: { sum: [] }, decimals }) },
}
const all = Object.entries(questions)

export const questionTypes: ReadonlySet<string> = new Set(all.map(([, { type }]) => type))
export const appearances: ReadonlySet<string> = new Set([
  'multiline',
  ...all.flatMap(([, { appearance }]) => appearance ?? []),
])

/** The field that a row asks for; `undefined` where there is no such type. An appearance that another type has says nothing. */
export function fieldOf(type: string, appearance: string, common: Common, choices: Choices): Field | undefined {
  const own = all.filter(([, question]) => question.type === type)
  const found = own.find(([, question]) => question.appearance === appearance) ?? own[0]
  if (found === undefined) return undefined
  const field = { ...common, type: found[0], ...found[1].more(choices) } as Field
  return field.type === 'text' && appearance === 'multiline' ? { ...field, maxLength: 2_000, multiline: true } : field
}
