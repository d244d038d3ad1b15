/** `position(..)`: the row's own place. */
import type { Expression } from '../../schema/expressions/expression.ts'
import { Unmapped } from './flaws.ts'
import type { Picking } from './picked-from.ts'
import type { Stands } from './stands.ts'

/** Of a group inside the repeat it is always 1. Throws `Unmapped` where the place of something else would be asked. */
export function checkPlace([around]: readonly Expression[], stands: Stands, picking: Picking | undefined): Expression {
  const known = around === undefined || ('field' in around && /^\.\.(\/\.\.)*$/.test(around.field))
  if (!known) throw new Unmapped('path-not-supported', 'position()')
  if (around === undefined && picking !== undefined) return { call: 'position', of: [] }
  if (stands.table === undefined) throw new Unmapped('position-outside', 'position(..)')
  if (around !== undefined && 'field' in around) {
    const named = stands.find(around.field, stands.way)
    const written = `position(${around.field})`
    if (named?.kind === 'group') {
      stands.note('position-always-one', written)
      return { number: 1 }
    }
    if (named?.kind !== 'table' || named.id !== stands.table) throw new Unmapped('position-of-group', written)
  }
  return { call: 'position', of: [] }
}
