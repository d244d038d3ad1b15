/** Histories as a coordinator reads them: newest first, with the writer's name. `system` names itself. */
import { Refused } from '../domain/refusal.ts'
import { nameIn, type Subjects } from '../domain/region/regions.ts'
import type { Stamp } from '../schema/region.ts'
import type { Deps } from './deps.ts'

type Ports = Pick<Deps, 'regions'>

/** More revisions than this are not shown; all of them stay in the table. */
const mostShown = 100

/** The facts with the name of who wrote each. */
export async function named<T extends Stamp>(
  { regions }: Ports,
  region: string,
  facts: readonly T[],
): Promise<(T & { byName: string })[]> {
  const people = (await regions.load(region))?.people ?? []
  return facts.slice(0, mostShown).map((fact) => ({ ...fact, byName: nameIn({ people }, fact.by) }))
}

/** Refuses with `not-found` where the region has no such agency or person; a calendar, and the checks of a form, may have no revision yet. */
export async function revisionsOf<S extends keyof Subjects>(
  ports: Ports,
  region: string,
  subject: S,
  id: string,
): Promise<(Subjects[S] & { revision: number } & { byName: string })[]> {
  const history = await ports.regions.history(region, subject, id)
  if (history.length === 0 && subject !== 'calendar' && subject !== 'checks')
    throw new Refused({ code: 'not-found', what: subject })
  const facts = history.toReversed().map(({ revision, fact }) => ({ ...fact, revision }))
  return named(ports, region, facts)
}
