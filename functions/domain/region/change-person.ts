/**
 * Changes to one person that need no base, because each is made on the newest revision: of several at once every one is made on
 * the one before, so none is lost and none undoes another. What another page typed over an older revision is refused instead.
 */
import type { Person } from '../../schema/region.ts'
import { Refused } from '../refusal.ts'
import { leaveCoordinators } from './last-coordinator.ts'
import type { Regions } from './regions.ts'

type Ports = { regions: Regions }
type Whose = { region: string; by: string; personId: string }

/** People who change the same person in the same second; more is trouble of another kind. */
const attempts = 12

/** `change` answers the person as it should be; the same object changes nothing. Refuses with `not-found`. */
export async function changePerson(
  now: Date,
  { regions }: Ports,
  { region, by, personId }: Whose,
  change: (person: Person, revision: number) => Person | Promise<Person>,
): Promise<Person> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const newest = await regions.personRevision(region, personId)
    if (newest === undefined) throw new Refused({ code: 'not-found', what: 'person' })
    const changed = await change(newest.fact, newest.revision)
    if (changed === newest.fact) return changed
    const person = { ...changed, at: now.toISOString(), by }
    if ((await regions.revisePerson(region, person, newest.revision)).inserted) return person
  }
  throw new Error('the person keeps changing')
}

/** Wins over whatever else is being changed, and ends all sessions for good. Refusals: `not-found`, `settings-invalid` (the last coordinator). */
export function disablePerson(now: Date, ports: Ports, whose: Whose): Promise<Person> {
  return changePerson(now, ports, whose, async (person) => {
    if (person.disabled) return person
    if (person.role === 'coordinator') await leaveCoordinators(ports, whose.region, person.id)
    return { ...person, disabled: true, generation: nextGeneration(person) }
  })
}

/** Ends every session of the person, wherever it is open. Refuses with `not-found`. */
export function signOutEverywhere(now: Date, ports: Ports, whose: Whose): Promise<Person> {
  return changePerson(now, ports, whose, (person) => ({ ...person, generation: nextGeneration(person) }))
}

export function nextGeneration({ generation = 0 }: Pick<Person, 'generation'>): number {
  return generation + 1
}
