/**
 * Spells a conditional update in DynamoDB's language. Every attribute goes by a placeholder, because many good names
 * (`state`, `token`, `reason`) are reserved words there. A condition is demanded: an update of a missing item would make a ghost.
 */

export type Change = {
  /** Members that are `undefined` are left alone, not removed. */
  set?: Record<string, unknown>
  /** Set where nothing stands there yet. */
  first?: Record<string, unknown>
  remove?: readonly string[]
  /** Adds to a number; a missing one counts as 0. */
  add?: Record<string, number>
  condition: string
  values?: Record<string, unknown>
}

/** Expressions and the placeholders in them. Throws when nothing would change. */
export function updateExpression({
  set = {},
  first = {},
  remove = [],
  add = {},
  condition,
  values: given = {},
}: Change) {
  const names: Record<string, string> = {}
  const values: Record<string, unknown> = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [`:${name}`, value]),
  )
  const name = (attribute: string) => {
    names[`#${attribute}`] = attribute
    return `#${attribute}`
  }
  const value = (verb: string, attribute: string, content: unknown) => {
    values[`:${verb}_${attribute}`] = content
    return `:${verb}_${attribute}`
  }
  const sets = Object.entries(set)
    .filter(([, content]) => content !== undefined)
    .map(([attribute, content]) => `${name(attribute)} = ${value('set', attribute, content)}`)
  for (const [attribute, content] of Object.entries(first)) {
    sets.push(`${name(attribute)} = if_not_exists(${name(attribute)}, ${value('first', attribute, content)})`)
  }
  const adds = Object.entries(add).map(([attribute, by]) => `${name(attribute)} ${value('add', attribute, by)}`)
  const parts = [clause('SET', sets), clause('REMOVE', remove.map(name)), clause('ADD', adds)].filter(Boolean)
  if (parts.length === 0) throw new Error('An update must change something')
  for (const [, attribute] of condition.matchAll(/#(\w+)/g)) if (attribute) name(attribute)
  return { UpdateExpression: parts.join(' '), ConditionExpression: condition, names, values }
}

function clause(verb: string, parts: readonly string[]): string {
  return parts.length > 0 ? `${verb} ${parts.join(', ')}` : ''
}
