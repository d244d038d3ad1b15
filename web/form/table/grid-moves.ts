/** Where a key leads in the table, by position alone. Every cell can be reached, and Tab leaves the table at its ends. */
import type { Spot } from './grid-state.ts'

export type Shape = { readonly rows: number; readonly columns: number; readonly page: number }
export type Press = { readonly key: string; readonly ctrl: boolean; readonly shift: boolean }

/** The next cell, `'out'` where Tab leaves the table, or `undefined` for a key that moves nothing. */
export function moveBy({ key, ctrl, shift }: Press, from: Spot, shape: Shape): Spot | 'out' | undefined {
  const lastRow = shape.rows - 1
  const lastColumn = shape.columns - 1
  const { row, column } = from
  switch (key) {
    case 'ArrowUp':
      return { row: ctrl ? 0 : Math.max(0, row - 1), column }
    case 'ArrowDown':
      return { row: ctrl ? lastRow : Math.min(lastRow, row + 1), column }
    case 'ArrowLeft':
      return { row, column: ctrl ? 0 : Math.max(0, column - 1) }
    case 'ArrowRight':
      return { row, column: ctrl ? lastColumn : Math.min(lastColumn, column + 1) }
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 }
    case 'End':
      return { row: ctrl ? lastRow : row, column: lastColumn }
    case 'PageUp':
      return { row: Math.max(0, row - shape.page), column }
    case 'PageDown':
      return { row: Math.min(lastRow, row + shape.page), column }
    case 'Enter':
      return { row: Math.max(0, Math.min(lastRow, row + (shift ? -1 : 1))), column }
    case 'Tab':
      return tab(from, shift ? -1 : 1, shape)
  }
  return undefined
}

/** To the next cell, at the end of a row to the next row. */
function tab({ row, column }: Spot, step: 1 | -1, { rows, columns }: Shape): Spot | 'out' {
  const at = row * columns + column + step
  if (at < 0 || at >= rows * columns) return 'out'
  return { row: Math.floor(at / columns), column: at % columns }
}
