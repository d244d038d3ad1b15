/** What every way of showing a table's rows is given. */
import type { Row } from '../../../functions/schema/answers.ts'
import type { Table } from '../../../functions/schema/form.ts'

/** What can be done with rows of a free table; absent for fixed rows. */
export type RowActions = { readonly duplicate: (row: Row) => void; readonly remove: (row: Row) => void }
export type RowListProps = {
  readonly table: Table
  readonly rows: readonly Row[]
  readonly actions: RowActions | undefined
  /** Do the rows stand in a group that has its own heading? */
  readonly grouped: boolean
}
