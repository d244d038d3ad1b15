/**
 * Who cannot be reached by mail, since when, and whom to call instead: the deputy that was named for the person, the agency's
 * other people, the head first, or its office.
 */
import type { Agency, Person } from '../../../schema/region.ts'
import { agencyOf, type Mailbox, type RegionFacts } from '../../region/regions.ts'
import { agencyPeople, mailboxOf, recipientOf } from './recipients.ts'

export type Unreachable = {
  person: Person
  mailbox: Mailbox
  deputy: Person | undefined
  /** By agency that the person serves. `people`: reachable ones besides the deputy, the head first. */
  instead: { agency: Agency; people: Person[] }[]
}

/** Longest unreachable first. */
export function unreachablePeople(region: RegionFacts): Unreachable[] {
  return region.people
    .filter(({ disabled }) => !disabled)
    .flatMap((person) => {
      const mailbox = mailboxOf(region, person)
      if (mailbox === undefined) return []
      return [{ person, mailbox, deputy: deputyOf(region, person), instead: insteadOf(region, person) }]
    })
    .toSorted((a, b) => a.mailbox.at.localeCompare(b.mailbox.at))
}

/** Who was named to be called in the person's place, and is still there. A call needs no mailbox, so theirs is not asked about. */
export function deputyOf(region: RegionFacts, { id, deputyId }: Person): Person | undefined {
  return deputyId === undefined || deputyId === id ? undefined : recipientOf(region, deputyId)
}

/** The own telephone, or that of an office: the given agency's where the person serves it, else the person's first. */
export function phoneOf(region: RegionFacts, person: Person, agencyId: string): string | undefined {
  const office = person.agencyIds.includes(agencyId) ? agencyId : (person.agencyIds[0] ?? agencyId)
  return person.phone ?? agencyOf(region, office)?.phone
}

function insteadOf(region: RegionFacts, person: Person): Unreachable['instead'] {
  return person.agencyIds.flatMap((id) => {
    const agency = agencyOf(region, id)
    const people = reachableColleagues(region, id, person).filter((each) => each.id !== person.deputyId)
    return agency === undefined ? [] : [{ agency, people }]
  })
}

/** The agency's other people whose mail arrives, the head first. */
export function reachableColleagues(region: RegionFacts, agencyId: string, silent: Person): Person[] {
  const others = agencyPeople(region, agencyId).filter(
    (person) => person.id !== silent.id && mailboxOf(region, person) === undefined,
  )
  return [...others.filter(({ role }) => role === 'verifier'), ...others.filter(({ role }) => role !== 'verifier')]
}
