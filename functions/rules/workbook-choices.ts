/** What a confirmed preview changes, once its questions are decided: the same for page and server. */
import type { ChangedCells, TableChange, WorkbookPreview } from '../schema/workbook.ts'

export type AnswerChanges = { readonly fields: ChangedCells; readonly tables: readonly TableChange[] }
export type WorkbookChoices = {
  /** By the question's id, the number of an option; what is not there stands as proposed. */
  readonly options?: ReadonlyMap<string, number>
  /** Sheets that are left out. */
  readonly without?: ReadonlySet<string>
  /** Clashes, by pointer, in which the draft's value stays. */
  readonly keeping?: ReadonlySet<string>
}

/** Questions that still wait for a decision. */
export function undecided({ asks }: WorkbookPreview, { options = new Map(), without = new Set() }: WorkbookChoices) {
  return asks.filter(({ id, chosen, sheet }) => chosen === null && !options.has(id) && !without.has(sheet))
}

/** The changes of the sheets that are taken, and of the options that are chosen; an undecided question changes nothing. */
export function decided(preview: WorkbookPreview, choices: WorkbookChoices = {}): AnswerChanges {
  const { options = new Map<string, number>(), without = new Set<string>(), keeping = new Set<string>() } = choices
  const chosen = preview.asks
    .filter(({ sheet }) => !without.has(sheet))
    .flatMap(({ id, options: offered, chosen: proposed }) => offered[options.get(id) ?? proposed ?? -1] ?? [])
  const left = new Set(chosen.flatMap(({ leavesOut = [] }) => leavesOut))
  const stands = new Map(chosen.flatMap((option) => Object.entries(option.stands ?? {})))
  const tables = preview.tables.filter(({ sheet, tableId }) => !without.has(sheet) && !left.has(tableId))
  const fields = without.has(preview.headerSheet ?? '') ? {} : preview.fields
  return {
    fields: kept(Object.assign({}, fields, ...chosen.map((option) => option.fields)), '/fields', keeping),
    tables: withNewCells([...tables, ...chosen.flatMap((option) => option.tables.map(meant(stands)))]).map(
      ({ tableId, added, changed, removed }) => ({
        tableId,
        added,
        changed: changed.map(({ rowKey, cells }) => ({
          rowKey,
          cells: kept(cells, `/rows/${tableId}/${rowKey}`, keeping),
        })),
        removed,
      }),
    ),
  }
}

function meant(stands: ReadonlyMap<string, string>) {
  return (table: TableChange): TableChange => ({
    ...table,
    changed: table.changed.map(({ rowKey, cells }) => ({ rowKey: stands.get(rowKey) ?? rowKey, cells })),
  })
}

function kept(cells: ChangedCells, path: string, keeping: ReadonlySet<string>): ChangedCells {
  if (keeping.size === 0) return cells
  return Object.fromEntries(Object.entries(cells).filter(([field]) => !keeping.has(`${path}/${field}`)))
}

/** What an option changes in a row that the file brings goes into that row. */
function withNewCells(tables: readonly TableChange[]): TableChange[] {
  const fresh = new Set(tables.flatMap(({ tableId, added }) => added.map(({ rowKey }) => `${tableId} ${rowKey}`)))
  const late = new Map<string, ChangedCells>()
  const rest = tables.map((table) => ({
    ...table,
    changed: table.changed.filter(({ rowKey, cells }) => {
      const name = `${table.tableId} ${rowKey}`
      if (fresh.has(name)) late.set(name, { ...late.get(name), ...cells })
      return !fresh.has(name)
    }),
  }))
  if (late.size === 0) return rest
  return rest.map((table) => ({
    ...table,
    added: table.added.map((row) => {
      const cells = { ...row.cells, ...late.get(`${table.tableId} ${row.rowKey}`) }
      return {
        ...row,
        cells: Object.fromEntries(
          Object.entries(cells).flatMap(([id, value]) => (value === null ? [] : [[id, value]])),
        ),
      }
    }),
  }))
}
