/** The hidden sheet that drop-downs take their entries from: a column per list, in the reader's language, for this agency. */
import type { CellValue, WriteSheet } from 'hucre/xlsx'
import { columnName } from '../../rules/cell-names.ts'
import { choicesOf } from '../../schema/answers/choices.ts'
import type { AnswerContext } from '../../schema/answers/context.ts'
import type { Field } from '../../schema/form.ts'
import { formatAbsence } from '../../schema/formats.ts'
import type { Language } from '../../schema/wording.ts'
import { escapeText } from '../package/escape-text.ts'
import { hasList } from './column-rules.ts'
import type { Codecs } from './manifest.ts'
import { sheetWords } from './words.ts'

export type Lists = { readonly sheet: WriteSheet; readonly ranges: ReadonlyMap<Field, string> }

export function listSheet(codecs: Codecs, context: AnswerContext, language: Language): Lists {
  const name = sheetWords.lists[language]
  const columns: CellValue[][] = []
  const ranges = new Map<Field, string>()
  const known = new Map<string, string>()
  for (const [field, codec] of codecs) {
    if (!hasList(field, context)) continue
    const entries = [
      ...choicesOf(field, context).map(({ value }) =>
        escapeText(codec.write(field.type === 'choices' ? [value] : value)),
      ),
      ...(field.absences ?? []).map((absence) => formatAbsence(absence, language)),
    ]
    const same = JSON.stringify(entries)
    const letter = columnName(columns.length)
    const range = known.get(same) ?? `'${name}'!$${letter}$2:$${letter}$${entries.length + 1}`
    if (!known.has(same)) columns.push([field.label[language], ...entries])
    known.set(same, range)
    ranges.set(field, range)
  }
  const height = Math.max(0, ...columns.map((column) => column.length))
  const rows = Array.from({ length: height }, (_, row) => columns.map((column) => column[row] ?? null))
  return { sheet: { name, hidden: true, rows }, ranges }
}
