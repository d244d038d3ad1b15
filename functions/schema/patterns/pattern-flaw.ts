/** What keeps a pattern from being published: it cannot be read, not be matched in one pass, or may be at too many places at once. */
import { type Part, type PatternFlaw, parsePattern, Unmatchable } from './parse-pattern.ts'
import { programOf } from './program.ts'

/** Characters of a pattern, and steps that one text may take, about a millisecond's work. */
const longestPattern = 200
const mostWork = 500_000

export function patternFlaw(source: string, longestText: number): PatternFlaw | undefined {
  if (source.length > longestPattern) return 'too-large'
  try {
    const whole = parsePattern(source)
    programOf(whole)
    return placesAtOnce(whole) * longestText > mostWork ? 'too-large' : undefined
  } catch (error) {
    if (error instanceof Unmatchable) return error.flaw
    throw error
  }
}

/** At how many of its places a text can stand at most, where the part is entered at one point of the text only. */
function placesAtOnce(part: Part): number {
  if (part.kind === 'one') return 1
  if (part.kind === 'place') return 0
  if (part.kind === 'any') return sum(part.parts.map(placesAtOnce))
  if (part.kind === 'repeat') return lengthOf(part.part) === undefined ? placesOf(part) : placesAtOnce(part.part)
  let places = 0
  let isFixed = true
  for (const each of part.parts) {
    const here = isFixed ? placesAtOnce(each) : placesOf(each)
    const varies = lengthOf(each) === undefined
    // What lies behind a part of varying length may be entered at any point while that part goes on.
    places = isFixed && !varies ? Math.max(places, here) : places + here
    isFixed &&= !varies
  }
  return places
}

/** All places of a part, its counted repetitions written out. */
function placesOf(part: Part): number {
  if (part.kind === 'one') return 1
  if (part.kind === 'place') return 0
  if (part.kind !== 'repeat') return sum(part.parts.map(placesOf))
  const times = part.most === Number.POSITIVE_INFINITY ? part.least + 1 : part.most
  return times * placesOf(part.part)
}

/** How many characters a part takes, if that is always the same. */
function lengthOf(part: Part): number | undefined {
  if (part.kind === 'one') return 1
  if (part.kind === 'place') return 0
  if (part.kind === 'repeat') {
    const once = lengthOf(part.part)
    return part.least === part.most && once !== undefined ? once * part.most : undefined
  }
  const lengths = part.parts.map(lengthOf)
  if (lengths.includes(undefined)) return undefined
  if (part.kind === 'any') return new Set(lengths).size === 1 ? lengths[0] : undefined
  return sum(lengths.map((each) => each ?? 0))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
