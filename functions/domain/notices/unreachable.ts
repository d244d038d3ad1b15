/** Who cannot be reached by mail, since when, and whom to call instead: the agency's other people, the head first, or its office. */
import type { Agency, Person } from '../../schema/region.ts'
import type { Mailbox, RegionFacts } from '../region/regions.ts'
import { agencyOf, agencyPeople, mailboxOf } from './recipients.ts'

export type Unreachable = {
  person: Person
  mailbox: Mailbox
  /** By agency that the person serves. `people`: reachable ones, the person's deputy or head first. */
  instead: { agency: Agency; people: Person[] }[]
}

/** Longest unreachable first. */
export function unreachablePeople(region: RegionFacts): Unreachable[] {
  return region.people
    .filter(({ disabled }) => !disabled)
    .flatMap((person) => {
      const mailbox = mailboxOf(region, person)
      return mailbox === undefined ? [] : [{ person, mailbox, instead: insteadOf(region, person) }]
    })
    .toSorted((a, b) => a.mailbox.at.localeCompare(b.mailbox.at))
}

/** Whom to call in place of the person, agency by agency. */
export function insteadOf(region: RegionFacts, person: Person): Unreachable['instead'] {
  return person.agencyIds.flatMap((id) => {
    const agency = agencyOf(region, id)
    return agency === undefined ? [] : [{ agency, people: reachableColleagues(region, id, person) }]
  })
}

/** The agency's other people whose mail arrives, the head first. */
export function reachableColleagues(region: RegionFacts, agencyId: string, silent: Person): Person[] {
  const others = agencyPeople(region, agencyId).filter(
    (person) => person.id !== silent.id && mailboxOf(region, person) === undefined,
  )
  return [...others.filter(({ role }) => role === 'verifier'), ...others.filter(({ role }) => role !== 'verifier')]
}
