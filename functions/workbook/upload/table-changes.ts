/** What an upload changes in one table, and what about it is open. */
import type { Row } from '../../schema/answers.ts'
import type { Field, Table } from '../../schema/form.ts'
import type { ChangedCells, MatchReason } from '../../schema/workbook.ts'
import type { CellClash } from './compare.ts'
import type { FileRow } from './file-row.ts'
import type { CellFlaw, FileRows } from './read-rows.ts'
import type { TableSheet } from './recognise.ts'

export type Dash = { readonly file: FileRow; readonly rowKey: string; readonly field: Field }
export type ChangedRow = {
  readonly file: FileRow
  readonly rowKey: string
  readonly cells: ChangedCells
  readonly why: MatchReason
}
/** `before`: the marks that it was compared with. */
export type Standing = { readonly file: FileRow; readonly before: string | undefined }
export type TableChanges = {
  readonly table: Table
  readonly sheets: readonly TableSheet[]
  readonly read: readonly FileRows[]
  readonly rows: readonly FileRow[]
  readonly added: readonly (Row & { readonly file: FileRow; readonly like: readonly string[] })[]
  readonly changed: readonly ChangedRow[]
  readonly removed: readonly string[]
  readonly clashes: readonly (CellClash & { readonly rowKey: string })[]
  readonly flaws: readonly (CellFlaw & { readonly of: TableSheet; readonly rowKey: string | undefined })[]
  /** Where each row stands; `stands` has those too that the draft does not get. */
  readonly places: ReadonlyMap<string, FileRow>
  readonly stands: ReadonlyMap<string, Standing>
  /** What the file says otherwise than the draft, of rows of which nothing is known to come from it. */
  readonly other: readonly ChangedRow[]
  /** Rows that the file once had and lacks, which were changed in Lengkap since. */
  readonly kept: readonly string[]
  /** Rows that came from another state of this file: it may be older than they are. */
  readonly doubted: readonly string[]
  /** Rows that were removed in Lengkap since: as the file had them, and changed in the file. */
  readonly gone: number
  readonly revived: readonly (Row & { readonly file: FileRow })[]
  /** Rows of the draft of which the file, whose past is unknown, says nothing. */
  readonly missing: readonly string[]
  /** Cells with a dash, which are in none of the changes until it is said what they mean. */
  readonly dashes: readonly Dash[]
  readonly dashesBeside: number
  /** Equal rows on a further sheet. */
  readonly twice: number
}
