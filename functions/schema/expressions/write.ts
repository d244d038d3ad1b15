/** A tree as the text that XLSForm writes. Read again it is the same tree. */
import type { Expression } from './expression.ts'

type Call = Extract<Expression, { call: unknown }>
/** What a question is called there. */
export type NameOf = (id: string) => string

const levels: Record<string, number> = {
  or: 1,
  and: 2,
  '=': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  div: 6,
  mod: 6,
  negative: 7,
  '|': 8,
}

export function writeExpression(expression: Expression, nameOf: NameOf): string {
  return written(expression, 0, nameOf)
}

function written(expression: Expression, around: number, nameOf: NameOf): string {
  if ('number' in expression)
    return expression.number < 0 && around > 6 ? `(${expression.number})` : plain(expression.number)
  if ('text' in expression) return quoted(expression.text)
  if ('self' in expression) return '.'
  if ('choice' in expression) return expression.choice
  if ('list' in expression) return listed(expression, '')
  if ('rows' in expression) return `\${${nameOf(expression.rows)}}`
  if ('column' in expression) return `\${${nameOf(expression.column)}}`
  if ('field' in expression) return `\${${nameOf(expression.field)}}`
  return call(expression, around, nameOf)
}

function call(expression: Call, around: number, nameOf: NameOf): string {
  const { call: name, of } = expression
  const level = levels[name]
  if (level !== undefined) {
    const [left, right] = of
    const text =
      name === 'negative'
        ? `-${left === undefined ? '' : written(left, level, nameOf)}`
        : [left && written(left, level, nameOf), name, right && written(right, level + 1, nameOf)].join(' ')
    return level < around ? `(${text})` : text
  }
  if (name === 'position') return 'position(..)'
  if (name === 'typed' && of[0] !== undefined) return written(of[0], around, nameOf)
  if (name === 'where') {
    const [nodes, test] = of
    // Inside the brackets the questions of the rows stand without `${}`.
    if (nodes === undefined || test === undefined) return ''
    const list = listIn(nodes)
    if (list !== undefined)
      return listed(
        list,
        testsOf(expression)
          .map((each) => `[${written(each, 0, nameOf)}]`)
          .join(''),
      )
    const bare = (each: Expression): Expression =>
      'field' in each ? { choice: nameOf(each.field) } : 'call' in each ? { ...each, of: each.of.map(bare) } : each
    return `${written(nodes, 9, nameOf)}[${written(bare(test), 0, nameOf)}]`
  }
  if (name === 'jr:choice-name') {
    const [value, id] = of
    return `jr:choice-name(${value && written(value, 0, nameOf)}, '\${${id !== undefined && 'text' in id ? nameOf(id.text) : ''}}')`
  }
  return `${name}(${of.map((part) => written(part, 0, nameOf)).join(', ')})`
}

type List = Extract<Expression, { list: string }>

/** `instance('list')/root/item[...]/label`. */
function listed({ list, pick }: List, tests: string): string {
  return `instance(${quoted(list)})/root/item${tests}${pick === undefined ? '' : `/${pick}`}`
}

/** The list that is picked from, beneath all tests. */
function listIn(expression: Expression): List | undefined {
  if ('list' in expression) return expression
  return 'call' in expression && expression.call === 'where' && expression.of[0] ? listIn(expression.of[0]) : undefined
}

function testsOf(expression: Expression): Expression[] {
  if (!('call' in expression) || expression.call !== 'where') return []
  const [nodes, test] = expression.of
  return nodes === undefined || test === undefined ? [] : [...testsOf(nodes), test]
}

/** XPath knows no exponents. */
function plain(number: number): string {
  const text = String(number)
  return /e/.test(text) ? number.toFixed(Math.abs(number) < 1 ? 20 : 0).replace(/(\.\d*?)0+$/, '$1') : text
}

function quoted(text: string): string {
  if (!text.includes("'")) return `'${text}'`
  if (!text.includes('"')) return `"${text}"`
  // Neither kind of quote can stand in a text of its own kind.
  return `concat(${text
    .split("'")
    .map((part) => `'${part}'`)
    .join(`, "'", `)})`
}
