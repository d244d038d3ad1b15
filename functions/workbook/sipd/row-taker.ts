/** What every kind of file is read into: rows of cells, one after the other. */

/** A number where the file has one; a text as it stands there. Empty cells are absent. */
export type CellValue = string | number
export type RowTaker = {
  /** Which columns (0 = A) are looked at; all until the header is known. What is not wanted is never read. */
  wants(column: number): boolean
  /** `false`: nothing more is wanted of this sheet. */
  row(cells: ReadonlyMap<number, CellValue>): boolean
}
export type Progress = (share: number) => void
