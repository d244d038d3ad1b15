/**
 * One field's answers as cells and back. Writing takes the form that people read (a label, a date, a number) and proves by
 * reading it again that it means the same; where it would not (a text "12" in a number's place, a label that two choices
 * share, a text like "Tidak berlaku") it writes an apostrophe first, as Excel's own sign for "take this literally". Reading
 * takes exactly that apostrophe away. All texts stay texts: a text that begins with `=` is no formula in what is written.
 */

import { isBlank } from '../../schema/answers/absence.ts'
import { choicesOf } from '../../schema/answers/choices.ts'
import type { AnswerContext } from '../../schema/answers/context.ts'
import { readTyped } from '../../schema/answers/read-typed.ts'
import { type Value, valueSchema } from '../../schema/answers.ts'
import type { Field } from '../../schema/form.ts'
import { formatAbsence } from '../../schema/formats.ts'
import type { Language } from '../../schema/wording.ts'
import { type BookCell, isErrorCell, isFormula, isShown, type Plain } from '../book.ts'
import { sheetColumn } from '../fields.ts'
import * as say from '../messages.ts'
import { shownBy } from '../read/number-formats.ts'
import { plainValue } from './plain-value.ts'
import { fromNumbered, type ReadCell } from './shown-cell.ts'

export type { ReadCell } from './shown-cell.ts'

/** U+0000 and halves of characters would be kept as something else. */
function isSound(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}

export type CellCodec = {
  readonly field: Field
  write(value: Value | undefined): Plain | null
  read(cell: BookCell | undefined): ReadCell
}

const blank: ReadCell = { value: undefined }
const maxTextLength = 5_000
/** What the library would write as an error value. */
const errorValue = /^#(VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/

/** `language` is that of the labels that are written and of numbers whose separator could mean both. */
export function cellCodec(field: Field, context: AnswerContext, language: Language): CellCodec {
  const known = new Map<string, ReadCell>()
  const labels = new Map(choicesOf(field, context).map((choice) => [choice.value, choice.label[language]]))
  const readText = (text: string): ReadCell => {
    const seen = known.get(text)
    if (seen !== undefined) return seen
    const read = isSound(text)
      ? fromText(field, text, language, context)
      : { value: undefined, flaw: say.brokenText(field) }
    if (known.size < 5_000) known.set(text, read)
    return read
  }
  const how = { context, language, readText }
  const read = (cell: BookCell | undefined): ReadCell => {
    if (cell === null || cell === undefined) return blank
    if (isErrorCell(cell)) return { value: undefined, flaw: say.errorValue(field, cell.error) }
    if (isFormula(cell)) {
      if (cell.value === null) return { value: undefined, flaw: say.formulaWithoutValue(field) }
      const { value, format, shown } = cell
      const result = typeof value === 'number' && shown !== undefined ? { value, format: format ?? '', shown } : value
      return { ...read(result), formula: true }
    }
    if (typeof cell === 'string') return readText(cell)
    if (typeof cell === 'boolean') return readText(cell ? 'Ya' : 'Tidak')
    return fromNumbered(field, isShown(cell) ? cell : { value: cell }, how)
  }
  const write = (value: Value | undefined): Plain | null => {
    if (value === undefined || isBlank(value)) return null
    const wanted = plainValue(value)
    const forms = [
      readable(field, wanted, labels, language),
      // Two choices may have one label.
      ...(labels.size === 0
        ? []
        : [
            [wanted]
              .flat()
              .map((each) => coded(each, labels))
              .join('; '),
          ]),
      ...(Array.isArray(wanted) ? [wanted.join('; ')] : []),
    ]
    const plain = forms.find((cell) => {
      const { value: again, notices } = read(asShown(field, cell))
      // A dash that stands as a text would be asked about.
      const isAsked = notices?.some(({ question }) => question) ?? false
      return meansTheSame(again, wanted) && !isAsked && !errorValue.test(String(cell))
    })
    return plain ?? literal(wanted)
  }
  return { field, write, read }
}

function fromText(field: Field, typed: string, language: Language, context: AnswerContext): ReadCell {
  if (typed.startsWith("'")) return fromLiteral(typed.slice(1))
  const text = typed.replace(/\r\n?/g, '\n').normalize('NFC')
  if (text.trim() === '') return blank
  if (text.length > maxTextLength + 1) return { value: undefined, flaw: say.textTooLong(field, maxTextLength) }
  const { value, unreadable, notices } = readTyped(field, text, language, context)
  // What cannot be an answer is kept as it stands, as drafts do; the form's own rules then say what is wrong with it.
  const kept = unreadable || value === undefined ? text : value
  const normal = plainValue(kept)
  if (isBlank(normal)) return blank
  return notices === undefined ? { value: normal } : { value: normal, notices }
}

function readable(field: Field, value: Value, labels: ReadonlyMap<string, string>, language: Language): Plain {
  if (typeof value === 'number') return value
  if (Array.isArray(value)) return value.map((each) => labels.get(each) ?? each).join('; ')
  if (typeof value === 'object') return formatAbsence(value.absent, language)
  if (field.type === 'choice') return labels.get(value) ?? value
  return sheetColumn(field.type).cell?.(value) ?? value
}

/** `Lainnya [LAIN_2]`, as schema/fields/grammar/choice.ts reads it. */
function coded(value: unknown, labels: ReadonlyMap<string, string>): string {
  const label = typeof value === 'string' ? labels.get(value) : undefined
  return label === undefined ? String(value) : `${label} [${value}]`
}

/** As it comes back: a number may show fewer digits than it has. */
function asShown(field: Field, cell: Plain): BookCell {
  if (typeof cell !== 'number' || Number.isSafeInteger(cell)) return cell
  const { format } = sheetColumn(field.type)
  const shown = shownBy(format, cell)
  return shown === undefined ? cell : { value: cell, format, shown }
}

function literal(value: Value): string {
  if (typeof value === 'number') return `'${JSON.stringify({ number: value })}`
  return `'${typeof value === 'string' && !/^[[{"]/.test(value) ? value : JSON.stringify(value)}`
}

function fromLiteral(body: string): ReadCell {
  const value = plainValue(jsonIn(body) ?? body)
  return isBlank(value) ? blank : { value }
}

/** Lists, absences and numbers that a cell would show otherwise are written as JSON, and so is a text that could be taken for one. */
function jsonIn(body: string): Value | undefined {
  if (!/^[[{"]/.test(body)) return undefined
  try {
    const parsed = JSON.parse(body)
    return valueSchema.safeParse(typeof parsed.number === 'number' ? parsed.number : parsed).data
  } catch {
    return undefined
  }
}

function meansTheSame(read: Value | undefined, wanted: Value): boolean {
  return JSON.stringify(read) === JSON.stringify(wanted)
}
