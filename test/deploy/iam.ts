/** As much of IAM as the roles of this system say: named actions on named things, under conditions on strings. */

export type Statement = {
  effect: 'Allow' | 'Deny'
  actions: string[]
  resources: string[]
  condition: Record<string, Record<string, string | string[]>>
}

/** One action on one thing; `context` is what AWS tells beside it, by condition key. */
export type Ask = { action: string; resource: string; context: Record<string, readonly string[]> }

/** A denial wins over everything; without an allowance nothing is allowed. */
export function isAllowed(statements: readonly Statement[], ask: Ask): boolean {
  const fitting = statements.filter((statement) => fits(statement, ask))
  return fitting.some(({ effect }) => effect === 'Allow') && !fitting.some(({ effect }) => effect === 'Deny')
}

export function fits({ actions, resources, condition }: Statement, { action, resource, context }: Ask): boolean {
  if (!actions.some((pattern) => like(pattern.toLowerCase(), action.toLowerCase()))) return false
  if (!resources.some((pattern) => like(pattern, resource))) return false
  return Object.entries(condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holds(operator, [wanted].flat(), context[key])),
  )
}

function holds(operator: string, wanted: string[], told: readonly string[] | undefined): boolean {
  const isLike = (value: string) => wanted.some((pattern) => like(pattern, value))
  switch (operator) {
    case 'StringEquals':
      return told?.length === 1 && wanted.includes(told[0] ?? '')
    case 'ForAnyValue:StringLike':
      return (told ?? []).some(isLike)
    case 'ForAllValues:StringLike':
      return (told ?? []).every(isLike)
    case 'Null':
      return String(told === undefined || told.length === 0) === wanted[0]
    default:
      throw new Error(`Nobody knows the operator ${operator}`)
  }
}

/** `*` is any text, also none. */
function like(pattern: string, text: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('.*')}$`, 's').test(text)
}
