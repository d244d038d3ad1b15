/** The words of an XPath 1.0 expression as XLSForm writes it, with `${name}` for a question. */

export type Token = {
  readonly kind: 'number' | 'text' | 'reference' | 'sign' | 'name' | 'operator'
  readonly text: string
  /** Where it begins in the source, from 0. */
  readonly at: number
}

/** What cannot be read; the message is what stands at that place. */
export class ExpressionError extends SyntaxError {}

const namedOperators = new Set(['and', 'or', 'div', 'mod'])
/** After these, or at the start, a name is a name and `*` no multiplication (XPath 1.0, section 3.7). */
const opens = new Set(['(', '[', ',', '/', '//', '@', '::'])
const shapes: readonly { readonly kind: Token['kind']; readonly shape: RegExp }[] = [
  { kind: 'number', shape: /^(\d+(\.\d*)?|\.\d+)/ },
  {
    kind: 'text',
    shape:
      /^('[^']*'|"[^"]*"|\u2018[^\u2019]*\u2019|\u201c[^\u201d]*\u201d|\u201d[^\u201d]*\u201d|\u2019[^\u2019]*\u2019)/,
  },
  { kind: 'reference', shape: /^\$\{\s*[^{}\s]+\s*\}/ },
  { kind: 'name', shape: /^[A-Za-z_\u00c0-\uffff][\w.\u00b7-\uffff-]*(:(?!:)[A-Za-z_][\w.-]*)?/ },
  { kind: 'sign', shape: /^(<=|>=|!=|\/\/|\.\.|::|[=<>()[\]+\-*,./|@])/ },
]

/** Throws an ExpressionError. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < source.length; ) {
    const blank = /^[\s\u00a0]+/.exec(source.slice(at))?.[0].length ?? 0
    if (blank > 0) {
      at += blank
      continue
    }
    const token = tokenAt(source, at, tokens[tokens.length - 1])
    tokens.push(token.token)
    at += token.length
  }
  return tokens
}

function tokenAt(source: string, at: number, before: Token | undefined): { token: Token; length: number } {
  const rest = source.slice(at)
  for (const { kind, shape } of shapes) {
    const match = shape.exec(rest)?.[0]
    if (match === undefined) continue
    // `1e3` and `2x` are no numbers.
    if (kind === 'number' && /^[A-Za-z_]/.test(rest.slice(match.length))) break
    const token = { kind: kindIn(kind, match, before), text: textOf(kind, match), at }
    return { token, length: match.length }
  }
  throw new ExpressionError(rest.slice(0, 12))
}

function kindIn(kind: Token['kind'], text: string, before: Token | undefined): Token['kind'] {
  const operand = before !== undefined && before.kind !== 'operator' && !opens.has(before.text)
  if (text === '*') return operand ? 'operator' : 'name'
  if (kind === 'name') return operand && namedOperators.has(text) ? 'operator' : 'name'
  return kind === 'sign' && /^([=<>+|-]|[<>!]=)$/.test(text) ? 'operator' : kind
}

function textOf(kind: Token['kind'], match: string): string {
  if (kind === 'text') return match.slice(1, -1)
  return kind === 'reference' ? match.slice(2, -1).trim() : match
}
