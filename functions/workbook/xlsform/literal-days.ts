/** Days that are written in an expression. */
import { dayOf } from '../../schema/expressions/days.ts'
import type { Expression } from '../../schema/expressions/expression.ts'
import { Unmapped } from './flaws.ts'

/** Throws `Unmapped` for `date('2026-02-31')`. */
export function checkDate(argument: Expression | undefined): void {
  if (argument !== undefined && 'text' in argument && dayOf(argument.text.trim()) === undefined)
    throw new Unmapped('date-unreal', argument.text)
}
