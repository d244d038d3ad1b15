/**
 * The sheets that people fill in: one per table with a frozen header, and one for the questions that are answered once. Row
 * keys stand in a hidden last column, so that they move with their row when somebody sorts.
 */
import type { Cell, CellValue, ColumnDef, DataValidation, WriteSheet } from 'hucre/xlsx'
import type { WorkbookSubject } from '../../domain/workbook/workbooks.ts'
import { fixedFieldsOf } from '../../schema/answers/fixed-rows.ts'
import type { Table } from '../../schema/form.ts'
import { cellName, columnName } from '../book.ts'
import { escapeText } from '../package/escape-text.ts'
import type { RuleParts } from './checks.ts'
import { columnRule } from './column-rules.ts'
import type { Codecs } from './manifest.ts'
import { cellStyle, columnWidth, headStyle, labelStyle, lightHeadStyle, wrapStyle } from './styles.ts'
import { columnsOf, headersOf, headerWords, keyColumn, sheetWords } from './words.ts'

/** Blank rows that are ready with their formats; further ones have Excel's own. */
const spareRows = 200

export function tableSheet(
  name: string,
  table: Table,
  subject: WorkbookSubject,
  codecs: Codecs,
  rules: RuleParts,
): WriteSheet {
  const { language } = subject
  const fields = columnsOf(table.fields)
  const fixed = fixedFieldsOf(table)
  const rows = subject.answers.rows[table.id] ?? []
  const spare = table.fixedRows === undefined ? Math.max(0, Math.min(spareRows, table.maxRows - rows.length)) : 0
  const body: CellValue[][] = rows.map(({ rowKey, cells }) => [
    ...fields.map((field) => escapeText(codecs.get(field)?.write(cells[field.id]) ?? null)),
    rowKey,
  ])
  const blanks = Array.from({ length: spare }, () => [...fields.map(() => null), null])
  const lastRow = table.fixedRows === undefined ? Math.max(rows.length, table.maxRows) : rows.length
  const named = headersOf(table.fields, language)
  const headers = fields.map((field) => named.get(field) ?? '')
  const columns: ColumnDef[] = fields.map((field, index) => ({
    width: columnWidth(field, headers[index] ?? ''),
    style: cellStyle(field, fixed.has(field.id)),
  }))
  const heads = new Map<string, Partial<Cell>>()
  fields.forEach((field, column) => {
    heads.set(`0,${column}`, { style: field.required === false ? lightHeadStyle : headStyle })
  })
  heads.set(`0,${fields.length}`, { style: lightHeadStyle })
  return {
    name,
    columns: [...columns, { width: 12, hidden: true }],
    rows: [[...headers, keyColumn[language]], ...body, ...blanks],
    cells: heads,
    rowDefs: new Map([[0, { height: 45 }]]),
    freezePane: { rows: 1, columns: Math.max(1, Math.min(2, fixed.size)) },
    autoFilter: { range: `A1:${columnName(fields.length)}${Math.max(1, rows.length + spare) + 1}` },
    dataValidations: fields.flatMap((field, column): DataValidation[] => {
      const rule = fixed.has(field.id) ? undefined : columnRule(field, { column, firstRow: 1, lastRow }, rules)
      return rule === undefined ? [] : [rule]
    }),
    pageSetup: {
      orientation: 'landscape',
      paperSize: 'a4',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  }
}

/** A question a row: what is asked, the answer, and its definition. */
export function headerSheet(subject: WorkbookSubject, codecs: Codecs, rules: RuleParts): WriteSheet {
  const { language, definition, answers } = subject
  const fields = columnsOf(definition.fields)
  const named = headersOf(definition.fields, language)
  const cells = new Map<string, Partial<Cell>>([0, 1, 2].map((column) => [`0,${column}`, { style: headStyle }]))
  fields.forEach((field, index) => {
    cells.set(`${index + 1},0`, { style: labelStyle })
    cells.set(`${index + 1},1`, { style: cellStyle(field, false) })
    cells.set(`${index + 1},2`, { style: wrapStyle })
  })
  return {
    name: sheetWords.header[language],
    columns: [{ width: 42 }, { width: 44 }, { width: 70 }],
    rows: [
      [headerWords.field[language], headerWords.value[language], headerWords.hint[language]],
      ...fields.map((field) => [
        named.get(field) ?? '',
        escapeText(codecs.get(field)?.write(answers.fields[field.id]) ?? null),
        field.hint?.[language] ?? '',
      ]),
    ],
    cells,
    freezePane: { rows: 1, columns: 1 },
    dataValidations: fields.flatMap((field, index): DataValidation[] => {
      const rule = columnRule(field, { column: 1, firstRow: index + 1, lastRow: index + 1 }, rules)
      return rule === undefined ? [] : [{ ...rule, range: cellName(index + 1, 1) }]
    }),
  }
}
