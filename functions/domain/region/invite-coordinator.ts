/**
 * Gives a region somebody who coordinates it: the way in of a new region, where nobody can sign in yet, and of one whose
 * coordinators have all left. Whoever has the address already is made coordinator again; nothing else of the person changes.
 */
import type { Person } from '../../schema/region.ts'
import { Refused } from '../refusal.ts'
import { refuseIfAny } from '../typed-settings.ts'
import { nextGeneration } from './change-person.ts'
import { personErrors } from './check-directory.ts'
import { stayCoordinator } from './last-coordinator.ts'
import { isAddressTaken, type Regions } from './regions.ts'
import { settled } from './revise-directory.ts'

export type Invitation = { region: string; email: string; name: string; title: string; phone?: string | undefined }
export type InviteCoordinator = { by: string; content: Invitation; dryRun: boolean }
export type Invited = {
  region: string
  personId: string
  email: string
  agencyId: string
  stands: boolean
  written: boolean
}

/** Refusals: `not-found` (the region, or an agency that coordinates), `settings-invalid`. */
export async function inviteCoordinator(
  now: Date,
  { regions }: { regions: Regions },
  { by, content, dryRun }: InviteCoordinator,
): Promise<Invited> {
  const { region, email, phone } = content
  const facts = await regions.load(region)
  if (facts === undefined) throw new Refused({ code: 'not-found', what: 'region' })
  const agency = facts.agencies.find(({ kind }) => kind === 'coordinator')
  if (agency === undefined) throw new Refused({ code: 'not-found', what: 'coordinating agency' })
  const known = facts.people.find((person) => person.email.toLowerCase() === email.toLowerCase())
  const taken = ids(facts.people)
  const given = {
    id: known?.id ?? freeId(`${agency.id}-koordinator`, taken),
    name: known?.name ?? content.name,
    title: known?.title ?? content.title,
    email: known?.email ?? email,
    role: 'coordinator' as const,
    agencyIds: known === undefined ? [agency.id] : [...new Set([...known.agencyIds, agency.id])],
    language: known?.language ?? ('id' as const),
    disabled: false,
  }
  refuseIfAny(personErrors(facts, given, isAddressTaken(facts, { email, personId: given.id })))
  const stands = known?.role === 'coordinator' && !known.disabled
  const answer = { region, personId: given.id, email: given.email, agencyId: agency.id, stands }
  if (stands || dryRun) return { ...answer, written: false }
  const person: Person = {
    ...known,
    ...given,
    ...(phone ? { phone } : {}),
    ...(known === undefined ? {} : { generation: nextGeneration(known) }),
    at: now.toISOString(),
    by,
  }
  const current = async () => (await regions.personRevision(region, given.id))?.revision ?? 0
  await settled(await regions.revisePerson(region, person, await current()), person, current)
  await stayCoordinator({ regions }, region, given.id)
  return { ...answer, written: true }
}

function ids(people: readonly { id: string }[]): ReadonlySet<string> {
  return new Set(people.map(({ id }) => id))
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number++) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`
}
