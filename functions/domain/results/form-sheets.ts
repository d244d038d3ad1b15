/**
 * A form's answers of all agencies as sheets: one for the questions answered once (a row an agency) and one for each table (a
 * row a row). Each row says whose it is and which revision it comes from, so that it can be found again.
 */
import { distinctNames } from '../../rules/distinct-names.ts'
import { absenceOf } from '../../schema/answers/absence.ts'
import type { AnswerContext } from '../../schema/answers/context.ts'
import { formatValue } from '../../schema/answers/format-value.ts'
import { rowsInForce, settleHeader, settleRow } from '../../schema/answers/settle-cells.ts'
import type { Cells, Value } from '../../schema/answers.ts'
import { isNote } from '../../schema/fields/computed.ts'
import type { Field, Table } from '../../schema/form.ts'
import { formatAbsence } from '../../schema/formats.ts'
import type { Language } from '../../schema/wording.ts'
import { columnTypeOf } from './field-columns.ts'
import { column, type ResultCell, type ResultColumn, type ResultSheet } from './result-sheet.ts'
import type { ResultSubmission } from './result-submissions.ts'
import type { VersionUnion } from './version-union.ts'

/** `codes`: choices and absences as their ids, for machines; otherwise as people read them in `language`. */
export type CellStyle = { readonly codes: true } | { readonly codes: false; readonly language: Language }

export const whose: readonly ResultColumn[] = [
  column('agencyId', 'Kode perangkat daerah', 'Agency id'),
  column('agency', 'Perangkat daerah', 'Agency'),
  column('revision', 'Revisi', 'Revision', 'integer'),
  column('receipt', 'Nomor tanda terima', 'Receipt'),
  column('version', 'Versi formulir', 'Form version', 'integer'),
]
export const rowKeyColumn = column('rowKey', 'Kunci baris', 'Row key')
export const nilColumn = column('nil', 'Alasan nihil', 'Reason for nil')

/** Submissions must be of this form. Those of other versions leave columns empty that they do not know, and are worded as they were asked. */
export function formSheets(
  { definition, partOf }: VersionUnion,
  submissions: readonly ResultSubmission[],
  style: CellStyle,
  contextOf: (agencyId: string, at: string) => AnswerContext,
): ResultSheet[] {
  const language = style.codes ? 'id' : style.language
  const whoseCells = ({ agency, submission }: ResultSubmission): ResultCell[] => [
    agency.id,
    agency.name[language],
    submission.revision,
    submission.receiptNumber,
    submission.formVersion,
  ]
  const cellsOf = (columns: readonly Field[], cells: Cells, sent: ResultSubmission, table?: Table) => {
    const own = partOf(sent.definition, table)?.fields
    return columns.map((column) => {
      const field = own?.get(column)
      return field === undefined
        ? null
        : cellOf(field, cells[field.id], style, contextOf(sent.agency.id, sent.submission.at))
    })
  }
  // As of the moment of receipt: what a rule makes of that day must not change with the day on which it is read.
  const settled = ({ definition: own, answers, agency, submission }: ResultSubmission) =>
    settleHeader(own, answers, contextOf(agency.id, submission.at)).cells
  const asked = definition.fields.filter((field) => !isNote(field))
  const header: ResultSheet = {
    id: definition.id,
    title: { id: `${definition.shortTitle.id}: isian umum`, en: `${definition.shortTitle.en}: header` },
    columns: withColumns([...whose, nilColumn], asked),
    rows: submissions.map((sent) => [
      ...whoseCells(sent),
      sent.submission.nilReason ?? null,
      ...cellsOf(asked, settled(sent), sent),
    ]),
  }
  const tables = definition.tables.map((table): ResultSheet => {
    const columns = table.fields.filter((field) => !isNote(field))
    const rows = submissions.flatMap((sent) => {
      const own = partOf(sent.definition, table)?.table
      if (own === undefined) return []
      const headerCells = settled(sent)
      return rowsInForce(own, sent.answers, headerCells).map((row) => [
        ...whoseCells(sent),
        row.rowKey,
        ...cellsOf(columns, settleRow(own, row, headerCells).cells, sent, table),
      ])
    })
    return {
      id: `${definition.id}.${table.id}`,
      title: {
        id: `${definition.shortTitle.id}: ${table.title.id}`,
        en: `${definition.shortTitle.en}: ${table.title.en}`,
      },
      columns: withColumns([...whose, rowKeyColumn], columns),
      rows,
    }
  })
  return asked.length === 0 ? tables : [header, ...tables]
}

/** A form may have a question called `agency` too: its column is then `agency_2`. */
export function withColumns(ours: readonly ResultColumn[], fields: readonly Field[]): ResultColumn[] {
  const ids = distinctNames(fields, ({ id }, tail) => [`${id}${tail}`], { taken: ours.map(({ id }) => id), tail: '_' })
  return [
    ...ours,
    ...fields.map((field) => ({ id: ids.get(field)?.[0] ?? field.id, label: field.label, type: columnTypeOf(field) })),
  ]
}

function cellOf(field: Field, value: Value | undefined, style: CellStyle, context: AnswerContext): ResultCell {
  if (value === undefined) return null
  const absence = absenceOf(value)
  if (absence !== undefined) return style.codes ? absence : formatAbsence(absence, style.language)
  if (typeof value === 'number') return value
  if (style.codes || columnTypeOf(field) === 'date') return [value].flat().join('; ')
  return formatValue(field, value, style.language, context)
}
