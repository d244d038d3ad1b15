/**
 * Reads a regular expression as ECMAScript's `u` flag does (https://tc39.es/ecma262/#sec-patterns) into parts that can be matched
 * without trying again. What stands for one character stays an expression of its own, so that classes, Unicode properties and
 * case mean what they mean to the browser. More than `u` allows: a needless backslash before punctuation, as `\-` and `\@` are
 * often written in XLSForms, and `(?i)` at the very beginning.
 */
export type PatternFlaw = 'broken' | 'look-around' | 'back-reference' | 'too-large'
export class Unmatchable extends Error {
  readonly flaw: PatternFlaw
  constructor(flaw: PatternFlaw) {
    super(flaw)
    this.flaw = flaw
  }
}

/** One character: its code point, or the expression that it must match. */
export type Single = number | RegExp
/** `wordi`: where letters are compared without regard to case. */
export type Place = 'start' | 'end' | 'line-start' | 'line-end' | 'word' | 'wordi' | 'not-word' | 'not-wordi'
export type Part =
  | { readonly kind: 'one'; readonly single: Single }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Part[] }
  | { readonly kind: 'repeat'; readonly part: Part; readonly least: number; readonly most: number }

const one =
  /^(?:\\(?:[dDsSwW]|[pP]\{[^{}]*\}|u\{[\da-f]+\}|ud[89ab][\da-f]{2}\\ud[c-f][\da-f]{2}|u[\da-f]{4}|x[\da-f]{2}|c[a-z]|[tnvfr]|0(?!\d))|\.|\[(?:\\[\s\S]|[^\]\\])*\])/iu
const quantifier = /^(?:[*+?]|\{(\d+)(,(\d*))?\})/u
/** What need not be escaped, but often is; inside a class `-` and `^` keep their backslash. */
const needless = /\\([\s\S])/gu
const group = /^\?(?:<[A-Za-z_$][\w$]*>|([ims]*)(?:-([ims]+))?:)/

/** Throws `Unmatchable`. */
export function parsePattern(source: string): Part {
  const inline = /^\(\?([ims]+)\)/.exec(source)
  const reader = createReader(source, inline?.[0].length ?? 0)
  const whole = reader.ways(inline?.[1] ?? '')
  if (!reader.isAtEnd()) throw new Unmatchable('broken')
  return whole
}

function createReader(source: string, from: number) {
  let at = from
  const take = (expression: RegExp) => {
    const found = expression.exec(source.slice(at))
    at += found?.[0].length ?? 0
    return found
  }

  function ways(flags: string): Part {
    const parts = [row(flags)]
    while (source[at] === '|') {
      at += 1
      parts.push(row(flags))
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'any', parts }
  }

  function row(flags: string): Part {
    const parts: Part[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated(piece(flags)))
    return { kind: 'all', parts }
  }

  function repeated(part: Part): Part {
    const found = take(quantifier)
    if (found === null) return part
    const [written, least = '0', comma, most = ''] = found
    // Whether as few as possible are taken (`??`) changes nothing where the whole text must match.
    if (source[at] === '?') at += 1
    const range = { least: Number(least), most: comma === undefined ? Number(least) : Number(most || 'Infinity') }
    if (part.kind === 'place' || range.least > range.most) throw new Unmatchable('broken')
    if (written === '?') return { kind: 'repeat', part, least: 0, most: 1 }
    if (written === '*' || written === '+')
      return { kind: 'repeat', part, least: written === '+' ? 1 : 0, most: Number.POSITIVE_INFINITY }
    return { kind: 'repeat', part, ...range }
  }

  function piece(flags: string): Part {
    const single = take(one)
    if (single !== null) return { kind: 'one', single: expressionOf(single[0], flags) }
    const code = source.codePointAt(at) ?? 0
    const letter = String.fromCodePoint(code)
    at += letter.length
    if (letter === '(') return grouped(flags)
    if (letter === '\\') return escaped(flags)
    const lines = flags.includes('m')
    if (letter === '^') return { kind: 'place', place: lines ? 'line-start' : 'start' }
    if (letter === '$') return { kind: 'place', place: lines ? 'line-end' : 'end' }
    if ('*+?{}[]'.includes(letter)) throw new Unmatchable('broken')
    return literal(code, flags)
  }

  function grouped(flags: string): Part {
    if (/^\?<?[=!]/.test(source.slice(at))) throw new Unmatchable('look-around')
    const [, on = '', off = ''] = take(group) ?? []
    const inside = ways([...new Set(flags + on)].filter((flag) => !off.includes(flag)).join(''))
    if (source[at] !== ')') throw new Unmatchable('broken')
    at += 1
    return inside
  }

  function escaped(flags: string): Part {
    const letter = source[at] ?? ''
    at += 1
    const word = `word${flags.includes('i') ? 'i' : ''}` as const
    if (letter === 'b') return { kind: 'place', place: word }
    if (letter === 'B') return { kind: 'place', place: `not-${word}` }
    if (/[1-9k]/.test(letter)) throw new Unmatchable('back-reference')
    if (!/[!-/:-@[-`{-~ ]/.test(letter)) throw new Unmatchable('broken')
    return literal(letter.charCodeAt(0), flags)
  }

  return { ways, isAtEnd: () => at === source.length }
}

function literal(code: number, flags: string): Part {
  const single = flags.includes('i') ? expressionOf(`\\u{${code.toString(16)}}`, flags) : code
  return { kind: 'one', single }
}

/** `[\\w-.]` as everybody but the `u` flag reads it: beside a whole class of letters a hyphen is itself. */
function withMarks(source: string): string {
  if (!source.startsWith('[')) return source
  return source.replace(/(\\[dDsSwW])-(?!\])/g, '$1\\-').replace(/(?<=[^[\\])-(?=\\[dDsSwW])/g, '\\-')
}

function expressionOf(source: string, flags: string): RegExp {
  const plain = withMarks(source).replace(needless, (both, letter: string) =>
    /[!"#%&',:;<=>@_`~ ]/.test(letter) ? letter : both,
  )
  try {
    return new RegExp(`^${plain}$`, `u${flags.replace(/[^is]/g, '')}`)
  } catch {
    throw new Unmatchable('broken')
  }
}
