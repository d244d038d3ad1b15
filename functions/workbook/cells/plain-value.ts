/** The one spelling of a value in files: that of the rules, without what is not seen, as files are read. Drafts of older releases may hold such characters. */
import { normalValue } from '../../schema/answers/absence.ts'
import type { Value } from '../../schema/answers.ts'
import { withoutHidden } from '../../schema/hidden-characters.ts'

export function plainValue(value: Value): Value {
  return normalValue(typeof value === 'string' ? withoutHidden(value) : value)
}
