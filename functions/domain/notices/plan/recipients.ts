/**
 * Who is mailed. Roles are addressed, not persons: operators get every step, heads the steps that the round names, and all
 * steps where no operator can be reached. Disabled people get nothing. An unreachable person is still planned for, so that
 * the ledger shows the mail as suppressed.
 */
import type { Agency, Person } from '../../../schema/region.ts'
import type { Round } from '../../../schema/round.ts'
import type { Mailbox, RegionFacts } from '../../region/regions.ts'
import type { AlertStep } from './alert-steps.ts'

/** Enabled operators and heads of an agency, operators first. */
export function agencyPeople(region: RegionFacts, agencyId: string): readonly Person[] {
  const own = region.people.filter((person) => !person.disabled && person.agencyIds.includes(agencyId))
  return [...own.filter(({ role }) => role === 'operator'), ...own.filter(({ role }) => role === 'verifier')]
}

/** Enabled operators and heads who serve at least one agency of the round. */
export function roundPeople(region: RegionFacts, round: Round): readonly Person[] {
  const agencies = new Set(round.assignments.map(({ agencyId }) => agencyId))
  return region.people.filter(
    ({ disabled, role, agencyIds }) =>
      !disabled && (role === 'operator' || role === 'verifier') && agencyIds.some((id) => agencies.has(id)),
  )
}

/** The agencies of the round that the person serves, in the round's order. */
export function agenciesOf(person: Person, round: Round): readonly string[] {
  const ids = new Set(round.assignments.map(({ agencyId }) => agencyId))
  return [...ids].filter((id) => person.agencyIds.includes(id))
}

/** Does this person get mail for the agency at one of these steps? */
export function getsStep(
  region: RegionFacts,
  round: Round,
  agencyId: string,
  person: Person,
  steps: readonly AlertStep[],
): boolean {
  if (person.disabled || !person.agencyIds.includes(agencyId)) return false
  if (person.role === 'operator') return true
  if (person.role !== 'verifier') return false
  return steps.some((step) => round.alertPlan.headSteps.includes(step)) || !hasReachableOperator(region, agencyId)
}

function hasReachableOperator(region: RegionFacts, agencyId: string): boolean {
  return agencyPeople(region, agencyId).some(
    (person) => person.role === 'operator' && mailboxOf(region, person) === undefined,
  )
}

/** Enabled coordinators; with `viewers` also those who only read. */
export function coordinators(region: RegionFacts, viewers = false): readonly Person[] {
  return region.people.filter(
    ({ disabled, role }) => !disabled && (role === 'coordinator' || (viewers && role === 'viewer')),
  )
}

/** What is wrong with the person's present address, if anything: it bounced, or complained about us. */
export function mailboxOf(region: RegionFacts, person: Person): Mailbox | undefined {
  return region.mailboxes.find(({ personId, email }) => personId === person.id && email === person.email)
}

/** Whoever may be written to at all: there, and enabled. */
export function recipientOf(region: RegionFacts, id: string): Person | undefined {
  const person = personOf(region, id)
  return person?.disabled ? undefined : person
}

/** Also whoever is disabled by now. */
export function personOf(region: RegionFacts, id: string): Person | undefined {
  return region.people.find((person) => person.id === id)
}

export function agencyOf(region: RegionFacts, id: string): Agency | undefined {
  return region.agencies.find((agency) => agency.id === id)
}
