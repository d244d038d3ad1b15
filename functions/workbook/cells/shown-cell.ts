/**
 * A number or a date of a file, by what its cell shows: somebody who saves the same sheet as CSV must get the same answers. A
 * percentage counts as it is shown, hidden digits are left out and said, and a column of texts takes the text that is shown.
 */
import type { AnswerContext } from '../../schema/answers/context.ts'
import { formatValue } from '../../schema/answers/format-value.ts'
import { readNumberCell, readTyped } from '../../schema/answers/read-typed.ts'
import type { Value } from '../../schema/answers.ts'
import { type Notice, notice } from '../../schema/fields/notices.ts'
import type { Flaw } from '../../schema/fields/unread.ts'
import type { Field } from '../../schema/form.ts'
import type { Language } from '../../schema/wording.ts'
import { isoDate, sheetColumn } from '../fields.ts'

/**
 * `flaw`: nothing can be read here, and the draft's answer stays. `formula`: the last value of a formula was taken. `notices`:
 * what was done to make an answer of what stands there; a question among them is asked once a column.
 */
export type ReadCell = {
  readonly value: Value | undefined
  readonly flaw?: Flaw
  readonly formula?: true
  readonly notices?: readonly Notice[]
}
export type Numbered = { readonly value: number | Date; readonly shown?: string; readonly format?: string }
type How = { readonly context: AnswerContext; readonly language: Language; readText(text: string): ReadCell }

/** Excel keeps fifteen digits. */
const mostDigits = 1e15

export function fromNumbered(field: Field, cell: Numbered, how: How): ReadCell {
  const { value, shown } = cell
  if (value instanceof Date) return fromDate(field, value, shown, how)
  if (!Number.isFinite(value)) return { value: undefined }
  const taken = readNumberCell(field, Number(value.toPrecision(15)))
  if (taken !== undefined) return fromNumber(field, cell, { value, taken }, how)
  const answer = sheetColumn(field.type).fromNumber?.(value)
  if (answer !== undefined) return { value: answer }
  const read = how.readText(shown ?? plainNumber(value))
  if (Math.abs(value) < mostDigits) return read
  const text = shown ?? plainNumber(value)
  return { ...read, notices: [...(read.notices ?? []), notice('cut-by-excel', text, { id: text, en: text })] }
}

/** Of the shown numbers that a text can be, the one that is nearest to what the cell holds. */
function fromNumber(
  field: Field,
  { shown, format = '' }: Numbered,
  { value, taken }: { value: number; taken: ReadCell },
  { context }: How,
): ReadCell {
  const exact = Number(value.toPrecision(15))
  if (shown === undefined || /^general$/i.test(format)) return taken
  const percent = /%/.test(shown)
  const wanted = percent ? exact * 100 : exact
  const readings = (['en', 'id'] as const).map((language) => readTyped(field, shown, language, context))
  // Kept as the text that is shown, like any other that is no answer.
  if (readings.some(({ flaw }) => flaw?.code === 'mark-not-expected')) return { value: shown }
  const numbers = readings.flatMap(({ value: each }, at) =>
    typeof each === 'number' ? [{ each, off: Math.abs(each - wanted), step: stepOf(shown, at === 0 ? '.' : ',') }] : [],
  )
  // A format that counts in thousands or shows no number at all says less than the cell holds.
  const nearest = numbers.sort((a, b) => a.off - b.off).find(({ off, step }) => off <= step)?.each
  if (nearest === undefined) return percent ? (readNumberCell(field, Number(wanted.toPrecision(15))) ?? taken) : taken
  if (Math.abs(nearest - wanted) <= Math.abs(wanted) * 1e-14) return { value: nearest }
  return { value: nearest, notices: [said(field, `${exact}`, nearest, context)] }
}

function said(field: Field, from: string, value: number, context: AnswerContext): Notice {
  const word = (language: Language) => formatValue(field, value, language, context)
  return notice('shown', from, { id: word('id'), en: word('en') })
}

/** The value of the last place that is shown. */
function stepOf(shown: string, mark: '.' | ','): number {
  const fraction = shown.split(mark)[1]?.replace(/\D/g, '') ?? ''
  return /e[+-]?\d+/i.test(shown) ? Number.POSITIVE_INFINITY : 10 ** -fraction.length
}

function fromDate(field: Field, value: Date, shown: string | undefined, { readText }: How): ReadCell {
  if (Number.isNaN(value.getTime())) return { value: undefined }
  const day = isoDate(value)
  if (field.type === 'date') {
    const clock = isoTime(value)
    if (clock === '00:00') return { value: day }
    return { value: day, notices: [notice('time-left-out', `${day} ${clock}`, { id: day, en: day })] }
  }
  if (field.type === 'time') return { value: isoTime(value) }
  const text = shown ?? day
  const read = readText(text)
  return read.flaw === undefined ? { ...read, notices: [notice('shown', day, { id: text, en: text })] } : read
}

function isoTime(date: Date): string {
  return new Date(Math.round(date.getTime() / 60_000) * 60_000).toISOString().slice(11, 16)
}

/** Never with an exponent: `5.371012345678901e+15` is no number of a person. */
function plainNumber(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(Number(value.toPrecision(15)))
}
