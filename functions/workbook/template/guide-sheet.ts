/** The sheet of definitions: how to fill in the file, then every column with its operational definition, unit and choices. */
import type { Cell, CellValue, WriteSheet } from 'hucre/xlsx'
import type { WorkbookSubject } from '../../domain/workbook/workbooks.ts'
import { choicesOf } from '../../schema/answers/choices.ts'
import type { Field } from '../../schema/form.ts'
import type { Language } from '../../schema/wording.ts'
import { sheetColumn } from '../fields.ts'
import { font, headerFooterOf, pageSetupOf, rowHeights } from '../sheet-layout.ts'
import { headStyle, titleStyle, wrapStyle } from './styles.ts'
import { guideWords, sheetWords, unitOf } from './words.ts'

const widths = [20, 34, 14, 20, 14, 70, 50]
/** Longer lists are shown by the cell itself. */
const maxChoicesShown = 12

export function guideSheet(subject: WorkbookSubject, names: ReadonlyMap<string, string>): WriteSheet {
  const { definition, language } = subject
  const top: CellValue[][] = [
    [`${definition.title[language]} · ${subject.heading}`],
    [guideWords.title[language]],
    ...(subject.guide ?? guideWords.steps).map((step, index) => [`${index + 1}. ${step[language]}`]),
    [],
  ]
  const lines = [
    ...definition.fields.map((field) => line(sheetWords.header[language], field, subject)),
    ...definition.tables.flatMap(({ id, fields }) => fields.map((field) => line(names.get(id) ?? id, field, subject))),
  ]
  const head = top.length
  const cells = new Map<string, Partial<Cell>>([
    ['0,0', { style: titleStyle }],
    ['1,0', { style: { font: { ...font, bold: true } } }],
  ])
  for (const column of guideWords.columns.keys()) cells.set(`${head},${column}`, { style: headStyle })
  lines.forEach((cellsOfLine, row) => {
    for (const column of cellsOfLine.keys()) cells.set(`${head + 1 + row},${column}`, { style: wrapStyle })
  })
  const rows = [...top, guideWords.columns.map((word) => word[language]), ...lines]
  return {
    name: sheetWords.guide[language],
    columns: widths.map((width) => ({ width })),
    rows,
    // The steps above run over the columns beside them.
    rowDefs: rowHeights(rows, widths, head),
    cells,
    pageSetup: pageSetupOf(widths),
    headerFooter: headerFooterOf(subject.heading, definition.title[language], language),
  }
}

function line(sheet: string, field: Field, { context, language }: WorkbookSubject): CellValue[] {
  const choices = choicesOf(field, context).map(({ label }) => label[language])
  const shown = choices.length > maxChoicesShown ? guideWords.more[language] : choices.join('; ')
  return [
    sheet,
    field.label[language],
    requiredWord(field, language),
    sheetColumn(field.type).word[language],
    unitOf(field, language),
    field.hint?.[language] ?? '',
    shown,
  ]
}

function requiredWord({ required }: Field, language: Language): string {
  if (typeof required === 'boolean') return guideWords[required ? 'required' : 'optional'][language]
  return guideWords.conditional[language]
}
