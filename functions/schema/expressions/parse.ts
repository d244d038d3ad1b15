/**
 * Reads an XLSForm expression (XPath 1.0) into a tree. Names and paths stay as they stand in the file (paths.ts): the importer
 * tells which question each one is.
 */
import type { Expression, Operator } from './expression.ts'
import { type FunctionName, functions } from './functions.ts'
import { type Path, pathEnded, type Step } from './paths.ts'
import { ExpressionError, type Token, tokensOf } from './tokens.ts'

/** Longer expressions are refused: nobody could check one, and each is worked out with every key stroke. */
const longestExpression = 4_000
const deepest = 60
const levels: readonly (readonly Operator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
]

/** A function that is not known, or one given too few or too many arguments. */
export class UnknownFunction extends Error {
  readonly why: 'unknown' | 'arguments'
  constructor(name: string, why: 'unknown' | 'arguments') {
    super(name)
    this.why = why
  }
}

/** Throws an ExpressionError or an UnknownFunction. */
export function parseExpression(source: string): Expression {
  if (source.length > longestExpression) throw new ExpressionError('…')
  const straight = source.replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"')
  if (straight === source) return parsed(source)
  // Converters make every quote a straight one first; what is then no expression may have meant an apostrophe.
  try {
    return parsed(straight)
  } catch {
    return parsed(source)
  }
}

function parsed(source: string): Expression {
  const reader = new Reader(tokensOf(source))
  const expression = reader.level(0)
  if (reader.peek() !== undefined) throw unexpected(reader.peek())
  return expression
}

class Reader {
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead]
  }

  /** Left to right on one level of precedence. */
  level(depth: number): Expression {
    const operators = levels[depth]
    if (operators === undefined) return this.#negated()
    let left = this.level(depth + 1)
    for (;;) {
      const operator = this.#operator(operators)
      if (operator === undefined) return left
      left = { call: operator, of: [left, this.level(depth + 1)] }
    }
  }

  #operator(among: readonly Operator[]): Operator | undefined {
    const token = this.peek()
    const found = token?.kind === 'operator' ? among.find((operator) => operator === token.text) : undefined
    if (found !== undefined) this.#at += 1
    return found
  }

  #negated(): Expression {
    if (this.#operator(['-']) === undefined) return this.#union()
    const inner = this.#nested(() => this.#negated())
    return 'number' in inner && !Object.is(inner.number, 0)
      ? { number: -inner.number }
      : { call: 'negative', of: [inner] }
  }

  #union(): Expression {
    let left = this.#path()
    while (this.#operator(['|']) !== undefined) left = { call: '|', of: [left, this.#path()] }
    return left
  }

  #path(): Expression {
    const token = this.peek()
    if (token === undefined) throw unexpected(token)
    const isCall = token.kind === 'name' && this.peek(1)?.text === '(' && this.peek(1)?.kind === 'sign'
    const stands = token.kind === 'sign' && ['/', '//', '.', '..'].includes(token.text)
    if ((token.kind === 'name' && !isCall) || stands) return this.#located()
    const start = this.#primary()
    const tests = this.#tests()
    const steps = this.#is('/') || this.#is('//') ? this.#steps() : []
    return this.#ended({ start, steps, tests, bare: false }, token)
  }

  #located(): Expression {
    const token = this.peek()
    const bare = token?.kind === 'name' && !this.#is('/', 1) && !this.#is('//', 1)
    return this.#ended({ steps: this.#steps(), tests: [], bare }, token)
  }

  #ended(path: Path, token: Token | undefined): Expression {
    const ended = pathEnded(path)
    if (ended === undefined) throw unexpected(token)
    return ended
  }

  /** `/data/a[1]/b`, `../b`, `.`, `b`. */
  #steps(): Step[] {
    const steps: Step[] = []
    for (;;) {
      const slash = this.#is('/') || this.#is('//') ? this.peek()?.text : undefined
      if (steps.length > 0 && slash === undefined) return steps
      if (slash !== undefined) this.#at += 1
      const token = this.peek()
      const named = token?.kind === 'name' || (token?.kind === 'sign' && (token.text === '.' || token.text === '..'))
      const asks = token?.kind === 'reference'
      if (token === undefined || !(named || asks) || token.text === '*') throw unexpected(token)
      this.#at += 1
      steps.push({ before: slash ?? '', name: token.text, tests: this.#tests() })
    }
  }

  #tests(): Expression[] {
    const tests: Expression[] = []
    while (this.#is('[')) {
      this.#at += 1
      tests.push(this.#nested(() => this.level(0)))
      this.#take(']')
    }
    return tests
  }

  #primary(): Expression {
    const token = this.peek()
    this.#at += 1
    if (token?.kind === 'number') return { number: Number(token.text) }
    if (token?.kind === 'text') return { text: token.text }
    if (token?.kind === 'reference') return { field: token.text }
    if (token?.kind === 'name') return this.#call(token.text)
    if (token?.text !== '(') throw unexpected(token)
    const inner = this.#nested(() => this.level(0))
    this.#take(')')
    return inner
  }

  #call(name: string): Expression {
    this.#take('(')
    const given: Expression[] = []
    while (!this.#is(')')) {
      if (given.length > 0) this.#take(',')
      given.push(this.#nested(() => this.level(0)))
    }
    this.#take(')')
    if (!Object.hasOwn(functions, name)) throw new UnknownFunction(name, 'unknown')
    const known = name as FunctionName
    const [least, most] = functions[known]
    if (given.length < least || given.length > most) throw new UnknownFunction(name, 'arguments')
    return { call: known, of: given }
  }

  #is(sign: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token?.kind === 'sign' && token.text === sign
  }

  #take(sign: string): void {
    if (!this.#is(sign)) throw unexpected(this.peek())
    this.#at += 1
  }

  #nested<T>(read: () => T): T {
    this.#depth += 1
    if (this.#depth > deepest) throw new ExpressionError('…')
    const result = read()
    this.#depth -= 1
    return result
  }
}

function unexpected(token: Token | undefined): ExpressionError {
  return new ExpressionError(token === undefined ? '…' : token.text)
}
