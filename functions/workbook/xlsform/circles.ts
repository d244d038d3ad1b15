/** Questions that appear only once they have appeared: their conditions, or what is computed from, lead back to themselves. */
import type { Condition, Field } from '../../schema/form.ts'

/** The ids of all fields that stand in such a circle. */
export function circlesAmong(fields: readonly Field[]): ReadonlySet<string> {
  const needed = new Map(fields.map((field) => [field.id, [...neededBy(field)]]))
  return new Set([...needed.keys()].filter((id) => leadsBack(id, needed)))
}

function leadsBack(start: string, needed: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>()
  const open = [...(needed.get(start) ?? [])]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === start) return true
    if (seen.has(id)) continue
    seen.add(id)
    open.push(...(needed.get(id) ?? []))
  }
  return false
}

function* neededBy(field: Field): Generator<string> {
  if (field.visibleWhen !== undefined) yield* namedIn(field.visibleWhen)
  if (field.type !== 'computed') return
  if ('sum' in field.formula) yield* field.formula.sum
  else if ('percent' in field.formula) yield* Object.values(field.formula.percent)
}

function* namedIn(condition: Condition): Generator<string> {
  if ('all' in condition) for (const each of condition.all) yield* namedIn(each)
  else if ('any' in condition) for (const each of condition.any) yield* namedIn(each)
  else if ('not' in condition) yield* namedIn(condition.not)
  else {
    yield condition.field
    for (const bound of Object.values(condition)) if (typeof bound === 'object' && 'field' in bound) yield bound.field
  }
}
