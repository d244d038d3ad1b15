/**
 * What a file holds once it is read, whatever its format: sheets of plain cells. Formulas are kept apart, because only their
 * last value is known, and error values because they are none.
 */

import { Refused } from '../domain/refusal.ts'
import type { WorkbookFlaw } from '../schema/workbook.ts'

export type Plain = string | number | boolean | Date
/** `formula` is empty where it is shared with another cell; `format` and `shown` as in a shown cell. */
export type FormulaCell = {
  readonly formula: string
  readonly value: Plain | null
  readonly format?: string
  readonly shown?: string
}
export type ErrorCell = { readonly error: string }
/**
 * A number or date whose number format shows another text than the plain value: 0.85 as `85%`, 123 as `00123`. `format` is
 * Excel's; of an ODS only `0%` is told, else it is empty.
 */
export type ShownCell = { readonly value: number | Date; readonly format: string; readonly shown: string }
export type BookCell = Plain | FormulaCell | ErrorCell | ShownCell | null
/** Cells that the file shows as one, from 0; only the first one has the value. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

export type BookSheet = {
  readonly name: string
  readonly hidden: boolean
  /** By row, then column, from 0; rows and cells may be missing. */
  readonly rows: readonly (readonly BookCell[] | undefined)[]
  readonly merges: readonly Merge[]
}
export type BookKind = 'xlsx' | 'ods' | 'csv'
export type Book = { readonly kind: BookKind; readonly sheets: readonly BookSheet[] }

/** Cells beyond these are not read; a header row and some titles are allowed for. */
export const maxColumns = 300
export const titleRows = 50

export function isFormula(cell: BookCell | undefined): cell is FormulaCell {
  return typeof cell === 'object' && cell !== null && 'formula' in cell
}

export function isErrorCell(cell: BookCell | undefined): cell is ErrorCell {
  return typeof cell === 'object' && cell !== null && 'error' in cell
}

export function isShown(cell: BookCell | undefined): cell is ShownCell {
  return typeof cell === 'object' && cell !== null && 'shown' in cell && !('formula' in cell)
}

/** Nothing that counts: no cell, or only spaces. */
export function isEmpty(cell: BookCell | undefined): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '')
}

export function refuse(reason: WorkbookFlaw, what?: string): Refused {
  return new Refused({ code: 'workbook-refused', reason, ...(what === undefined ? {} : { what }) })
}
