/** Patterns of `regex()`: written out, valid, and quick whatever somebody types. */
import type { Expression } from '../../schema/expressions/expression.ts'
import { patternFlaw } from '../../schema/patterns/pattern-flaw.ts'
import { type FlawCode, Unmapped } from './flaws.ts'

/** As long as a text is unless its form says otherwise. */
const longestText = 500

/** Throws `Unmapped`. */
export function checkPattern(pattern: Expression | undefined, note: (code: FlawCode, what: string) => void): void {
  if (pattern === undefined || !('text' in pattern)) throw new Unmapped('pattern-built')
  const { text } = pattern
  const flaw = patternFlaw(text, longestText)
  if (flaw !== undefined) throw new Unmapped(`pattern-${flaw}`, text)
  if (!(text.startsWith('^') && text.endsWith('$'))) note('pattern-loose', text)
}
