/** The whole template: sheets to fill in first, then the definitions, then what is hidden. */
import { writeXlsx } from 'hucre/xlsx'
import type { WorkbookSubject } from '../../domain/workbook/workbooks.ts'
import { cellCodec } from '../cells/cell-codec.ts'
import { onPaper } from '../package/on-paper.ts'
import { font } from '../sheet-layout.ts'
import { withComments } from './comment-notes.ts'
import { guideSheet } from './guide-sheet.ts'
import { listSheet } from './list-sheet.ts'
import { type Codecs, manifestSheet } from './manifest.ts'
import { headerSheet, tableSheet } from './table-sheet.ts'
import { columnsOf, sheetNames } from './words.ts'

export async function writeTemplate(now: Date, subject: WorkbookSubject): Promise<Uint8Array> {
  const { definition, context, language } = subject
  const codecs = codecsOf(subject)
  const names = sheetNames(definition, language)
  const lists = listSheet(codecs, context, language)
  const rules = { context, language, lists: lists.ranges }
  const tables = definition.tables.map((table) =>
    tableSheet(names.get(table.id) ?? table.id, table, subject, codecs, rules),
  )
  const forms = [...(definition.fields.length === 0 ? [] : [headerSheet(subject, codecs, rules)]), ...tables]
  const file = await writeXlsx({
    sheets: [
      ...withComments(
        forms.map(({ sheet }) => sheet),
        subject,
        names,
      ),
      guideSheet(subject, names),
      lists.sheet,
      manifestSheet(now, subject, codecs),
    ],
    // The rows are what people come for; with no table it is the questions.
    activeSheet: definition.fields.length > 0 && tables.length > 0 ? 1 : 0,
    namedRanges: forms.map(({ titles }) => titles),
    defaultFont: font,
    properties: { title: definition.title[language], creator: 'Lengkap', created: now, modified: now },
  })
  return onPaper(file, subject.paper)
}

/** Codecs of all fields that have a column. A field's object is its name: two tables may have fields of one id. */
export function codecsOf({ definition, context, language }: WorkbookSubject): Codecs {
  const fields = [definition.fields, ...definition.tables.map((table) => table.fields)].flatMap(columnsOf)
  return new Map(fields.map((field) => [field, cellCodec(field, context, language)]))
}
