/** What every result is: a titled sheet of plain cells, whoever writes it (workbook, CSV, JSON). */
import type { Wording } from '../../schema/wording.ts'

/** `percent` in points (64.3 is 64.3%). */
export type ColumnType = 'text' | 'integer' | 'rupiah' | 'decimal' | 'date' | 'percent'
export type ResultColumn = {
  /** Stable and machine-readable: a field's id, or a name of ours such as `agencyId`. */
  readonly id: string
  readonly label: Wording
  readonly type: ColumnType
}
/** Dates are `YYYY-MM-DD`; `null` is an empty cell. */
export type ResultCell = string | number | null
/** Bars of some rows; `labels` and `values` are columns, `from` the first row, counted from 0. */
export type ResultChart = {
  readonly title: string
  readonly labels: number
  readonly values: number
  readonly from: number
  readonly rows: number
}
export type ResultSheet = {
  /** Stable, e.g. `aksi3a-penandaan-anggaran.penandaan`. */
  readonly id: string
  readonly title: Wording
  /** How the figures are counted, where that can be misunderstood. */
  readonly note?: Wording
  readonly columns: readonly ResultColumn[]
  readonly rows: readonly (readonly ResultCell[])[]
  /** Drawn beside the rows, in a workbook only. */
  readonly charts?: readonly ResultChart[]
}

export const column = (id: string, idLabel: string, enLabel: string, type: ColumnType = 'text'): ResultColumn => ({
  id,
  label: { id: idLabel, en: enLabel },
  type,
})
