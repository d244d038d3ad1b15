/**
 * Since when an agency is somebody's: told by mail, and what fell due before it was told to others. Nothing is noted of who was there
 * from the beginning, so neither a seed, an import nor a person stored by an older release is ever told.
 */
import type { Instant } from '../../schema/ids.ts'
import type { Person } from '../../schema/region.ts'
import type { Regions } from './regions.ts'

/** Changes that follow each other within this time are one: what was given and taken back in it is told to nobody. */
export const settlingMs = 60_000

type Served = Pick<Person, 'role' | 'agencyIds' | 'disabled'>
type Change = { region: string; at: Instant; known: Person | undefined; content: Served & Pick<Person, 'id'> }

/** By agency, of those that the change gives, or earlier ones gave: to another role, or to who was deactivated, all are given anew. */
export async function servesSince(
  { regions }: { regions: Pick<Regions, 'history'> },
  { region, at, known, content }: Change,
): Promise<Pick<Person, 'servesSince'>> {
  if (!isOfAgency(content)) return {}
  const before = known && (await settledBefore({ regions }, { region, at, known }))
  const had = before && isOfAgency(before) && before.role === content.role ? before : undefined
  const since = content.agencyIds.flatMap((id) => {
    const from = had?.agencyIds.includes(id) ? had.servesSince?.[id] : at
    return from === undefined ? [] : [[id, from] as const]
  })
  return since.length === 0 ? {} : { servesSince: Object.fromEntries(since) }
}

function isOfAgency({ role, disabled }: Pick<Served, 'role' | 'disabled'>): boolean {
  return !disabled && (role === 'operator' || role === 'verifier')
}

/** As the person stood before the changes of the last moments; who has just been added stood nowhere. */
async function settledBefore(
  { regions }: { regions: Pick<Regions, 'history'> },
  { region, at, known }: { region: string; at: Instant; known: Person },
): Promise<Person | undefined> {
  const settled = (person: Person) => Date.parse(person.at) <= Date.parse(at) - settlingMs
  if (settled(known)) return known
  const all = (await regions.history(region, 'person', known.id)).map(({ fact }) => fact)
  return all.filter(settled).at(-1) ?? all.filter((person) => person.servesSince === undefined)[0]
}
