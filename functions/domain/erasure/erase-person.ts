/**
 * One person's data end before their time, or are copied for the person. Who can still sign in is put out first: an erased person must not
 * go on working under a record that says nothing.
 */
import { Refused } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import type { Erasure, ErasureCounts, FoundItem } from './erasure.ts'
import { tracesOf } from './traces.ts'

type Ports = { regions: Pick<Regions, 'history'>; erasure: Erasure }
export type PersonPlace = { region: string; personId: string }

/** Refusals: `not-found`, `settings-invalid` (still enabled). Again is harmless. */
export async function erasePerson(
  { regions, erasure }: Ports,
  place: PersonPlace,
  how: { dryRun: boolean },
): Promise<ErasureCounts> {
  const history = await historyOf(regions, place)
  if (history.at(-1)?.disabled !== true)
    throw new Refused({ code: 'settings-invalid', errors: [{ pointer: '/disabled', reason: 'person-enabled' }] })
  return erasure.forgetPerson(place, tracesOf(history), how)
}

/** Refuses with `not-found`. */
export async function copyPerson({ regions, erasure }: Ports, place: PersonPlace): Promise<FoundItem[]> {
  return erasure.findPerson(place, tracesOf(await historyOf(regions, place)))
}

async function historyOf(regions: Ports['regions'], { region, personId }: PersonPlace) {
  const history = (await regions.history(region, 'person', personId)).map(({ fact }) => fact)
  if (history.length === 0) throw new Refused({ code: 'not-found', what: 'person' })
  return history
}
