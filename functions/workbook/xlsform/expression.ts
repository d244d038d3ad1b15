/**
 * Reads the expressions of an XLSForm (a small part of XPath) into a tree: `${a} > 0 and ${b} != 'x'`, `. >= 0`,
 * `selected(${x}, 'y')`. What the tree means for a form is decided elsewhere; what cannot be read is a `SyntaxError` that
 * says where.
 */

export type Operator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod'
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  /** The name as it stands in the file. */
  | { readonly kind: 'field'; readonly name: string }
  /** `.`: the answer itself. */
  | { readonly kind: 'self' }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[] }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }

const levels: readonly (readonly Operator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
]
const deepest = 40

/** Longer expressions are refused: nobody could check one. */
export const longestExpression = 1_000

type Token = {
  readonly kind: 'number' | 'text' | 'field' | 'sign' | 'name'
  readonly text: string
  readonly at: number
}

/** Throws a SyntaxError. */
export function parseExpression(source: string): Expression {
  if (source.length > longestExpression) throw new SyntaxError('too long')
  const reader = new Reader(tokensOf(source))
  const expression = reader.level(0, 0)
  if (reader.peek() !== undefined) throw unexpected(reader.peek())
  return expression
}

const shapes: readonly { kind: Token['kind']; shape: RegExp }[] = [
  { kind: 'number', shape: /^\d+(\.\d+)?/ },
  { kind: 'text', shape: /^'([^']*)'|^"([^"]*)"/ },
  { kind: 'field', shape: /^\$\{\s*([A-Za-z_][\w.-]*)\s*\}/ },
  { kind: 'sign', shape: /^(<=|>=|!=|[=<>()+\-*,.])/ },
  { kind: 'name', shape: /^[A-Za-z][A-Za-z-]*/ },
]

function tokensOf(source: string): Token[] {
  const tokens: Token[] = []
  // Excel turns quotes into curly ones; people paste them.
  const plain = source.replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"')
  for (let at = 0; at < plain.length; ) {
    const rest = plain.slice(at)
    const blank = /^\s+/.exec(rest)
    if (blank !== null) {
      at += blank[0].length
      continue
    }
    const found = shapes.flatMap(({ kind, shape }) => {
      const match = shape.exec(rest)
      return match === null ? [] : [{ kind, match }]
    })[0]
    if (found === undefined) throw new SyntaxError(rest.slice(0, 12))
    const { kind, match } = found
    tokens.push({
      kind,
      text: match[1] && kind !== 'number' ? match[1] : kind === 'text' ? (match[2] ?? '') : match[0],
      at,
    })
    at += match[0].length
  }
  return tokens
}

class Reader {
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  peek(): Token | undefined {
    return this.#tokens[this.#at]
  }

  /** Left to right on one level of precedence. */
  level(depth: number, nested: number): Expression {
    const operators = levels[depth]
    if (operators === undefined) return this.single(nested)
    let left = this.level(depth + 1, nested)
    for (let next = this.operator(operators); next !== undefined; next = this.operator(operators)) {
      this.#at += 1
      left = { kind: 'operation', operator: next, left, right: this.level(depth + 1, nested) }
    }
    return left
  }

  operator(among: readonly Operator[]): Operator | undefined {
    const token = this.peek()
    if (token?.kind !== 'sign' && token?.kind !== 'name') return undefined
    return among.find((operator) => operator === token.text)
  }

  single(nested: number): Expression {
    if (nested > deepest) throw new SyntaxError('too deep')
    const token = this.peek()
    if (token === undefined) throw unexpected(token)
    this.#at += 1
    if (token.kind === 'number') return { kind: 'number', value: Number(token.text) }
    if (token.kind === 'text') return { kind: 'text', value: token.text }
    if (token.kind === 'field') return { kind: 'field', name: token.text }
    if (token.kind === 'name') return { kind: 'call', name: token.text, arguments: this.inBrackets(nested) }
    if (token.text === '.') return { kind: 'self' }
    if (token.text === '-') return negative(this.single(nested + 1), token)
    if (token.text !== '(') throw unexpected(token)
    const inner = this.level(0, nested + 1)
    this.take(')')
    return inner
  }

  inBrackets(nested: number): Expression[] {
    this.take('(')
    const found: Expression[] = []
    while (this.peek()?.text !== ')') {
      if (found.length > 0) this.take(',')
      found.push(this.level(0, nested + 1))
    }
    this.take(')')
    return found
  }

  take(sign: string): void {
    const token = this.peek()
    if (token?.kind !== 'sign' || token.text !== sign) throw unexpected(token)
    this.#at += 1
  }
}

function negative(inner: Expression, token: Token): Expression {
  if (inner.kind !== 'number') throw unexpected(token)
  return { kind: 'number', value: -inner.value }
}

function unexpected(token: Token | undefined): SyntaxError {
  return new SyntaxError(token === undefined ? '…' : token.text)
}
