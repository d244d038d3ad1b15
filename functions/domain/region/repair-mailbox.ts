/**
 * An address that bounced or complained is written to again: because it was corrected, or because the coordinator knows that
 * the same address works now. Both change where a person's codes go or are read, hence a fresh sign-in.
 */
import type { Person } from '../../schema/region.ts'
import { Refused } from '../refusal.ts'
import type { Regions } from './regions.ts'

type Repair = { region: string; by: string; personId: string; email: string | undefined }

/** Without `email` the present address is freed. Answers the person as they stand now. Refusals: `not-found`, `hand-mail-invalid`. */
export async function repairMailbox(
  now: Date,
  ports: { regions: Regions },
  { region, by, personId, email }: Repair,
): Promise<Person> {
  const facts = await ports.regions.load(region)
  const person = facts?.people.find(({ id }) => id === personId)
  if (facts === undefined || person === undefined) throw new Refused({ code: 'not-found', what: 'person' })
  if (email !== undefined && !isSame(email, person.email)) {
    const owner = await ports.regions.personByEmail(email)
    if (owner !== undefined) throw new Refused({ code: 'hand-mail-invalid', reason: 'address-taken' })
    const revised = { ...person, email, at: now.toISOString(), by }
    await ports.regions.revisePerson(region, revised)
    return revised
  }
  const mailbox = facts.mailboxes.find((each) => each.personId === personId && each.email === person.email)
  if (mailbox === undefined) throw new Refused({ code: 'hand-mail-invalid', reason: 'not-blocked' })
  await ports.regions.freeMailbox(region, { personId, email: person.email, at: now.toISOString() })
  return person
}

function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}
