/** What `[ ]` picks from: the rows of a table, or the items of a list. */
import type { Expression } from '../../schema/expressions/expression.ts'
import type { LookedUp, Stands } from './stands.ts'
import type { Way } from './survey-parts.ts'

/** `way`: of the table, where paths of its rows start. */
export type Picking = { readonly table?: string; readonly list?: LookedUp; readonly way?: Way }

export function pickedFrom(nodes: Expression, stands: Stands): Picking | undefined {
  if ('list' in nodes) {
    const list = stands.list(nodes.list)
    return list && { list }
  }
  if ('column' in nodes) return tableAt(nodes.table, stands)
  if ('rows' in nodes) return tableAt(nodes.rows, stands)
  const [inner] = 'call' in nodes && nodes.call === 'where' ? nodes.of : []
  return inner && pickedFrom(inner, stands)
}

function tableAt(table: string, { wayOf }: Stands): Picking {
  return { table, way: wayOf(table) }
}
