/** From the text of a cell to a tree over this form's questions. */
import type { Expression } from '../../schema/expressions/expression.ts'
import { parseExpression, UnknownFunction } from '../../schema/expressions/parse.ts'
import { ExpressionError } from '../../schema/expressions/tokens.ts'
import { type FlawCode, Unmapped } from './flaws.ts'
import { resolveRule } from './rule-reader.ts'
import { isNo, isYes } from './sheets.ts'
import type { Stands } from './stands.ts'

/** Throws `Unmapped`. */
export function readRule(source: string, stands: Stands): Expression {
  // As converters read them: a bare word of yes or no is no name of a question.
  if (isYes(source)) return { call: 'true', of: [] }
  if (isNo(source)) return { call: 'false', of: [] }
  try {
    return resolveRule(parseExpression(source), stands)
  } catch (error) {
    if (error instanceof ExpressionError) throw new Unmapped('expression-unreadable', error.message)
    if (error instanceof UnknownFunction) throw new Unmapped(codeOf(error), `${error.message}()`)
    throw error
  }
}

function codeOf({ why, message }: UnknownFunction): FlawCode {
  if (why === 'arguments') return 'function-arguments'
  // Medic, wq and others have functions of their own.
  return /^(?!jr:)[a-z]+:/.test(message) ? 'function-foreign' : 'function-unknown'
}
