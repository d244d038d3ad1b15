/**
 * Paths of an expression as they are written: `../x`, `./x`, `/data/g/x`, `current()/../x`, `${rows}/x`, `g/x` become the name of
 * a question with its way there, which only the importer can follow. What is picked by `[ ]` on the way is picked at the end.
 */
import type { Expression } from './expression.ts'

export type Step = { readonly before: string; readonly name: string; readonly tests: readonly Expression[] }
/** `bare`: one name alone, which is a column of a list or a question of the rows that are picked. */
export type Path = {
  readonly start?: Expression
  readonly steps: readonly Step[]
  readonly tests: readonly Expression[]
  readonly bare: boolean
}

/** Undefined where the path cannot go on from where it starts. */
export function pathEnded({ start, steps, tests, bare }: Path): Expression | undefined {
  const last = steps[steps.length - 1]
  if (last === undefined) return start === undefined ? undefined : tests.reduce(where, start)
  const all = [...tests, ...steps.flatMap((step) => step.tests)]
  if (start !== undefined && 'call' in start && start.call === 'instance') return inList(start, steps, all)
  const from = beginning(start)
  if (from === undefined) return undefined
  if (start === undefined && steps.every(({ name }) => name === '.')) return { self: true }
  const way = from + steps.map(({ before, name }) => before + name).join('')
  return all.reduce(where, bare ? { choice: last.name } : { field: way })
}

function beginning(start: Expression | undefined): string | undefined {
  if (start === undefined) return ''
  if ('field' in start) return `\${${start.field}}`
  return 'call' in start && start.call === 'current' ? 'current()' : undefined
}

/** `instance('list')/root/item[...]/label`. */
function inList({ of }: Extract<Expression, { call: unknown }>, steps: readonly Step[], tests: readonly Expression[]) {
  const [id] = of
  const [root, item, column, ...more] = steps.map(({ name }) => name)
  if (id === undefined || !('text' in id) || root !== 'root' || item !== 'item' || more.length > 0) return undefined
  return tests.reduce(where, { list: id.text, ...(column === undefined ? {} : { pick: column }) })
}

function where(nodes: Expression, test: Expression): Expression {
  return { call: 'where', of: [nodes, test] }
}
