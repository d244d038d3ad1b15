/**
 * The size of type with which the shown rows fit on one sheet of A4: the browser offers no "fit on one page", so the height is
 * reckoned from what stands on the sheet. Many agencies are printed smaller, never on a second page.
 */

export type PrintedSheet = {
  readonly agencies: number
  /** Those of them with dates of their own under their name. */
  readonly extended: number
  readonly sections: number
  readonly forms: number
}

const largest = 7
const smallest = 3.5
/** Points: the sheet within its margins, and what stands above the table (its type does not shrink). */
const sheet = { width: 538, height: 785, top: 215 }
const lineHeight = 1.25
const firstColumn = 0.2
/** How wide status and share ("Belum mulai 12/301 (3%)") are beside each other, in sizes of type. Where they do not fit, all four words of a cell stand under one another. */
const pairWidth = 12
/** Letters high, with the line between two rows. */
const rowPadding = 0.45
const cellPadding = 5

/** In points, to a tenth. */
export function printSize(shown: PrintedSheet): number {
  for (let tenths = largest * 10; tenths > smallest * 10; tenths -= 1) {
    if (heightOf(shown, tenths / 10) <= sheet.height - sheet.top) return tenths / 10
  }
  return smallest
}

function heightOf({ agencies, extended, sections, forms }: PrintedSheet, size: number): number {
  const room = ((1 - firstColumn) * sheet.width) / Math.max(1, forms) - cellPadding
  const lines = pairWidth * size <= room ? 2 : 4
  const named = Math.max(lines, 6)
  const all = (agencies - extended) * lines + extended * named + sections + 2
  return (all * lineHeight + (agencies + sections + 1) * rowPadding) * size
}
