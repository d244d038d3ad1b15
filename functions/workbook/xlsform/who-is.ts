/** Which question, table or group a name of the file stands for. */
import type { Named, Stands } from './stands.ts'
import type { Survey } from './survey-parts.ts'

export function finderOf({ questions, repeats, groups, unreadable, days }: Survey): Stands['find'] {
  const known = new Map<string, Named>()
  const put = (name: string, named: Named) => {
    if (name !== '') known.set(name, known.has(name) ? { kind: 'several' } : named)
  }
  for (const { name, field, table } of questions) put(name, { kind: 'field', field, table: table?.id })
  for (const { name, id } of repeats) put(name, { kind: 'table', id })
  for (const name of groups) if (!known.has(name)) known.set(name, { kind: 'group' })
  for (const name of unreadable) if (!known.has(name)) known.set(name, { kind: 'unreadable' })
  for (const name of days) if (!known.has(name)) known.set(name, { kind: 'today' })
  return (name) => known.get(name.trim())
}
