/**
 * From what was read of a cell to a tree over this form's questions. What would be another thing here than in ODK is refused; what
 * ODK's own engines would take differently is told, with the wording that all of them take alike.
 */
import type { Expression } from '../../schema/expressions/expression.ts'
import { flagCompared, isNodes } from './compared.ts'
import { flagEngines } from './engine-differences.ts'
import { Unmapped } from './flaws.ts'
import { checkDate } from './literal-days.ts'
import { checkPattern } from './patterns.ts'
import { type Picking, pickedFrom } from './picked-from.ts'
import { checkPlace } from './places.ts'
import type { LookedUp, Named, Stands } from './stands.ts'
import { withoutNull } from './without-null.ts'

/** Throws `Unmapped`. */
export function resolveRule(parsed: Expression, stands: Stands): Expression {
  return new RuleReader(stands).value(withoutNull(parsed, stands), 'value')
}

type Use = 'value' | 'nodes' | 'truth'
const takesNodes = new Set(['sum', 'min', 'max', 'count', 'count-non-empty', 'join', 'concat', '|'])
const comparisons = new Set(['=', '!=', '<', '<=', '>', '>='])

class RuleReader {
  readonly #stands: Stands
  /** What is being picked from. */
  #picking: Picking | undefined

  constructor(stands: Stands) {
    this.#stands = stands
  }

  value(expression: Expression, use: Use): Expression {
    if ('field' in expression) return this.#field(expression.field, use)
    if ('choice' in expression) return this.#bare(expression.choice)
    if ('list' in expression) return this.#list(expression.list, expression.pick, use)
    if ('self' in expression) {
      if (this.#stands.self === undefined || this.#picking !== undefined) throw new Unmapped('self-elsewhere')
      return expression
    }
    return 'call' in expression ? this.#call(expression, use) : expression
  }

  #find(written: string): Named | undefined {
    const { find, way } = this.#stands
    const ofRow = this.#picking?.way !== undefined && !/^([$/]|current\(\))/.test(written) && /[/.]/.test(written)
    return find(written, ofRow ? (this.#picking?.way ?? way) : way)
  }

  #field(name: string, use: Use): Expression {
    const kind = this.#find(name)?.kind
    if (kind === 'today') return { call: 'today', of: [] }
    if (kind === 'note') return { text: '' }
    const named = this.#named(name)
    if (named.kind === 'table') {
      if (use !== 'nodes') throw new Unmapped('table-as-value', name)
      return { rows: named.id }
    }
    const { id } = named.field
    if (use === 'truth') this.#stands.note('always-true', name)
    const { table } = this.#stands
    if (this.#picking?.table !== undefined && named.table === this.#picking.table) {
      if (!/^\.\.?\/|^[^$/.]+\//.test(name)) throw new Unmapped('pick-by-answer', name)
      return { field: id }
    }
    if (this.#isOwnChild(named)) return this.#ofChild(named, name)
    if (named.table === undefined || named.table === table) return { field: id }
    if (use !== 'nodes') throw new Unmapped('many-answers', name)
    return { column: id, table: named.table }
  }

  #isOwnChild({ way }: Named): boolean {
    const { inside } = this.#stands
    return inside !== undefined && inside.length > 0 && inside.every((name, at) => way[at] === name)
  }

  /** A group that is asked by a question inside it: what was typed decides, else it could never come back. */
  #ofChild(named: Extract<Named, { kind: 'field' }>, name: string): Expression {
    if (named.table !== this.#stands.table) throw new Unmapped('many-answers', name)
    this.#stands.note('group-own-child', name)
    return { call: 'typed', of: [{ field: named.field.id }] }
  }

  #named(name: string): Extract<Named, { kind: 'field' | 'table' }> {
    if (name.startsWith('last-saved#')) throw new Unmapped('last-saved', name)
    const named = this.#find(name)
    if (named === undefined) throw new Unmapped('field-unknown', name)
    if (named.kind === 'several') throw new Unmapped('field-twice', name)
    if (named.kind === 'unreadable') throw new Unmapped('field-refused', name)
    if (named.kind === 'group') throw new Unmapped('group-as-value', name)
    if (named.kind !== 'field' && named.kind !== 'table') throw new Unmapped('path-not-supported', name)
    return named
  }

  /** A name without `${}`: a column of the list that is chosen or picked from, or a question of the rows that are picked. */
  #bare(name: string): Expression {
    const { choiceColumns, find } = this.#stands
    const column = name.toLowerCase()
    if (this.#picking?.list !== undefined) return this.#column(this.#picking.list, column)
    if (this.#picking?.table !== undefined) {
      const named = find(`./${name}`, this.#picking.way ?? []) ?? find(name, [])
      if (named?.kind === 'field' && named.table === this.#picking.table) return { field: named.field.id }
    } else if (choiceColumns?.has(column)) return { choice: column }
    throw new Unmapped(choiceColumns === undefined ? 'name-bare' : 'choice-column', name)
  }

  #column(list: LookedUp, column: string): Expression {
    if (!list.columns.has(column)) throw new Unmapped('list-column', `${list.id}: ${column}`)
    this.#stands.looksInto(list, column)
    return { choice: column }
  }

  #list(name: string, pick: string | undefined, use: Use): Expression {
    const list = this.#stands.list(name)
    if (list === undefined) throw new Unmapped('list-absent', name)
    if (pick === undefined && use !== 'nodes') throw new Unmapped('table-as-value', name)
    if (pick === undefined) {
      for (const first of [...list.columns].slice(0, 1)) this.#stands.looksInto(list, first)
      return { list: list.id }
    }
    const column = pick === 'itextId' ? 'label' : pick.toLowerCase()
    this.#column(list, column)
    return { list: list.id, pick: column }
  }

  #call({ call, of }: Extract<Expression, { call: unknown }>, use: Use): Expression {
    const { once, note } = this.#stands
    if (call === 'where') return this.#where(of, use)
    if (call === 'position') return checkPlace(of, this.#stands, this.#picking)
    if (call === 'indexed-repeat') return this.#indexed(of)
    if (call === 'jr:choice-name') return this.#choiceName(of)
    if (call === 'pulldata') return this.#pulled(of)
    if (call === 'jr:itext' && of[0] !== undefined) return this.value(of[0], 'value')
    if ((call === 'uuid' || call === 'once') && once !== true) throw new Unmapped('made-anew', `${call}()`)
    if ((call === 'index' || call === 'last') && this.#stands.table === undefined && this.#picking === undefined)
      throw new Unmapped('position-outside', `${call}()`)
    if (call === 'current' || call === 'instance' || call === 'typed')
      throw new Unmapped('path-not-supported', `${call}()`)
    if (call === 'regex') checkPattern(of[1], note)
    if (call === 'date') checkDate(of[0])
    const parts = of.map((part, at) => this.value(part, useOf(call, at)))
    flagEngines(call, parts, this.#stands)
    if (call === 'sum' && !isNodes(parts[0])) throw new Unmapped('sum-of-one')
    if (comparisons.has(call)) flagCompared(parts, this.#stands)
    return { call, of: parts }
  }

  #where([nodes, test]: readonly Expression[], use: Use): Expression {
    if (nodes === undefined || test === undefined || use === 'truth') throw new Unmapped('path-not-supported', '[ ]')
    const picked = this.value(nodes, 'nodes')
    const from = pickedFrom(picked, this.#stands)
    if (from === undefined || this.#picking !== undefined) throw new Unmapped('path-not-supported', '[ ]')
    this.#picking = from
    const decided = this.value(test, 'value')
    this.#picking = undefined
    return { call: 'where', of: [picked, decided] }
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
    const text = name !== undefined && 'text' in name ? name.text.trim() : ''
    const named = text === '' ? undefined : this.#named(/^\$\{\s*([^}]+?)\s*\}$/.exec(text)?.[1] ?? text)
    if (value === undefined || named?.kind !== 'field') throw new Unmapped('path-not-supported', 'jr:choice-name()')
    return { call: 'jr:choice-name', of: [this.value(value, 'value'), { text: named.field.id }] }
  }

  /** `pulldata('file', 'column', 'key column', key)`: the first row with that key, both as texts. */
  #pulled([file, column, by, key]: readonly Expression[]): Expression {
    if (!file || !('text' in file) || !column || !('text' in column) || !by || !('text' in by) || key === undefined)
      throw new Unmapped('path-not-supported', 'pulldata()')
    const name = file.text.replace(/\.csv$/i, '')
    if (this.#stands.list(name) === undefined) throw new Unmapped('file-missing', `${name}.csv`)
    const picked = this.#list(name, column.text, 'nodes')
    const list = this.#stands.list('list' in picked ? picked.list : '')
    if (list === undefined) throw new Unmapped('list-absent', file.text)
    const wanted: Expression = { call: 'string', of: [this.value(key, 'value')] }
    const test: Expression = { call: '=', of: [this.#column(list, by.text.toLowerCase()), wanted] }
    return { call: 'string', of: [{ call: 'where', of: [picked, test] }] }
  }
}

function useOf(call: string, at: number): Use {
  if (takesNodes.has(call) || comparisons.has(call)) return 'nodes'
  if (['and', 'or', 'not', 'boolean'].includes(call) || (call === 'if' && at === 0)) return 'truth'
  return 'value'
}
