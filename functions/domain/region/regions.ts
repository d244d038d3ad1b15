/** A region's facts in one value, and the port through which they are read and revised. */
import type { ReferenceLists } from '../../schema/form.ts'
import type { Agency, Calendar, Person, ReferenceList, RegionSettings } from '../../schema/region.ts'
import type { Inserted } from '../inserted.ts'

/** What SES told about a person's address. Counts only while the person still has that address. */
export type Mailbox = { personId: string; email: string; state: 'bounced' | 'complained'; at: string; nid: string }

export type RegionFacts = {
  settings: RegionSettings
  agencies: readonly Agency[]
  people: readonly Person[]
  calendar: Calendar
  mailboxes: readonly Mailbox[]
}

/** Also of somebody who has left; an id that is nobody's stands for itself. */
export function nameIn({ people }: Pick<RegionFacts, 'people'>, personId: string): string {
  return people.find(({ id }) => id === personId)?.name ?? personId
}

export type Regions = {
  list(): Promise<string[]>
  /** Latest revisions, consistently read. `undefined` where the region is unknown. */
  load(region: string): Promise<RegionFacts | undefined>
  references(region: string): Promise<ReferenceLists>
  /** Case-insensitive look-up over all regions; only enabled people. */
  personByEmail(email: string): Promise<{ region: string; person: Person } | undefined>
  person(region: string, personId: string): Promise<Person | undefined>
  reviseSettings(settings: RegionSettings): Promise<Inserted<RegionSettings>>
  reviseAgency(region: string, agency: Agency): Promise<Inserted<Agency>>
  revisePerson(region: string, person: Person): Promise<Inserted<Person>>
  reviseCalendar(region: string, calendar: Calendar): Promise<Inserted<Calendar>>
  reviseReference(region: string, list: ReferenceList): Promise<Inserted<ReferenceList>>
  markMailbox(region: string, mailbox: Mailbox): Promise<void>
}
