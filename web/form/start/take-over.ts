/** Which edits bring answers of elsewhere into this form: empty fields are filled, rows that are not here yet are added, nothing is replaced. */
import type { Answers, Row } from '../../../functions/schema/answers.ts'
import type { FormDefinition, Table } from '../../../functions/schema/form.ts'
import type { Edit } from '../model/edit-answers.ts'

export type Taken = { readonly edits: readonly Edit[]; readonly added: number; readonly known: number }

export function takeOver(definition: FormDefinition, own: Answers, from: Answers): Taken {
  const fields = Object.entries(from.fields).filter(([id]) => own.fields[id] === undefined)
  const edits: Edit[] =
    fields.length === 0 ? [] : [{ do: 'set', changes: fields.map(([field, value]) => ({ place: { field }, value })) }]
  let added = 0
  let known = 0
  for (const table of definition.tables) {
    const here = own.rows[table.id] ?? []
    const room = table.maxRows - here.length
    const incoming = from.rows[table.id] ?? []
    if (table.fixedRows !== undefined) {
      edits.push(...intoFixedRows(table, here, incoming))
      continue
    }
    const fresh = incoming.filter((row) => !here.some((each) => isSame(table, each, row))).slice(0, room)
    known += incoming.length - fresh.length
    added += fresh.length
    if (fresh.length > 0) edits.push({ do: 'insert-rows', table: table.id, rows: fresh, index: here.length })
  }
  return { edits, added, known }
}

/** The rows stand already; what is blank in them is filled. */
function intoFixedRows(table: Table, here: readonly Row[], incoming: readonly Row[]): Edit[] {
  const changes = incoming.flatMap((row) => {
    const own = here.find(({ rowKey }) => rowKey === row.rowKey)
    if (own === undefined) return []
    return Object.entries(row.cells)
      .filter(([field]) => own.cells[field] === undefined)
      .map(([field, value]) => ({ place: { table: table.id, rowKey: row.rowKey, field }, value }))
  })
  return changes.length === 0 ? [] : [{ do: 'set', changes }]
}

function isSame(table: Table, a: Row, b: Row): boolean {
  if (a.rowKey === b.rowKey) return true
  const by = table.uniqueBy ?? []
  return by.length > 0 && by.every((field) => a.cells[field] !== undefined && a.cells[field] === b.cells[field])
}
