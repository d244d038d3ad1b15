/**
 * The checks that Excel makes while somebody types: drop-downs, numbers, dates, lengths. They spare a round of corrections and
 * decide nothing: the form's own rules judge the upload. A cell that may say "Belum ada data" accepts that too.
 */
import type { DataValidation } from 'hucre/xlsx'
import { columnName } from '../../rules/cell-names.ts'
import { choicesOf } from '../../schema/answers/choices.ts'
import type { AnswerContext } from '../../schema/answers/context.ts'
import type { Field } from '../../schema/form.ts'
import { sheetColumn } from '../fields.ts'
import type { Check, RuleParts } from './checks.ts'

export type RulePlace = { readonly column: number; readonly firstRow: number; readonly lastRow: number }

const words = {
  list: { id: 'Pilih salah satu dari daftar pada sel ini.', en: 'Choose one from the list in this cell.' },
  wrong: { id: 'Isian belum sesuai', en: 'Not as expected' },
}

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

function checkOf(field: Field, cell: string, parts: RuleParts): Check | undefined {
  const { language, lists } = parts
  const list = lists.get(field)
  if (list !== undefined) {
    // Suggestions are offered; another text stays possible.
    return { type: 'list', formula1: list, ...(field.type === 'choice' ? { message: words.list[language] } : {}) }
  }
  return sheetColumn(field.type).check?.(field, cell, parts)
}

/** Fields that get a list: choices, one or many, and texts with suggestions. Of many the list offers one, the others are typed. */
export function hasList(field: Field, context: AnswerContext): boolean {
  return choicesOf(field, context).length > 0
}
