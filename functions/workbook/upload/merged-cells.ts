/**
 * Merged cells stand for all their cells: a text, choice or date is read in each of the rows. An amount is not: standing once
 * beside three rows it is one amount, and which of them it belongs to is for people to say, so it is told by its cells.
 */

import { cellName } from '../../rules/cell-names.ts'
import type { Field } from '../../schema/form.ts'
import { type BookCell, isEmpty } from '../book.ts'
import type { TableSheet } from './recognise.ts'

/** `filled`: read in all rows; else only in the first. */
export type MergedNote = { readonly field: Field; readonly cells: string; readonly filled: boolean }

const counted = new Set<Field['type']>(['integer', 'decimal', 'rupiah'])

export function fillMerged({ sheet, headerRow, columns }: TableSheet) {
  const merged: MergedNote[] = []
  const down = sheet.merges.filter(({ top, bottom, left }) => top > headerRow && bottom > top && columns.has(left))
  if (down.length === 0) return { rows: sheet.rows, merged }
  const rows: (BookCell[] | undefined)[] = sheet.rows.map((row) => (row === undefined ? undefined : [...row]))
  for (const { top, left, bottom } of down) {
    const field = columns.get(left)
    const value = rows[top]?.[left]
    if (field === undefined || value === undefined || isEmpty(value)) continue
    const filled = !counted.has(field.type)
    merged.push({ field, cells: `${cellName(top, left)}:${cellName(bottom, left)}`, filled })
    for (let row = top + 1; filled && row <= bottom; row += 1) {
      const line = rows[row]
      // A row without anything of its own is only the merged cell's height.
      if (line?.some((cell, column) => column !== left && columns.has(column) && !isEmpty(cell))) line[left] = value
    }
  }
  return { rows, merged }
}
