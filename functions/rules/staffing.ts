/** Which agencies have nobody who fills in, or no head: an agency without an operator answers no form and gets no reminder. */
import type { Agency, Lack, Person } from '../schema/region.ts'

type Someone = Pick<Person, 'id' | 'role' | 'agencyIds' | 'disabled'>
type Office = Pick<Agency, 'id' | 'kind' | 'outOfUse'>
type Staff = { readonly agencies: readonly Office[]; readonly people: readonly Someone[] }

export function lacksIn({ agencies, people }: Staff): Lack[] {
  const serving = people.filter(({ disabled }) => !disabled)
  const had = new Set(serving.flatMap(({ role, agencyIds }) => agencyIds.map((agencyId) => `${role} ${agencyId}`)))
  return agencies
    .filter(({ kind, outOfUse }) => kind !== 'coordinator' && outOfUse !== true)
    .flatMap(({ id }) => (['operator', 'verifier'] as const).map((lacks): Lack => ({ agencyId: id, lacks })))
    .filter(({ lacks, agencyId }) => !had.has(`${lacks} ${agencyId}`))
}

/** What is lacking once the person is as given, and was not before. */
export function lacksAfter(staff: Staff, person: Someone): Lack[] {
  const people = [...staff.people.filter(({ id }) => id !== person.id), person]
  const before = lacksIn(staff)
  return lacksIn({ ...staff, people }).filter(
    (lack) => !before.some(({ agencyId, lacks }) => agencyId === lack.agencyId && lacks === lack.lacks),
  )
}
