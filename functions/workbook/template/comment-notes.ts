/** Comments of returned work: as notes on the cells that they are about, and as a list on a sheet of their own. */
import type { Cell, CellValue, WriteSheet } from 'hucre/xlsx'
import type { WorkbookSubject } from '../../domain/workbook/workbooks.ts'
import { cellName } from '../../rules/cell-names.ts'
import type { Field } from '../../schema/form.ts'
import type { Language, Wording } from '../../schema/wording.ts'
import { pageSetupOf, rowHeights } from '../sheet-layout.ts'
import { headStyle, wrapStyle } from './styles.ts'
import { columnsOf, headersOf, sheetWords } from './words.ts'

const author: Wording = { id: 'Peninjau', en: 'Reviewer' }
const heads = [
  { id: 'Lembar', en: 'Sheet' },
  { id: 'Sel', en: 'Cell' },
  { id: 'Catatan peninjau', en: 'Reviewer’s comment' },
] satisfies readonly Wording[]

/** The sheets with notes, and behind them the list; unchanged where nothing was returned. `names` are those of tables. */
export function withComments(
  sheets: readonly WriteSheet[],
  subject: WorkbookSubject,
  names: ReadonlyMap<string, string>,
): WriteSheet[] {
  const { comments = [], language } = subject
  if (comments.length === 0) return [...sheets]
  const listed: CellValue[][] = []
  const notes = new Map<string, Map<string, Partial<Cell>>>()
  for (const { pointer, text } of comments) {
    const [, root, first = '', rowKey = '', fieldId = ''] = pointer.split('/')
    const isRow = root === 'rows'
    const name = isRow ? names.get(first) : sheetWords.header[language]
    const sheet = sheets.find((each) => each.name === name)
    const place =
      sheet &&
      (isRow ? cellOfRow(sheet, { subject, table: first, rowKey, fieldId }) : cellOfQuestion(sheet, subject, first))
    listed.push([sheet === undefined ? '' : sheet.name, place === undefined ? '' : cellName(...place), text])
    if (sheet === undefined || place === undefined) continue
    const own = notes.get(sheet.name) ?? new Map<string, Partial<Cell>>(sheet.cells ?? [])
    const at = place.join(',')
    const before = own.get(at)
    const said = [before?.comment?.text, text].filter((each) => each !== undefined).join('\n')
    notes.set(sheet.name, own.set(at, { ...before, comment: { author: author[language], text: said } }))
  }
  const told = sheets.map((sheet) => ({
    ...sheet,
    ...(notes.has(sheet.name) ? { cells: notes.get(sheet.name) ?? new Map() } : {}),
  }))
  return [...told, listOf(listed, language)]
}

type Place = readonly [row: number, column: number]
type RowParts = {
  readonly subject: WorkbookSubject
  readonly table: string
  readonly rowKey: string
  readonly fieldId: string
}

/** Rows by their key in the last column; a comment on a whole row stands at its first cell. */
function cellOfRow({ rows = [] }: WriteSheet, { subject, table, rowKey, fieldId }: RowParts): Place | undefined {
  const fields = columnsOf(subject.definition.tables.find(({ id }) => id === table)?.fields ?? [])
  const row = rows.findIndex((cells) => rowKey !== '' && cells.at(-1) === rowKey)
  if (row < 0) return undefined
  return [
    row,
    Math.max(
      0,
      fields.findIndex(({ id }) => id === fieldId),
    ),
  ]
}

function cellOfQuestion(
  { rows = [] }: WriteSheet,
  { definition, language }: WorkbookSubject,
  fieldId: string,
): Place | undefined {
  const field = definition.fields.find(({ id }): boolean => id === fieldId) as Field | undefined
  const label = field === undefined ? undefined : headersOf(definition.fields, language).get(field)
  const row = rows.findIndex(([first]) => label !== undefined && first === label)
  return row < 0 ? undefined : [row, 1]
}

function listOf(lines: readonly CellValue[][], language: Language): WriteSheet {
  const cells = new Map<string, Partial<Cell>>(heads.map((_, column) => [`0,${column}`, { style: headStyle }]))
  lines.forEach((_, row) => {
    for (const column of heads.keys()) cells.set(`${row + 1},${column}`, { style: wrapStyle })
  })
  const widths = [28, 10, 90]
  const rows = [heads.map((head) => head[language]), ...lines]
  return {
    name: sheetWords.comments[language],
    columns: widths.map((width) => ({ width })),
    rows,
    rowDefs: rowHeights(rows, widths, 0),
    cells,
    pageSetup: pageSetupOf(widths),
  }
}
