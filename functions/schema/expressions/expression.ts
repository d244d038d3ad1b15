/**
 * The one tree that all rules of a form are written in: when a question is asked, what its answer must be, what is worked out.
 * It is plain data and part of the form definition; `parse.ts` reads it from XLSForm's XPath, `compile.ts` makes it run.
 */
import type { FunctionName } from './functions.ts'

export type Operator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod' | '|'

export type Expression =
  | { readonly number: number }
  | { readonly text: string }
  /** The answer in the same row, or in the header. */
  | { readonly field: string }
  /** The answers of one question in all rows of its table. */
  | { readonly column: string; readonly table: string }
  /** All rows of a table. */
  | { readonly rows: string }
  /** A list of the form: its items, or of each what stands in one column. */
  | { readonly list: string; readonly pick?: string | undefined }
  /** `.`: the answer that the rule stands at. */
  | { readonly self: true }
  /** Of the choice that is being offered: `name`, `label`, or another column of its sheet. */
  | { readonly choice: string }
  | { readonly call: FunctionName | Operator | 'negative' | 'where'; readonly of: readonly Expression[] }

/** The parts of a tree that are trees themselves. */
export function partsOf(expression: Expression): readonly Expression[] {
  return 'call' in expression ? expression.of : []
}

/** The tree and everything in it. */
export function* everyPart(expression: Expression): Generator<Expression> {
  yield expression
  for (const part of partsOf(expression)) yield* everyPart(part)
}

/** The same tree with each leaf replaced. */
export function mapLeaves(expression: Expression, change: (leaf: Expression) => Expression): Expression {
  if (!('call' in expression)) return change(expression)
  return { call: expression.call, of: expression.of.map((part) => mapLeaves(part, change)) }
}
