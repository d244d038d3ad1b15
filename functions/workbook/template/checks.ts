/** The checks of numbers, dates, times and lengths that Excel makes while somebody types; see column-rules.ts. */
import type { DataValidation } from 'hucre/xlsx'
import type { AnswerContext } from '../../schema/answers/context.ts'
import type { FieldOf } from '../../schema/fields/kinds.ts'
import type { DateBound, Field } from '../../schema/form.ts'
import { formatAbsence, formatNumber } from '../../schema/formats.ts'
import type { Language, Wording } from '../../schema/wording.ts'

export type RuleParts = {
  readonly context: AnswerContext
  readonly language: Language
  /** The range of a field's list on the sheet of lists, e.g. `'Daftar'!$A$2:$A$9`. */
  readonly lists: ReadonlyMap<Field, string>
}

const words = {
  number: { id: 'Isi dengan angka', en: 'Enter a number' },
  whole: { id: 'Isi dengan bilangan bulat', en: 'Enter a whole number' },
  date: { id: 'Isi dengan tanggal, misalnya 13/02/2026.', en: 'Enter a date, for example 13/02/2026.' },
  time: { id: 'Isi dengan jam, misalnya 08:30.', en: 'Enter a time, for example 08:30.' },
  length: { id: 'Paling banyak', en: 'At most' },
  characters: { id: 'karakter', en: 'characters' },
} satisfies Record<string, Wording>

export type Check = Omit<DataValidation, 'range'> & { readonly message?: string }

export const lengthCheck = ({ maxLength }: FieldOf<'text'>, _cell: string, { language }: RuleParts): Check => ({
  type: 'textLength',
  operator: 'lessThanOrEqual',
  formula1: String(maxLength),
  message: `${words.length[language]} ${maxLength} ${words.characters[language]}.`,
})

export function numberCheck(
  field: FieldOf<'integer' | 'rupiah' | 'decimal' | 'percent'>,
  cell: string,
  { language }: RuleParts,
): Check {
  const floor = field.type === 'rupiah' || field.type === 'percent' ? 0 : undefined
  const min = typeof field.min === 'number' ? field.min : field.min === undefined ? floor : undefined
  const max = typeof field.max === 'number' ? field.max : undefined
  const whole = field.type === 'integer' || field.type === 'rupiah'
  const bounds = [
    ...(min === undefined ? [] : [`≥ ${formatNumber(min, language, 6)}`]),
    ...(max === undefined ? [] : [`≤ ${formatNumber(max, language, 6)}`]),
  ]
  const kind = words[whole ? 'whole' : 'number'][language]
  const message = `${[kind, bounds.join(', ')].filter((part) => part !== '').join(' ')}${orAbsence(field, language)}.`
  // The plain form is what LibreOffice and phones know best; the other one lets an absence in.
  if ((field.absences ?? []).length === 0 && (min ?? max) !== undefined) {
    const limits =
      min === undefined
        ? { formula1: String(max) }
        : { formula1: String(min), ...(max === undefined ? {} : { formula2: String(max) }) }
    const operator = min === undefined ? 'lessThanOrEqual' : max === undefined ? 'greaterThanOrEqual' : 'between'
    return { type: whole ? 'whole' : 'decimal', operator, ...limits, message }
  }
  const tests = [...(whole ? [`${cell}=INT(${cell})`] : []), ...limitTests(cell, min, max)]
  return { type: 'custom', formula1: withAbsences(field, cell, tests, language), message }
}

export function dateCheck(field: FieldOf<'date'>, cell: string, { context, language }: RuleParts): Check {
  const tests = limitTests(cell, formulaOf(field.min, context), formulaOf(field.max, context))
  return {
    type: 'custom',
    formula1: withAbsences(field, cell, tests, language),
    message: example('date', field, language),
  }
}

/** A time is a part of a day. */
export function timeCheck(field: FieldOf<'time'>, cell: string, { language }: RuleParts): Check {
  const part = (time: string) => `TIME(${Number(time.slice(0, 2))},${Number(time.slice(3))},0)`
  const tests = [`${cell}<1`, ...limitTests(cell, part(field.min ?? '00:00'), field.max && part(field.max))]
  return {
    type: 'custom',
    formula1: withAbsences(field, cell, tests, language),
    message: example('time', field, language),
  }
}

function limitTests(cell: string, min: string | number | undefined, max: string | number | undefined): string[] {
  return [...(min === undefined ? [] : [`${cell}>=${min}`]), ...(max === undefined ? [] : [`${cell}<=${max}`])]
}

function example(of: 'date' | 'time', field: Field, language: Language): string {
  return `${words[of][language].replace(/\.$/, '')}${orAbsence(field, language)}.`
}

/** Bounds by other cells are left to the form's own rules; today is asked for when the file is filled in. */
function formulaOf(bounds: FieldOf<'date'>['min'], context: AnswerContext): string | undefined {
  const list: readonly DateBound[] = bounds === undefined ? [] : Array.isArray(bounds) ? bounds : [bounds]
  const formulas = list.flatMap((bound) => {
    if (bound === 'today') return ['TODAY()']
    if (typeof bound === 'string') return [dateFormula(bound)]
    return 'fiscalYearPlus' in bound
      ? [dateFormula(`${context.fiscalYear + bound.fiscalYearPlus}-${bound.monthDay}`)]
      : []
  })
  return formulas.length === 1 ? formulas[0] : undefined
}

function dateFormula(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `DATE(${year},${month},${day})`
}

function withAbsences(field: Field, cell: string, limits: readonly string[], language: Language): string {
  const tests = [`ISNUMBER(${cell})`, ...limits]
  const numeric = tests.length === 1 ? String(tests[0]) : `AND(${tests.join(',')})`
  const absences = (field.absences ?? []).map((absence) => `${cell}="${formatAbsence(absence, language)}"`)
  // AND works all of its parts out: a text compared as a number is an error, which IFERROR makes a "no".
  return absences.length === 0 ? `IFERROR(${numeric},FALSE)` : `OR(IFERROR(${numeric},FALSE),${absences.join(',')})`
}

function orAbsence(field: Field, language: Language): string {
  const or = language === 'id' ? 'atau' : 'or'
  return (field.absences ?? []).map((absence) => ` ${or} "${formatAbsence(absence, language)}"`).join('')
}
