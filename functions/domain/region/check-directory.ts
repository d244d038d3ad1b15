/** What is wrong with an agency, a person or a calendar as a coordinator typed it. All errors at once. */
import { personSchema } from '../../schema/region.ts'
import type { AgencyRequest, CalendarRequest, PersonRequest } from '../../schema/region-requests.ts'
import type { SettingError } from '../refusal.ts'
import { errorIf, idShape, isDate, oneLine, required, wordingRequired } from '../typed-settings.ts'
import type { RegionFacts } from './regions.ts'

export function agencyErrors(agency: AgencyRequest): SettingError[] {
  return [
    ...idShape(agency.id, '/id'),
    ...wordingRequired(agency.name, '/name'),
    ...required(agency.shortName, '/shortName'),
    ...oneLine(agency.phone ?? '', '/phone'),
    ...agency.sectors.flatMap((sector, index) => oneLine(sector, `/sectors/${index}`)),
  ]
}

/** `taken`: somebody else has that address. Also keeps the region from being left without anybody to coordinate it. */
export function personErrors({ people, agencies }: RegionFacts, person: PersonRequest, taken: boolean): SettingError[] {
  const unknown = person.agencyIds.filter((id) => !agencies.some((agency) => agency.id === id))
  const others = people.filter((each) => each.id !== person.id && each.role === 'coordinator' && !each.disabled)
  const coordinates = person.role === 'coordinator' && !person.disabled
  const deputy = people.find(({ id }) => id === person.deputyId)
  return [
    ...idShape(person.id, '/id'),
    ...required(person.name, '/name'),
    ...required(person.title, '/title'),
    ...oneLine(person.phone ?? '', '/phone'),
    ...errorIf(!isAddress(person.email), '/email', 'not-an-address'),
    ...errorIf(taken, '/email', 'address-taken', person.email),
    ...errorIf(person.agencyIds.length === 0, '/agencyIds', 'required'),
    ...errorIf(unknown.length > 0, '/agencyIds', 'unknown-agency', unknown.join(', ')),
    ...errorIf(others.length === 0 && !coordinates, '/role', 'last-coordinator'),
    ...errorIf(Boolean(person.deputyId) && person.deputyId === person.id, '/deputyId', 'own-deputy'),
    ...errorIf(Boolean(person.deputyId) && (deputy === undefined || deputy.disabled), '/deputyId', 'unknown-person'),
  ]
}

export function calendarErrors({ holidays }: CalendarRequest): SettingError[] {
  const dates = holidays.map(({ date }) => date)
  return holidays.flatMap(({ date, name }, index) => [
    ...errorIf(!isDate(date), `/holidays/${index}/date`, 'impossible-date', date),
    ...errorIf(dates.indexOf(date) < index, `/holidays/${index}/date`, 'holiday-twice', date),
    ...wordingRequired(name, `/holidays/${index}/name`),
  ])
}

export function isAddress(text: string): boolean {
  return personSchema.shape.email.safeParse(text).success
}
