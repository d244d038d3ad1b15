/** A region's facts in one value, and the port through which they are read and revised. */
import type { FormChecks, OwnChecks } from '../../schema/checks/own/own-check.ts'
import type { ReferenceLists } from '../../schema/form.ts'
import type {
  Agency,
  Calendar,
  DigestChoice,
  Image,
  Person,
  ReferenceList,
  RegionSettings,
} from '../../schema/region.ts'
import type { Language } from '../../schema/wording.ts'
import { grouping } from '../grouping.ts'
import type { Inserted } from '../inserted.ts'

/** What SES told about a person's address. Counts only while the person still has that address. */
export type Mailbox = { personId: string; email: string; state: 'bounced' | 'complained'; at: string; nid: string }

/** When somebody last signed in: tells who has never looked at a round. */
export type SignIn = { personId: string; at: string }

export type RegionFacts = {
  settings: RegionSettings
  agencies: readonly Agency[]
  people: readonly Person[]
  calendar: Calendar
  mailboxes: readonly Mailbox[]
  /** One a person at most. Absent where they were not read: then nothing is said about it. */
  signIns?: readonly SignIn[]
  /** What is checked of each form besides, by the coordinator's choice. Absent: nothing. */
  checks?: readonly FormChecks[]
  /** Revisions before the latest, ascending, of what decides when mails are due. Absent: there are none. */
  earlier?: { calendars: readonly Calendar[]; agencies: readonly Agency[] }
}

const agencies = grouping<Agency>(({ id }) => [id])
const people = grouping<Person>(({ id }) => [id])

export function agencyOf(region: Pick<RegionFacts, 'agencies'>, id: string): Agency | undefined {
  return agencies(region.agencies, id)[0]
}

/** Also whoever is disabled by now. */
export function personOf(region: Pick<RegionFacts, 'people'>, id: string): Person | undefined {
  return people(region.people, id)[0]
}

/** Also of somebody who has left; an id that is nobody's stands for itself. */
export function nameIn(region: Pick<RegionFacts, 'people'>, personId: string): string {
  return personOf(region, personId)?.name ?? personId
}

export function ownChecksOf({ checks = [] }: Pick<RegionFacts, 'checks'>): OwnChecks {
  return Object.fromEntries(checks.map((each) => [each.formId, each.checks]))
}

/** Has somebody else of this region the address? Whoever has it elsewhere is no concern of the region, and not told. */
export function isAddressTaken(
  { people }: Pick<RegionFacts, 'people'>,
  { email, personId }: { email: string; personId: string },
): boolean {
  const same = (each: Person) => each.email.trim().toLowerCase() === email.trim().toLowerCase()
  return people.some((each) => each.id !== personId && !each.disabled && same(each))
}

/** How far a region's facts were at one moment: what is asked for with it costs no look of its own, and is no older than it. */
export type Seen = Promise<{ readonly version: number; readonly writers: number }>

/** What is revised as a whole, and the fact that each revision is. `calendar` and `settings` are one each: their id is ''. */
export type Subjects = {
  agency: Agency
  person: Person
  calendar: Calendar
  /** By the id of the form. */
  checks: FormChecks
  settings: RegionSettings
  reference: ReferenceList
}
export type Revision<T> = { revision: number; fact: T }

export type RegionPerson = { region: string; person: Person }
export type AddressClaim = { region: string; personId: string; email: string; revision: number }
/** Who is about to stop coordinating. Whoever stops must move it first, so that of two who leave at once the second sees the first. */
export type CoordinatorGuard = { version: number; leaving: readonly string[] }

/**
 * `revise*` insert the next revision. With `base` only as the one after it (0 = none stands yet): somebody else's revision
 * is then answered as `inserted: false`. Without it the last writer wins, as a seed may.
 */
export type Regions = {
  /** Those that serve people: not the canary's. */
  list(): Promise<string[]>
  /** Latest revisions, consistently read. `undefined` where the region is unknown. */
  load(region: string): Promise<RegionFacts | undefined>
  /** The same without sign-ins, for whoever needs none: kept in memory until the region changes, and shared. */
  directory(region: string, seen?: Seen): Promise<RegionFacts | undefined>
  /** Shared, as the directory is. */
  references(region: string, seen?: Seen): Promise<ReferenceLists>
  /** Consistently read. */
  look(region: string): Seen
  /** Case-insensitive look-up over all regions, in the order of their ids; only enabled people. For signing in: a region asks of its own. */
  peopleByEmail(email: string): Promise<readonly RegionPerson[]>
  person(region: string, personId: string, seen?: Seen): Promise<Person | undefined>
  /** The record as it stands, without what the person chose since, and its number: for whoever changes it. */
  personRevision(region: string, personId: string): Promise<Revision<Person> | undefined>
  /** The last one counts; no revision of the person, so in nobody's way who changes the person. */
  chooseLanguage(region: string, choice: { personId: string; language: Language }): Promise<void>
  /** What the person chose since choices have items of their own, and how often. */
  digestChoice(region: string, personId: string): Promise<{ number: number; digest: DigestChoice | undefined }>
  /** `false` where it was chosen anew since `base`. */
  chooseDigest(region: string, choice: { personId: string; digest: DigestChoice; base: number }): Promise<boolean>
  /** Of those who claim one address in one region at once one gets it, for the revision that he is about to write; `false`: somebody enabled has it. */
  claimAddress(now: Date, claim: AddressClaim): Promise<boolean>
  coordinators(region: string): Promise<CoordinatorGuard>
  /** `false` when the guard has moved since `base`. */
  moveCoordinators(region: string, base: number, leaving: readonly string[]): Promise<boolean>
  /** All revisions, oldest first; none where the subject is unknown. */
  history<S extends keyof Subjects>(region: string, subject: S, id: string): Promise<readonly Revision<Subjects[S]>[]>
  reviseSettings(settings: RegionSettings, base?: number): Promise<Inserted<RegionSettings>>
  reviseAgency(region: string, agency: Agency, base?: number): Promise<Inserted<Agency>>
  revisePerson(region: string, person: Person, base?: number): Promise<Inserted<Person>>
  reviseCalendar(region: string, calendar: Calendar, base?: number): Promise<Inserted<Calendar>>
  reviseChecks(region: string, checks: FormChecks, base?: number): Promise<Inserted<FormChecks>>
  reviseReference(region: string, list: ReferenceList): Promise<Inserted<ReferenceList>>
  markMailbox(region: string, mailbox: Mailbox): Promise<void>
  /** Only ever moves forward. */
  noteSignIn(region: string, signIn: SignIn): Promise<void>
  /** Keeps an image under its hash; again is harmless. */
  putImage(region: string, image: Image, bytes: Uint8Array): Promise<void>
  image(region: string, sha256: string): Promise<{ type: Image['type']; bytes: Uint8Array } | undefined>
  /** The address may be written to again, until news after `at` says otherwise. */
  freeMailbox(region: string, freed: { personId: string; email: string; at: string }): Promise<void>
}
