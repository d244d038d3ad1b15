/** When the text beside a choice "other" is asked. */
import type { Expression } from '../../schema/expressions/expression.ts'
import type { Named } from './stands.ts'

/** `found`: the question of the choice; both stand in the same table, or in none. */
export function otherChosen(found: Named | undefined, table: string | undefined): Expression | undefined {
  if (found?.kind !== 'field' || found.table !== table) return undefined
  return { call: 'selected', of: [{ field: found.field.id }, { text: 'other' }] }
}
