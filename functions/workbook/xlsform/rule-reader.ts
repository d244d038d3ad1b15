/**
 * From the text of a cell to a tree over this form's questions. What would be another thing here than in ODK is refused; what
 * ODK's own engines would take differently is told, with the wording that all of them take alike.
 */
import { dayOf } from '../../schema/expressions/days.ts'
import type { Expression } from '../../schema/expressions/expression.ts'
import { parseExpression, UnknownFunction } from '../../schema/expressions/parse.ts'
import { ExpressionError } from '../../schema/expressions/tokens.ts'
import type { Field } from '../../schema/form.ts'
import { Unmapped } from './flaws.ts'
import { checkPattern } from './patterns.ts'
import { isNo, isYes } from './sheets.ts'
import type { Named, Stands } from './stands.ts'

/** Throws `Unmapped`. */
export function readRule(source: string, stands: Stands): Expression {
  // As converters read them: a bare word of yes or no is no name of a question.
  if (isYes(source)) return { call: 'true', of: [] }
  if (isNo(source)) return { call: 'false', of: [] }
  try {
    return resolveRule(parseExpression(source), stands)
  } catch (error) {
    if (error instanceof ExpressionError) throw new Unmapped('expression-unreadable', error.message)
    if (error instanceof UnknownFunction)
      throw new Unmapped(error.why === 'unknown' ? 'function-unknown' : 'function-arguments', `${error.message}()`)
    throw error
  }
}

export function resolveRule(parsed: Expression, stands: Stands): Expression {
  return new RuleReader(stands).value(parsed, 'value')
}

type Use = 'value' | 'nodes' | 'truth'
const takesNodes = new Set(['sum', 'min', 'max', 'count', 'count-non-empty', 'join', 'concat', '|'])
const comparisons = new Set(['=', '!=', '<', '<=', '>', '>='])
const notInCollect = new Set(['floor', 'ceiling', 'substring', 'upper-case', 'lower-case', 'last'])

class RuleReader {
  readonly #stands: Stands
  /** The table that rows are being picked from. */
  #picking: string | undefined

  constructor(stands: Stands) {
    this.#stands = stands
  }

  value(expression: Expression, use: Use): Expression {
    if ('field' in expression) return this.#field(expression.field, use)
    if ('choice' in expression) return this.#bare(expression.choice)
    if ('self' in expression) {
      if (this.#stands.self === undefined) throw new Unmapped('self-elsewhere')
      return expression
    }
    return 'call' in expression ? this.#call(expression, use) : expression
  }

  #field(name: string, use: Use): Expression {
    if (name === '..') throw new Unmapped('path-not-supported', '..')
    if (this.#stands.find(name)?.kind === 'today') return { call: 'today', of: [] }
    const named = this.#named(name)
    if (named.kind === 'table') {
      if (use !== 'nodes') throw new Unmapped('table-as-value', name)
      return { rows: named.id }
    }
    const { id } = named.field
    if (use === 'truth') this.#stands.note('always-true', name)
    const near = named.table === undefined || named.table === this.#stands.table || named.table === this.#picking
    if (near && this.#picking !== undefined && named.table === this.#picking) throw new Unmapped('pick-by-answer', name)
    if (near || named.table === undefined) return { field: id }
    if (use !== 'nodes') throw new Unmapped('many-answers', name)
    return { column: id, table: named.table }
  }

  #named(name: string): Extract<Named, { kind: 'field' | 'table' }> {
    const named = this.#stands.find(name)
    if (named === undefined) throw new Unmapped('field-unknown', name)
    if (named.kind === 'today') throw new Unmapped('path-not-supported', name)
    if (named.kind === 'several') throw new Unmapped('field-twice', name)
    if (named.kind === 'unreadable') throw new Unmapped('field-refused', name)
    if (named.kind === 'group') throw new Unmapped('group-as-value', name)
    return named
  }

  /** A name without `${}`: a column of the list that is chosen from, or a question of the rows that are picked. */
  #bare(name: string): Expression {
    if (this.#picking !== undefined) {
      const named = this.#named(name)
      if (named.kind === 'field' && named.table === this.#picking) return { field: named.field.id }
    } else if (this.#stands.choiceColumns?.has(name.toLowerCase())) return { choice: name.toLowerCase() }
    throw new Unmapped(this.#stands.choiceColumns === undefined ? 'name-bare' : 'choice-column', name)
  }

  #call({ call, of }: Extract<Expression, { call: unknown }>, use: Use): Expression {
    if (call === 'where') return this.#where(of, use)
    if (call === 'position') return this.#position(of)
    if (call === 'indexed-repeat') return this.#indexed(of)
    if (call === 'jr:choice-name') return this.#choiceName(of)
    if (call === 'uuid' && this.#stands.once !== true) throw new Unmapped('made-anew', 'uuid()')
    if (call === 'once' && this.#stands.once !== true) throw new Unmapped('made-anew', 'once()')
    if ((call === 'index' || call === 'last') && this.#stands.table === undefined && this.#picking === undefined)
      throw new Unmapped('position-outside', `${call}()`)
    if (call === 'current') throw new Unmapped('path-not-supported', 'current()')
    if (notInCollect.has(call)) this.#stands.note('not-in-collect', `${call}()`)
    if (call === 'regex') checkPattern(of[1], this.#stands.note)
    if (call === 'date') checkDate(of[0])
    const parts = of.map((part, at) => this.value(part, this.#useOf(call, at)))
    if (call === 'sum' && !isNodes(parts[0])) throw new Unmapped('sum-of-one')
    if (comparisons.has(call)) this.#compared(parts)
    return { call, of: parts }
  }

  #useOf(call: string, at: number): Use {
    if (takesNodes.has(call) || comparisons.has(call)) return 'nodes'
    if (['and', 'or', 'not', 'boolean'].includes(call) || (call === 'if' && at === 0)) return 'truth'
    return 'value'
  }

  #where([nodes, test]: readonly Expression[], use: Use): Expression {
    if (nodes === undefined || test === undefined || use === 'truth') throw new Unmapped('path-not-supported', '[ ]')
    const picked = this.value(nodes, 'nodes')
    const table = tableOf(picked)
    if (table === undefined || this.#picking !== undefined) throw new Unmapped('path-not-supported', '[ ]')
    this.#picking = table
    const decided = this.value(test, 'value')
    this.#picking = undefined
    return { call: 'where', of: [picked, decided] }
  }

  #position(of: readonly Expression[]): Expression {
    const [around] = of
    const known = around === undefined || ('field' in around && around.field === '..')
    if (!known) throw new Unmapped('path-not-supported', 'position()')
    if (this.#stands.table === undefined && this.#picking === undefined)
      throw new Unmapped('position-outside', 'position(..)')
    return { call: 'position', of: [] }
  }

  /** `indexed-repeat(${x}, ${rows}, 2)`. */
  #indexed([column, rows, at]: readonly Expression[]): Expression {
    if (column === undefined || !('field' in column) || rows === undefined || at === undefined)
      throw new Unmapped('path-not-supported', 'indexed-repeat()')
    const named = this.#named(column.field)
    const within = this.value(rows, 'nodes')
    if (named.kind !== 'field' || !('rows' in within) || named.table !== within.rows)
      throw new Unmapped('field-unknown', column.field)
    return {
      call: 'indexed-repeat',
      of: [{ column: named.field.id, table: within.rows }, within, this.value(at, 'value')],
    }
  }

  #choiceName([value, name]: readonly Expression[]): Expression {
    const source = name !== undefined && 'text' in name ? /^\s*\$\{\s*(.+?)\s*\}\s*$/.exec(name.text)?.[1] : undefined
    const named = source === undefined ? undefined : this.#named(source)
    if (value === undefined || named?.kind !== 'field') throw new Unmapped('path-not-supported', 'jr:choice-name()')
    return { call: 'jr:choice-name', of: [this.value(value, 'value'), { text: named.field.id }] }
  }

  /** Both sides of a comparison, as far as something can be said of them. */
  #compared(parts: readonly Expression[]): void {
    if (parts.some(isNodes)) this.#stands.note('any-of-many', '')
    for (const [at, part] of parts.entries()) {
      const other = parts[1 - at]
      const field = part === undefined ? undefined : this.#fieldAt(part)
      if (field === undefined || other === undefined || !('text' in other)) continue
      if (field.type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(other.text) && dayOf(other.text) === undefined)
        throw new Unmapped('date-unreal', other.text)
      if (field.type !== 'choice' || other.text === '' || 'reference' in field.choices) continue
      if (!field.choices.some(({ value }) => value === other.text)) this.#stands.note('choice-unknown', other.text)
    }
  }

  #fieldAt(part: Expression): Field | undefined {
    if ('self' in part) return this.#stands.self
    return 'field' in part ? this.#stands.fieldOf(part.field) : undefined
  }
}

function isNodes(expression: Expression | undefined): boolean {
  if (expression === undefined) return false
  if ('column' in expression) return true
  return 'call' in expression && (expression.call === 'where' || expression.call === '|')
}

function tableOf(expression: Expression): string | undefined {
  if ('column' in expression) return expression.table
  if ('rows' in expression) return expression.rows
  return 'call' in expression && expression.call === 'where' && expression.of[0] ? tableOf(expression.of[0]) : undefined
}

function checkDate(argument: Expression | undefined): void {
  if (argument !== undefined && 'text' in argument && dayOf(argument.text.trim()) === undefined)
    throw new Unmapped('date-unreal', argument.text)
}
