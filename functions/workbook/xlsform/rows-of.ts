/** How many rows a repeat has. */
import type { Table } from '../../schema/form.ts'
import type { DraftFlaw } from '../../schema/form-draft.ts'
import { flawAt } from './flaws.ts'
import { isYes, type SheetRow } from './sheets.ts'

const mostRows = 1_000

/** An expression as the number of rows is read later. */
export function rowsOf(row: SheetRow, flaws: DraftFlaw[]): Pick<Table, 'minRows' | 'maxRows'> {
  const count = row.cells.repeat_count
  const least = isYes(row.cells.required) ? 1 : 0
  if (count === undefined || !/^\d+(\.0+)?$/.test(count)) return { minRows: least, maxRows: mostRows }
  const number = Number(count)
  if (number >= 1 && number <= mostRows) return { minRows: number, maxRows: number }
  flaws.push(flawAt(row.at('repeat_count'), 'repeat-count', count))
  return { minRows: least, maxRows: mostRows }
}
