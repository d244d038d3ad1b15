/** Questions that need themselves: whether they are asked, or what they are worked out from, leads back to them. */
import type { Expression } from '../../schema/expressions/expression.ts'
import type { Field, Table } from '../../schema/form.ts'

export type Circle = { readonly id: string; readonly circle: readonly string[] }

/** Each circle once, told from the first of its questions in the form's order. */
export function circlesIn({
  fields,
  tables,
}: {
  fields: readonly Field[]
  tables: readonly Table[]
}): readonly Circle[] {
  const needed = new Map<string, ReadonlySet<string>>()
  for (const field of fields) needed.set(field.id, neededBy(field))
  for (const table of tables) {
    needed.set(table.id, new Set([table.rules?.relevant, table.rules?.count].flatMap(namesIn)))
    for (const field of table.fields) needed.set(field.id, new Set([table.id, ...neededBy(field)]))
  }
  const told = new Set<string>()
  return [...needed.keys()].flatMap((id) => {
    const circle = told.has(id) ? undefined : wayBack(id, needed)
    for (const each of circle ?? []) told.add(each)
    return circle === undefined ? [] : [{ id, circle: [...circle, id] }]
  })
}

function neededBy(field: Field): Set<string> {
  const formula = field.type === 'computed' && 'expression' in field.formula ? field.formula.expression : undefined
  return new Set([field.rules?.relevant, formula].flatMap(namesIn))
}

function namesIn(expression: Expression | undefined): string[] {
  if (expression === undefined) return []
  // A group that a question inside it decides on looks at what was typed there, whether it is asked or not.
  if ('call' in expression && expression.call === 'typed') return []
  if ('call' in expression) return expression.of.flatMap(namesIn)
  return [expression].flatMap((part) =>
    'field' in part ? [part.field] : 'column' in part ? [part.column] : 'rows' in part ? [part.rows] : [],
  )
}

/** The shortest way from a question back to itself. */
function wayBack(start: string, needed: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | undefined {
  const ways: string[][] = [[start]]
  const seen = new Set<string>()
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    for (const next of needed.get(way[way.length - 1] ?? '') ?? []) {
      if (next === start) return way
      if (seen.has(next)) continue
      seen.add(next)
      ways.push([...way, next])
    }
  }
  return undefined
}
