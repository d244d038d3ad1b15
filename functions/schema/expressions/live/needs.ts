/** What a tree looks at, as keys: `fieldId` in the header, `table.fieldId` in the same row, `table.*` for all rows of a table. */
import type { FormDefinition, Table } from '../../form.ts'
import { type Expression, everyPart } from '../expression.ts'

export type Needs = {
  /** Questions of the header. */
  readonly header: ReadonlySet<string>
  /** Questions of the same row. */
  readonly own: ReadonlySet<string>
  /** `table.fieldId`, of all rows; `table.` for how many there are and in which order. */
  readonly columns: ReadonlySet<string>
  /** Its own place among the rows. */
  readonly place: boolean
}

/** `table`: where the tree stands; undefined for the header. */
export function needsOf(expression: Expression, table: Table | undefined, definition: FormDefinition): Needs {
  const header = new Set<string>()
  const own = new Set<string>()
  const columns = new Set<string>()
  let place = false
  const inRow = new Set(table?.fields.map(({ id }) => id))
  const inHeader = new Set(definition.fields.map(({ id }) => id))
  for (const part of everyPart(expression)) {
    if ('column' in part) columns.add(`${part.table}.${part.column}`).add(`${part.table}.`)
    else if ('rows' in part) columns.add(`${part.rows}.`)
    else if ('field' in part) {
      if (inRow.has(part.field)) own.add(part.field)
      else if (inHeader.has(part.field)) header.add(part.field)
      // Inside a pick from another table: any of its columns may decide.
      else
        for (const other of definition.tables) if (hasField(other, part.field)) columns.add(`${other.id}.${part.field}`)
    } else if ('call' in part && (part.call === 'position' || part.call === 'index')) place = true
  }
  return { header, own, columns, place }
}

function hasField(table: Table, id: string): boolean {
  return table.fields.some((field) => field.id === id)
}
