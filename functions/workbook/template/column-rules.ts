/**
 * The checks that Excel makes while somebody types: drop-downs, numbers, dates, lengths. They spare a round of corrections and
 * decide nothing: the form's own rules judge the upload. A cell that may say "Belum ada data" accepts that too.
 */
import type { DataValidation } from 'hucre/xlsx'
import { choicesOf } from '../../schema/answers/choices.ts'
import type { AnswerContext } from '../../schema/answers/context.ts'
import { formatAbsence, formatNumber } from '../../schema/answers/format-value.ts'
import type { DateBound, Field } from '../../schema/form.ts'
import type { Language, Wording } from '../../schema/wording.ts'
import { columnName } from '../book.ts'

export type RulePlace = { readonly column: number; readonly firstRow: number; readonly lastRow: number }
export type RuleParts = {
  readonly context: AnswerContext
  readonly language: Language
  /** The range of a field's list on the sheet of lists, e.g. `'Daftar'!$A$2:$A$9`. */
  readonly lists: ReadonlyMap<Field, string>
}

const words = {
  list: { id: 'Pilih salah satu dari daftar pada sel ini.', en: 'Choose one from the list in this cell.' },
  number: { id: 'Isi dengan angka', en: 'Enter a number' },
  whole: { id: 'Isi dengan bilangan bulat', en: 'Enter a whole number' },
  date: { id: 'Isi dengan tanggal, misalnya 13/02/2026.', en: 'Enter a date, for example 13/02/2026.' },
  length: { id: 'Paling banyak', en: 'At most' },
  characters: { id: 'karakter', en: 'characters' },
  wrong: { id: 'Isian belum sesuai', en: 'Not as expected' },
} satisfies Record<string, Wording>

/** The validation of one column, with the field's definition as its hint; `undefined` where there is nothing to say. */
export function columnRule(field: Field, place: RulePlace, parts: RuleParts): DataValidation | undefined {
  const { language } = parts
  const range = `${columnName(place.column)}${place.firstRow + 1}:${columnName(place.column)}${place.lastRow + 1}`
  const hint = field.hint?.[language]
  const shown = {
    range,
    allowBlank: true,
    ...(hint === undefined
      ? {}
      : {
          showInputMessage: true,
          inputTitle: field.label[language].slice(0, 32),
          inputMessage: hint.length > 255 ? `${hint.slice(0, 254)}…` : hint,
        }),
  }
  const rule = checkOf(field, `${columnName(place.column)}${place.firstRow + 1}`, parts)
  if (rule === undefined)
    return hint === undefined
      ? undefined
      : { ...shown, type: 'textLength', operator: 'lessThanOrEqual', formula1: '5000' }
  const { message, ...check } = rule
  const strict =
    message === undefined ? {} : { showErrorMessage: true, errorTitle: words.wrong[language], errorMessage: message }
  return { ...shown, ...strict, ...check }
}

type Check = Omit<DataValidation, 'range'> & { readonly message?: string }

function checkOf(field: Field, cell: string, { context, language, lists }: RuleParts): Check | undefined {
  const list = lists.get(field)
  if (list !== undefined) {
    // Suggestions are offered; another text stays possible.
    return { type: 'list', formula1: list, ...(field.type === 'choice' ? { message: words.list[language] } : {}) }
  }
  switch (field.type) {
    case 'integer':
    case 'rupiah':
    case 'decimal':
      return numberCheck(field, cell, language)
    case 'date':
      return dateCheck(field, cell, context, language)
    case 'text':
      return {
        type: 'textLength',
        operator: 'lessThanOrEqual',
        formula1: String(field.maxLength),
        message: `${words.length[language]} ${field.maxLength} ${words.characters[language]}.`,
      }
    default:
      return undefined
  }
}

function numberCheck(
  field: Extract<Field, { type: 'integer' | 'rupiah' | 'decimal' }>,
  cell: string,
  language: Language,
): Check {
  const min =
    typeof field.min === 'number' ? field.min : field.type === 'rupiah' && field.min === undefined ? 0 : undefined
  const max = typeof field.max === 'number' ? field.max : undefined
  const whole = field.type !== 'decimal'
  const tests = [
    `ISNUMBER(${cell})`,
    ...(whole ? [`${cell}=INT(${cell})`] : []),
    ...(min === undefined ? [] : [`${cell}>=${min}`]),
    ...(max === undefined ? [] : [`${cell}<=${max}`]),
  ]
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
  return { type: 'custom', formula1: withAbsences(field, cell, tests, language), message }
}

function dateCheck(
  field: Extract<Field, { type: 'date' }>,
  cell: string,
  context: AnswerContext,
  language: Language,
): Check {
  const min = formulaOf(field.min, context)
  const max = formulaOf(field.max, context)
  const tests = [
    `ISNUMBER(${cell})`,
    ...(min === undefined ? [] : [`${cell}>=${min}`]),
    ...(max === undefined ? [] : [`${cell}<=${max}`]),
  ]
  const formula1 = withAbsences(field, cell, tests, language)
  return {
    type: 'custom',
    formula1,
    message: `${words.date[language].replace(/\.$/, '')}${orAbsence(field, language)}.`,
  }
}

/** Bounds by other cells are left to the form's own rules; today is asked for when the file is filled in. */
function formulaOf(bounds: Extract<Field, { type: 'date' }>['min'], context: AnswerContext): string | undefined {
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

function withAbsences(field: Field, cell: string, tests: readonly string[], language: Language): string {
  const numeric = tests.length === 1 ? String(tests[0]) : `AND(${tests.join(',')})`
  const absences = (field.absences ?? []).map((absence) => `${cell}="${formatAbsence(absence, language)}"`)
  // AND works all of its parts out: a text compared as a number is an error, which IFERROR makes a "no".
  return absences.length === 0 ? `IFERROR(${numeric},FALSE)` : `OR(IFERROR(${numeric},FALSE),${absences.join(',')})`
}

function orAbsence(field: Field, language: Language): string {
  const or = language === 'id' ? 'atau' : 'or'
  return (field.absences ?? []).map((absence) => ` ${or} "${formatAbsence(absence, language)}"`).join('')
}

/** Fields that get a list: choices, and texts with suggestions. Several choices in one cell cannot be picked from one. */
export function hasList(field: Field, context: AnswerContext): boolean {
  return (field.type === 'choice' || field.type === 'text') && choicesOf(field, context).length > 0
}
