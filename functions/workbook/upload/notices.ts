/** What is said once about a file: what was read silently, what was left out, and how old it is. */
import type { WorkbookSubject } from '../../domain/workbook/workbooks.ts'
import type { Notice } from '../../schema/fields/notices.ts'
import type { Flaw } from '../../schema/fields/unread.ts'
import type { Field } from '../../schema/form.ts'
import type { WorkbookPreview } from '../../schema/workbook.ts'
import * as say from '../messages.ts'
import type { Examined } from './examine.ts'
import type { FileCell } from './file-row.ts'

const maxNamed = 10

export function noticesOf({ definition, isList }: WorkbookSubject, examined: Examined): WorkbookPreview['notices'] {
  const { manifest, header, tables, unread, limited, copies } = examined
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.values()]))
  const formulas = header.formulas + cells.filter(({ formula }) => formula).length
  const sum = (count: (table: Examined['tables'][number]) => number) =>
    tables.reduce((all, each) => all + count(each), 0)
  const [kept, gone, twice] = [sum((each) => each.kept.length), sum((each) => each.gone), sum((each) => each.twice)]
  const beside = sum((each) => each.dashesBeside)
  const read = tables.flatMap((table) => table.read)
  const merged = read.flatMap((each) => each.merged)
  const wide = read.flatMap((each) => each.wide)
  const missing = definition.tables.filter(({ id }) => !tables.some(({ table }) => table.id === id))
  const filled = merged.filter((each) => each.filled)
  const lost = merged.filter((each) => !each.filled)
  return [
    ...(manifest === undefined ? [isList ? say.withoutKeys() : say.pastUnknown()] : []),
    ...limited.map(({ table, rows, first }) => say.overLimit(table, rows, `${first.sheet}!${first.cell}`)),
    ...copies.map(({ sheet, of, rows, same }) => say.copyNotRead({ sheet, of, rows, same })),
    ...(twice > 0 ? [say.rowsOnTwoSheets(twice)] : []),
    ...(wide.length > 0 ? [say.beyondHeader(wide)] : []),
    ...(filled.length > 0 ? [say.mergedFilled(filled.length)] : []),
    ...lost.slice(0, maxNamed).map(({ field, cells: range }) => say.mergedAmount(field, range)),
    ...readings([header.read, ...tables.flatMap(({ rows }) => rows.map((row) => row.cells))]),
    ...(formulas > 0 ? [say.formulasTaken(formulas)] : []),
    ...(kept > 0 ? [say.keptSince(kept)] : []),
    ...(gone > 0 ? [say.goneSince(gone)] : []),
    ...(beside > 0 ? [say.dashesBeside(beside)] : []),
    ...missing.map(({ title }) => say.tableNotThere(title.id, title.en)),
    ...unread.slice(0, maxNamed).map(say.sheetNotRead),
  ].map(({ code, message }) => ({ code, message }))
}

/** What was read otherwise than letter for letter, by column, with its count and an example. */
function readings(rows: readonly ReadonlyMap<Field, FileCell>[]): Flaw[] {
  const found = new Map<string, { field: Field; notice: Notice; count: number }>()
  for (const row of rows) {
    for (const [field, { notices }] of row) {
      for (const notice of notices ?? []) {
        // It is asked.
        if (notice.question) continue
        const name = `${field.id} ${field.label.id} ${notice.code}`
        const known = found.get(name)
        if (known === undefined) found.set(name, { field, notice, count: 1 })
        else known.count += 1
      }
    }
  }
  return [...found.values()].map(({ field, notice, count }) => say.readSilently(field, notice, count))
}
