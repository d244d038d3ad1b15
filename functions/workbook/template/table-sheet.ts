/**
 * The sheets that people fill in: one per table with a frozen header, and one for the questions that are answered once. Row
 * keys stand in a hidden last column, so that they move with their row when somebody sorts.
 */
import type { Cell, CellValue, ColumnDef, DataValidation, WriteSheet } from 'hucre/xlsx'
import type { WorkbookSubject } from '../../domain/workbook/workbooks.ts'
import { cellName, columnName } from '../../rules/cell-names.ts'
import { fixedFieldsOf } from '../../schema/answers/fixed-rows.ts'
import type { Table } from '../../schema/form.ts'
import type { Language } from '../../schema/wording.ts'
import { escapeText } from '../package/escape-text.ts'
import { headerFooterOf, type NamedRange, pageSetupOf, printTitles, roomToSign, rowHeights } from '../sheet-layout.ts'
import type { RuleParts } from './checks.ts'
import { columnRule } from './column-rules.ts'
import type { Codecs } from './manifest.ts'
import { cellStyle, columnWidth, headStyle, labelStyle, lightHeadStyle, wrapStyle } from './styles.ts'
import { columnsOf, headersOf, headerWords, keyColumn, sheetWords, signatureWords } from './words.ts'

/** Blank rows that print, for filling in by hand; further ones have the formats of their columns. */
const spareRows = 25
const handHeight = 24

/** With its headings and naming columns on every printed page. */
export type LaidSheet = { readonly sheet: WriteSheet; readonly titles: NamedRange }
/** Beyond these nobody prints, and each cell costs memory. */
const styledRows = 2_000

export function tableSheet(
  name: string,
  table: Table,
  subject: WorkbookSubject,
  codecs: Codecs,
  rules: RuleParts,
): LaidSheet {
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
  const cells = [[...headers, keyColumn[language]], ...body, ...blanks]
  // A style of the column alone prints nothing where a cell is blank.
  for (const [row, line] of cells.slice(0, styledRows).entries()) {
    fields.forEach((field, column) => {
      if (line[column] === null) heads.set(`${row},${column}`, { style: cellStyle(field, fixed.has(field.id)) })
    })
  }
  const widths = columns.map(({ width = 12 }) => width)
  const heights = rowHeights(
    cells.map((line) => line.slice(0, fields.length)),
    widths,
    0,
  )
  for (const row of blanks.keys()) heights.set(1 + body.length + row, { height: handHeight })
  const repeated = Math.max(1, fixed.size)
  // A form with questions is signed below them.
  const isSignedHere = subject.definition.fields.length === 0 && subject.guide === undefined
  const headerFooter = headerFooterOf(subject.heading, table.title[language], language)
  const sheet: WriteSheet = {
    name,
    columns: [...columns, { width: 12, hidden: true }],
    rows: cells,
    cells: heads,
    rowDefs: heights,
    freezePane: { rows: 1, columns: Math.max(1, Math.min(2, fixed.size)) },
    autoFilter: { range: `A1:${columnName(fields.length)}${Math.max(1, rows.length + spare) + 1}` },
    dataValidations: fields.flatMap((field, column): DataValidation[] => {
      const rule = fixed.has(field.id) ? undefined : columnRule(field, { column, firstRow: 1, lastRow }, rules)
      return rule === undefined ? [] : [rule]
    }),
    pageSetup: isSignedHere ? roomToSign(pageSetupOf(widths, repeated)) : pageSetupOf(widths, repeated),
    headerFooter: isSignedHere ? signedFooter(headerFooter, language) : headerFooter,
  }
  return { sheet, titles: printTitles(name, widths, 1, repeated) }
}

/** A question a row: what is asked, the answer, and its definition. */
export function headerSheet(subject: WorkbookSubject, codecs: Codecs, rules: RuleParts): LaidSheet {
  const { language, definition, answers } = subject
  const fields = columnsOf(definition.fields)
  const named = headersOf(definition.fields, language)
  const cells = new Map<string, Partial<Cell>>([0, 1, 2].map((column) => [`0,${column}`, { style: headStyle }]))
  fields.forEach((field, index) => {
    cells.set(`${index + 1},0`, { style: labelStyle })
    cells.set(`${index + 1},1`, { style: cellStyle(field, false) })
    cells.set(`${index + 1},2`, { style: wrapStyle })
  })
  const rows: CellValue[][] = [
    [headerWords.field[language], headerWords.value[language], headerWords.hint[language]],
    ...fields.map((field) => [
      named.get(field) ?? '',
      escapeText(codecs.get(field)?.write(answers.fields[field.id]) ?? null),
      field.hint?.[language] ?? '',
    ]),
  ]
  const name = sheetWords.header[language]
  const widths = [42, 44, 70]
  const heights = rowHeights(rows, widths, 0)
  // Beside no question, so that nobody's name is taken for an answer.
  const signature = signatureWords.map((words) => [null, null, words[language]])
  heights.set(rows.length + signature.length, { height: 60 })
  const sheet: WriteSheet = {
    name,
    columns: widths.map((width) => ({ width })),
    rows: [...rows, [], ...signature],
    rowDefs: heights,
    cells,
    freezePane: { rows: 1, columns: 1 },
    dataValidations: fields.flatMap((field, index): DataValidation[] => {
      const rule = columnRule(field, { column: 1, firstRow: index + 1, lastRow: index + 1 }, rules)
      return rule === undefined ? [] : [{ ...rule, range: cellName(index + 1, 1) }]
    }),
    pageSetup: pageSetupOf(widths),
    headerFooter: headerFooterOf(subject.heading, definition.title[language], language),
  }
  return { sheet, titles: printTitles(name, widths, 1) }
}

/** Outside of the rows, so that nobody's name is taken for an answer. */
function signedFooter(footer: ReturnType<typeof headerFooterOf>, language: Language) {
  const [name, office, date, signature] = signatureWords.map((words) => `${words[language]} ${'.'.repeat(28)}`)
  return { ...footer, oddFooter: `&L${name}   ${office}\n\n${date}   ${signature}${footer.oddFooter ?? ''}` }
}
