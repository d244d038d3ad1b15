/** A list's workbook as people handle it: downloaded from the page, changed by cell, chosen for upload. */
import { readFileSync } from 'node:fs'
import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'

/** What of a sheet is changed. Rows by the text of their first cell, columns by the head without its star. */
export type Edit =
  | { readonly row: string; readonly column: string; readonly value: CellValue }
  | { readonly add: readonly CellValue[] }

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Presses the button of the page and reads the file that comes. */
export async function download(page: Page, button: string): Promise<Uint8Array> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return readFileSync(await file.path())
}

/** `sheet`: its place; the first where nothing is said. */
export async function edited(file: Uint8Array, edits: readonly Edit[], sheet = 0): Promise<Uint8Array> {
  const { sheets } = await readXlsx(file)
  const all = sheets.map(({ name, rows, hidden }) => ({ name, rows, hidden: hidden === true }))
  const chosen = all[sheet]
  if (chosen === undefined) throw new Error('a workbook without that sheet')
  const rows = chosen.rows.map((row) => [...row])
  for (const edit of edits) {
    if ('add' in edit) {
      rows.push([...edit.add])
      continue
    }
    const column = rows[0]?.findIndex((cell) => String(cell).replace(/ \*$/, '') === edit.column) ?? -1
    const row = rows.find(([cell]) => cell === edit.row)
    if (column < 0 || row === undefined) throw new Error(`no cell ${edit.row} / ${edit.column}`)
    row[column] = edit.value
  }
  return writeXlsx({ sheets: all.map((each) => (each === chosen ? { ...chosen, rows } : each)) })
}

/** Chooses a file made here. */
export async function upload(page: Page, label: string, file: Uint8Array, name: string): Promise<void> {
  await page.getByLabel(label).setInputFiles({ name, mimeType: xlsx, buffer: Buffer.from(file) })
}
