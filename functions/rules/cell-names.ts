/** Cells as spreadsheets name them: `D17` is row 16 and column 3. */

/** `0, 3` is `D1`. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`
}

export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

/** The column that the letters at the front of a cell's name mean; -1 where there are none. */
export function columnIn(name: string): number {
  let column = 0
  for (let at = 0; at < name.length; at++) {
    // Upper and lower case differ by one bit.
    const letter = (name.charCodeAt(at) & 0xdf) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}

/** `undefined` for what is no place; `$` may stand before letters and figures. */
export function placeIn(name: string): { row: number; column: number } | undefined {
  const [, letters, number] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(name) ?? []
  if (letters === undefined || number === undefined) return undefined
  return { row: Number(number) - 1, column: columnIn(letters) }
}
