/**
 * An address that bounced or complained is written to again: because it was corrected, or because the coordinator knows that
 * the same address works now. Both change where a person's codes go or are read, hence a fresh sign-in. The provider's own
 * list comes first: where it does not answer nothing is changed here, and a repetition finds the address off it already.
 */
import type { Person } from '../../schema/region.ts'
import { Refused } from '../refusal.ts'
import { changePerson, nextGeneration } from './change-person.ts'
import { isAddressTaken, type Regions } from './regions.ts'
import type { SuppressionList } from './suppression-list.ts'

type Repair = { region: string; by: string; personId: string; email: string | undefined }

/** Without `email` the present address is freed. Answers the person as they stand now. Refusals: `not-found`, `hand-mail-invalid`, `mail-service-silent`. */
export async function repairMailbox(
  now: Date,
  ports: { regions: Regions; suppressions: SuppressionList },
  { region, by, personId, email }: Repair,
): Promise<Person> {
  const facts = await ports.regions.load(region)
  const person = facts?.people.find(({ id }) => id === personId)
  if (facts === undefined || person === undefined) throw new Refused({ code: 'not-found', what: 'person' })
  if (email !== undefined && !isSame(email, person.email)) {
    if (isAddressTaken(facts, { email, personId }))
      throw new Refused({ code: 'hand-mail-invalid', reason: 'address-taken' })
    await lift(ports.suppressions, email)
    return changePerson(now, ports, { region, by, personId }, async (newest, revision) => {
      const claim = { region, personId, email, revision: revision + 1 }
      if (!newest.disabled && !(await ports.regions.claimAddress(now, claim))) {
        throw new Refused({ code: 'hand-mail-invalid', reason: 'address-taken' })
      }
      return { ...newest, email, generation: nextGeneration(newest) }
    })
  }
  const mailbox = facts.mailboxes.find((each) => each.personId === personId && each.email === person.email)
  if (mailbox === undefined) throw new Refused({ code: 'hand-mail-invalid', reason: 'not-blocked' })
  await lift(ports.suppressions, person.email)
  // News from the future of a clock that was set back would outlive the freeing.
  const at = new Date(Math.max(now.getTime(), Date.parse(mailbox.at) + 1)).toISOString()
  await ports.regions.freeMailbox(region, { personId, email: person.email, at })
  return person
}

async function lift(suppressions: SuppressionList, email: string): Promise<void> {
  if ((await suppressions.lift(email)) === 'no-answer') throw new Refused({ code: 'mail-service-silent' })
}

function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}
