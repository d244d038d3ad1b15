/** An XLSX as plain cells. The library's own error types all mean the same to a person: the file is broken. */
import { readXlsx as readWithLibrary, type Workbook } from 'hucre/xlsx'
import { Refused } from '../../domain/refusal.ts'
import { maxWorkbookRows } from '../../schema/workbook-limits.ts'
import { type BookCell, type BookSheet, columnName, maxColumns, refuse, titleRows } from '../book.ts'
import { cleanXlsx, type Keep } from '../package/clean-xlsx.ts'
import type { Zip } from '../package/read-zip.ts'

const range = `A1:${columnName(maxColumns - 1)}${maxWorkbookRows + titleRows}`

export async function readXlsx(zip: Zip): Promise<BookSheet[]> {
  const { sheets } = await openXlsx(zip, 'cells')
  return sheets.map((sheet) => {
    const rows: BookCell[][] = sheet.rows
    for (const [place, cell] of sheet.cells ?? []) {
      const [row = 0, column = 0] = place.split(',').map(Number)
      const cells = rows[row]
      if (cells === undefined) continue
      if (cell.type === 'error') cells[column] = { error: String(cell.value ?? '') }
      else if (cell.formula !== undefined) cells[column] = { formula: cell.formula, value: cell.value }
    }
    return { name: sheet.name, hidden: sheet.hidden === true || sheet.veryHidden === true, rows }
  })
}

/** The library's view of the cleaned package, with the looks of single cells where they are wanted. */
export async function openXlsx(zip: Zip, keep: Keep, readStyles = false): Promise<Workbook> {
  try {
    return await readWithLibrary(cleanXlsx(zip, keep), { range, readStyles })
  } catch (error) {
    throw error instanceof Refused ? error : refuse('broken')
  }
}
