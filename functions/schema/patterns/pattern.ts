/**
 * Does a whole text match a pattern? In time that grows with the text's length only, whatever the pattern: page and server ask the same
 * function. Look-around and back-references cannot be matched so and are refused when a form is read (`patternFlaw`). A form that
 * was published with one of them before keeps its meaning, by the engine's own matcher.
 */
import { createMatcher } from './match-whole.ts'
import { parsePattern, Unmatchable } from './parse-pattern.ts'
import { programOf } from './program.ts'

const mostKept = 100
const kept = new Map<string, (text: string) => boolean>()

/** `source` as `patternFlaw` accepts it, or as an older version published it. */
export function wholeTextMatcher(source: string): (text: string) => boolean {
  const known = kept.get(source)
  if (known !== undefined) return known
  const matcher = compiled(source)
  if (kept.size >= mostKept) kept.clear()
  kept.set(source, matcher)
  return matcher
}

function compiled(source: string): (text: string) => boolean {
  try {
    return createMatcher(programOf(parsePattern(source)))
  } catch (error) {
    if (!(error instanceof Unmatchable)) throw error
    return asPublished(source)
  }
}

function asPublished(source: string): (text: string) => boolean {
  try {
    const whole = new RegExp(`^(?:${source})$`, 'u')
    return (text) => whole.test(text)
  } catch {
    // An old browser does not know every Unicode property; then the server alone decides.
    return () => true
  }
}
