/** Each type of field on the page: which input answers it, how wide its column is, and what its box shows. */
import { choicesOf } from '../../../functions/schema/answers/choices.ts'
import type { Field, FieldType } from '../../../functions/schema/form.ts'
import type { FormModel } from '../form-model.ts'

type Look = {
  /** `typed`: typed as text and read at every letter; `menu` and `boxes`: chosen from a list. */
  readonly input: 'text' | 'typed' | 'menu' | 'boxes' | 'none'
  /** Of a column, in rem: rows are of one height and columns of one width, so that a thousand rows need not be measured. */
  readonly width: number
  /** The keypad of a phone. */
  readonly keypad?: 'numeric' | 'decimal' | 'tel' | 'text'
  /** The currency stands in the box; other units stand beside it. */
  readonly unitInside?: true
}

const looks: Record<FieldType, Look> = {
  text: { input: 'text', width: 14 },
  url: { input: 'text', width: 14 },
  integer: { input: 'typed', width: 8, keypad: 'numeric' },
  rupiah: { input: 'typed', width: 10.5, keypad: 'numeric', unitInside: true },
  decimal: { input: 'typed', width: 8, keypad: 'decimal' },
  percent: { input: 'typed', width: 8, keypad: 'decimal' },
  date: { input: 'typed', width: 10, keypad: 'text' },
  time: { input: 'typed', width: 7, keypad: 'decimal' },
  moment: { input: 'typed', width: 13, keypad: 'text' },
  phone: { input: 'typed', width: 11, keypad: 'tel' },
  choice: { input: 'menu', width: 12 },
  choices: { input: 'boxes', width: 14 },
  computed: { input: 'none', width: 7 },
}

export const lookOf = ({ type }: Field): Look => looks[type]

/** Does this field draw on a list too long to be a menu? */
export function isSuggested(field: Field, model: FormModel): boolean {
  if (field.type === 'text') return field.suggest !== undefined
  return field.type === 'choice' && choicesOf(field, model.context.peek()).length > 15
}
