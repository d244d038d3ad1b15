/**
 * A dash may stand for nothing, for zero, or for one of the ways to answer without a value: asked about once a column. Until it
 * is answered its cells are as if they were not in the file.
 */
import type { WorkbookSubject } from '../../domain/workbook/workbooks.ts'
import { cellName } from '../../rules/cell-names.ts'
import { dashMeanings } from '../../schema/answers/read-typed.ts'
import type { Row } from '../../schema/answers.ts'
import type { Field } from '../../schema/form.ts'
import type { ChangedCells, WorkbookAsk } from '../../schema/workbook.ts'
import { dash } from './ask-words.ts'
import type { HeaderChanges } from './compare-header.ts'
import { type FileRow, isDashCell } from './file-row.ts'
import type { ChangedRow, Dash, TableChanges } from './table-changes.ts'

type NewRow = Row & { readonly file: FileRow }
type Sorted<Added extends NewRow> = {
  readonly added: readonly Added[]
  readonly revived: readonly NewRow[]
  readonly changed: readonly ChangedRow[]
  readonly other: readonly ChangedRow[]
}

/** `beside`: dashes of a file of unknown past where the draft has a value, which stays. */
export function withoutDashes<Added extends NewRow>({ added, revived, changed, other }: Sorted<Added>) {
  const dashes: Dash[] = []
  const strip = <T extends { readonly [id: string]: unknown }>(
    cells: T,
    file: FileRow,
    put: (field: Field) => void,
  ) => {
    const own = [...file.cells].filter(([field, cell]) => field.id in cells && isDashCell(cell))
    for (const [field] of own) put(field)
    const left = Object.entries(cells).filter(([id]) => !own.some(([field]) => field.id === id))
    return own.length === 0 ? cells : (Object.fromEntries(left) as T)
  }
  const asked = <T extends { readonly file: FileRow; readonly rowKey: string; readonly cells: ChangedCells }>(
    row: T,
  ) => ({
    ...row,
    cells: strip(row.cells, row.file, (field) => dashes.push({ file: row.file, rowKey: row.rowKey, field })),
  })
  let beside = 0
  const hasCells = ({ cells }: ChangedRow) => Object.keys(cells).length > 0
  const left = {
    added: added.map(asked) as Added[],
    revived: revived.map(asked) as NewRow[],
    changed: changed.map(asked).filter(hasCells),
    other: other
      .map((row) => ({
        ...row,
        cells: strip(row.cells, row.file, () => {
          beside += 1
        }),
      }))
      .filter(hasCells),
  }
  return { ...left, dashes, beside }
}

export function dashAsks({ isList, language }: WorkbookSubject, { table, dashes }: TableChanges): WorkbookAsk[] {
  if (isList) return []
  const columns = new Map<Field, Dash[]>()
  for (const each of dashes) columns.set(each.field, [...(columns.get(each.field) ?? []), each])
  const inOrder = [...columns].sort(([a], [b]) => table.fields.indexOf(a) - table.fields.indexOf(b))
  return inOrder.flatMap(([field, cells]): WorkbookAsk[] => {
    const [first] = cells
    if (first === undefined) return []
    const options = dashMeanings(field).map(({ label, value }) => {
      const changed = cells.map(({ rowKey }) => ({ rowKey, cells: { [field.id]: value } }))
      return { label, fields: {}, tables: [{ tableId: table.id, added: [], changed, removed: [] }] }
    })
    const spot = {
      sheet: first.file.of.sheet.name,
      cell: cellName(first.file.row, first.file.cells.get(field)?.column ?? 0),
    }
    return [
      { ...spot, ...dashAsk(field, `${table.id}:${field.id}`, cells.length), about: field.label[language], options },
    ]
  })
}

/** Of the questions that are answered once. */
export function headerDashAsks(
  { isList, language }: WorkbookSubject,
  { dashes, places }: HeaderChanges,
): WorkbookAsk[] {
  if (isList) return []
  return dashes.map((field): WorkbookAsk => {
    const options = dashMeanings(field).map(({ label, value }) => ({
      label,
      fields: { [field.id]: value },
      tables: [],
    }))
    const spot = places.get(field.id) ?? { sheet: '', cell: 'A1' }
    return { ...spot, ...dashAsk(field, `:${field.id}`, 1), about: field.label[language], options }
  })
}

function dashAsk(field: Field, name: string, cells: number) {
  return {
    id: `dash:${name}`,
    kind: 'dash' as const,
    message: dash(cells),
    chosen: dashMeanings(field).length === 1 ? 0 : null,
  }
}
