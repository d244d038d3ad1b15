/**
 * A region is never left without anybody who coordinates it. That is a rule over several people, so whoever stops coordinating first
 * moves one item, the guard, by one conditional write: of two who stop at the same moment the second finds the first leaving.
 */
import { Refused } from '../refusal.ts'
import type { CoordinatorGuard, RegionFacts, Regions } from './regions.ts'

type Ports = { regions: Regions }

const attempts = 8

/** Before a person stops coordinating. Refuses with `settings-invalid` (`last-coordinator`). */
export async function leaveCoordinators({ regions }: Ports, region: string, personId: string): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { version, leaving } = await regions.coordinators(region)
    const facts = await regions.load(region)
    const stays = coordinatorsOf(facts).filter((id) => id !== personId && !leaving.includes(id))
    if (stays.length === 0) {
      throw new Refused({ code: 'settings-invalid', errors: [{ pointer: '/role', reason: 'last-coordinator' }] })
    }
    // Those who have left are no concern of the guard any more.
    const still = leaving.filter((id) => coordinatorsOf(facts).includes(id) && id !== personId)
    if (await regions.moveCoordinators(region, version, [...still, personId])) return
  }
  throw new Error('the coordinators keep changing')
}

/** After a person has begun to coordinate, or has stayed after all. */
export async function stayCoordinator({ regions }: Ports, region: string, personId: string): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { version, leaving }: CoordinatorGuard = await regions.coordinators(region)
    if (!leaving.includes(personId)) return
    if (
      await regions.moveCoordinators(
        region,
        version,
        leaving.filter((id) => id !== personId),
      )
    )
      return
  }
}

function coordinatorsOf(facts: Pick<RegionFacts, 'people'> | undefined): string[] {
  return (facts?.people ?? []).flatMap(({ id, role, disabled }) => (role === 'coordinator' && !disabled ? [id] : []))
}
