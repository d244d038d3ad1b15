/**
 * Who is mailed. Roles are addressed, not persons: operators get every step, heads the steps that the round names, and all
 * steps where no operator can be reached. Disabled people get nothing. An unreachable person is still planned for, so that
 * the ledger shows the mail as suppressed.
 */
import type { Person } from '../../../schema/region.ts'
import type { Round } from '../../../schema/round.ts'
import { grouping } from '../../grouping.ts'
import { type Mailbox, personOf, type RegionFacts } from '../../region/regions.ts'
import { placesIn } from '../../round/windows.ts'

/** Enabled operators and heads of an agency, operators first. */
export function agencyPeople(region: RegionFacts, agencyId: string): readonly Person[] {
  const own = servants(region.people, agencyId)
  return [...own.filter(({ role }) => role === 'operator'), ...own.filter(({ role }) => role === 'verifier')]
}

const servants = grouping<Person>(({ disabled, agencyIds }) => (disabled ? [] : [...new Set(agencyIds)]))

/** Enabled operators and heads who serve at least one agency of the round. */
export function roundPeople(region: RegionFacts, round: Round): readonly Person[] {
  const agencies = placesIn({ round })
  return region.people.filter(
    ({ disabled, role, agencyIds }) =>
      !disabled && (role === 'operator' || role === 'verifier') && agencyIds.some((id) => agencies.has(id)),
  )
}

/** The agencies of the round that the person serves, in the round's order. */
export function agenciesOf(person: Person, round: Round): readonly string[] {
  const places = placesIn({ round })
  const place = (id: string) => places.get(id) ?? 0
  return [...new Set(person.agencyIds)].filter((id) => places.has(id)).toSorted((a, b) => place(a) - place(b))
}

/** `headAt`: when it fell due as a step of the agency's head too; absent where it is none. */
export type StepTimes = { at: Date; headAt?: Date }

/**
 * When this person gets a step's mail for the agency; `undefined` = never. Where no operator can be reached the head stands in, from
 * the bounce on and not before.
 */
export function stepFor(region: RegionFacts, agencyId: string, person: Person, step: StepTimes): Date | undefined {
  if (person.disabled || !person.agencyIds.includes(agencyId)) return undefined
  if (person.role === 'operator') return step.at
  if (person.role !== 'verifier') return undefined
  const since = unreachableSince(region, agencyId)
  // Stryker disable next-line ConditionalExpression: no instant is before none
  return step.headAt ?? (since !== undefined && since <= step.at ? step.at : undefined)
}

/** Since when no operator of the agency can be reached by mail; `undefined` = one can. */
function unreachableSince(region: RegionFacts, agencyId: string): Date | undefined {
  const operators = agencyPeople(region, agencyId).filter(({ role }) => role === 'operator')
  // Stryker disable next-line ArrayDeclaration: what is no bounce has no instant either
  const bounces = operators.flatMap((person) => mailboxOf(region, person) ?? [])
  if (bounces.length < operators.length) return undefined
  return new Date(Math.max(0, ...bounces.map(({ at }) => Date.parse(at))))
}

/** Enabled coordinators; with `viewers` also those who only read. */
export function coordinators(region: RegionFacts, viewers = false): readonly Person[] {
  return region.people.filter(
    ({ disabled, role }) => !disabled && (role === 'coordinator' || (viewers && role === 'viewer')),
  )
}

const mailboxes = grouping<Mailbox>(({ personId }) => [personId])

/** What is wrong with the person's present address, if anything: it bounced, or complained about us. */
export function mailboxOf(region: RegionFacts, person: Person): Mailbox | undefined {
  return mailboxes(region.mailboxes, person.id).find(({ email }) => email === person.email)
}

/** Whoever may be written to at all: there, and enabled. */
export function recipientOf(region: RegionFacts, id: string): Person | undefined {
  const person = personOf(region, id)
  return person?.disabled ? undefined : person
}
