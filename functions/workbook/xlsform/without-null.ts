/** `null`, as people of other languages write it for "no answer". */
import type { Expression } from '../../schema/expressions/expression.ts'
import type { Stands } from './stands.ts'

/** `null` names nothing that there is, so an outcome that it is stays blank; within a comparison it would be another thing. */
export function withoutNull(outcome: Expression, stands: Stands): Expression {
  if ('choice' in outcome && outcome.choice === 'null' && stands.choiceColumns?.has('null') !== true) {
    stands.note('null-as-blank')
    return { text: '' }
  }
  if (!('call' in outcome) || outcome.call !== 'if') return outcome
  const [test, ...ends] = outcome.of
  return test === undefined ? outcome : { call: 'if', of: [test, ...ends.map((end) => withoutNull(end, stands))] }
}
