/**
 * Revises the region's directory: an agency, a person, the calendar. Each revision is a new numbered fact of the whole,
 * based on the one that the writer saw: of two who save at once the second is told. Another role, address or agency ends
 * the person's sessions for good, because a session holds only for the generation it began with.
 */
import type { Agency, Calendar, Person } from '../../schema/region.ts'
import type { AgencyRequest, CalendarRequest, PersonRequest } from '../../schema/region-requests.ts'
import type { Inserted } from '../inserted.ts'
import { Refused, type SettingError } from '../refusal.ts'
import { stampAfter } from '../stamp.ts'
import { errorIf, refuseIfAny } from '../typed-settings.ts'
import { nextGeneration } from './change-person.ts'
import { agencyErrors, calendarErrors, personErrors } from './check-directory.ts'
import { leaveCoordinators, stayCoordinator } from './last-coordinator.ts'
import { isAddressTaken, type RegionFacts, type Regions } from './regions.ts'
import { servesSince } from './serves-since.ts'

type Ports = { regions: Regions }
/** `base`: the revision that the writer saw, or `'new'` for what must not be there yet. */
export type Revise<T> = { region: string; by: string; base: number | 'new'; content: T }

/** Refusals: `not-found`, `settings-invalid`, `revision-conflict`. */
export async function reviseAgency(now: Date, ports: Ports, input: Revise<AgencyRequest>): Promise<Agency> {
  const { region, by, base, content } = input
  const facts = await factsOf(ports, region)
  const known = facts.agencies.find(({ id }) => id === content.id)
  if (base !== 'new' && known === undefined) throw new Refused({ code: 'not-found', what: 'agency' })
  refuseIfAny([...takenId(content.id, base === 'new' && known !== undefined), ...agencyErrors(content)])
  const { phone, outOfUse, ...given } = content
  const agency = {
    ...given,
    ...(phone ? { phone } : {}),
    ...(outOfUse ? { outOfUse } : {}),
    at: stampAfter(now, known),
    by,
  }
  return settled(await ports.regions.reviseAgency(region, agency, numberOf(base)), agency, () =>
    latest(ports, input, 'agency'),
  )
}

/** Refusals: `not-found`, `settings-invalid`, `revision-conflict`. */
export async function revisePerson(now: Date, ports: Ports, input: Revise<PersonRequest>): Promise<Person> {
  const { region, by, base, content } = input
  const facts = await factsOf(ports, region)
  const known = facts.people.find(({ id }) => id === content.id)
  if (base !== 'new' && known === undefined) throw new Refused({ code: 'not-found', what: 'person' })
  const taken = isAddressTaken(facts, { email: content.email, personId: content.id })
  refuseIfAny([...takenId(content.id, base === 'new' && known !== undefined), ...personErrors(facts, content, taken)])
  const { phone, deputyId, ...given } = content
  const at = stampAfter(now, known)
  const person = {
    ...given,
    ...(phone ? { phone } : {}),
    ...(deputyId ? { deputyId } : {}),
    // The person's own choice, which no form of the directory shows.
    ...(known?.digest ? { digest: known.digest } : {}),
    ...generationAfter(known, content),
    ...(await servesSince(ports, { region, at, known, content })),
    at,
    by,
  }
  const claim = { region, personId: person.id, email: person.email, revision: numberOf(base) + 1 }
  if (!person.disabled && !(await ports.regions.claimAddress(now, claim))) {
    refuseIfAny(errorIf(true, '/email', 'address-taken', person.email))
  }
  if (coordinates(known) && !coordinates(person)) await leaveCoordinators(ports, region, person.id)
  const result = await ports.regions.revisePerson(region, person, numberOf(base))
  // Told by the coordinator, it outdoes what the person chose before.
  if (result.inserted && known !== undefined && known.language !== person.language)
    await ports.regions.chooseLanguage(region, { personId: person.id, language: person.language })
  if (coordinates(result.inserted ? person : known)) await stayCoordinator(ports, region, person.id)
  return settled(result, person, () => latest(ports, input, 'person'))
}

function coordinates(person: Pick<Person, 'role' | 'disabled'> | undefined): boolean {
  return person?.role === 'coordinator' && !person.disabled
}

/** Goes up with what a session or a link in a mail speaks for. */
function generationAfter(known: Person | undefined, content: PersonRequest): Pick<Person, 'generation'> {
  if (known === undefined) return {}
  const speaks = ({ role, email, agencyIds, disabled }: Pick<Person, 'role' | 'email' | 'agencyIds' | 'disabled'>) =>
    [role, email.toLowerCase(), disabled, ...agencyIds.toSorted()].join('|')
  if (speaks(known) !== speaks(content)) return { generation: nextGeneration(known) }
  return known.generation === undefined ? {} : { generation: known.generation }
}

/** Refusals: `settings-invalid`, `revision-conflict`. Holidays are kept in the order of their dates. */
export async function reviseCalendar(now: Date, ports: Ports, input: Revise<CalendarRequest>): Promise<Calendar> {
  const { region, by, base, content } = input
  refuseIfAny(calendarErrors(content))
  const holidays = content.holidays.toSorted((a, b) => a.date.localeCompare(b.date))
  const calendar = { holidays, at: stampAfter(now, (await factsOf(ports, region)).calendar), by }
  const result = await ports.regions.reviseCalendar(region, calendar, numberOf(base))
  return settled(result, calendar, async () => (await ports.regions.history(region, 'calendar', '')).length)
}

function takenId(id: string, taken: boolean): SettingError[] {
  return errorIf(taken, '/id', 'id-taken', id)
}

/** The number of the revision that a new one follows. */
export function numberOf(base: number | 'new'): number {
  return base === 'new' ? 0 : base
}

async function factsOf({ regions }: Ports, region: string): Promise<RegionFacts> {
  const facts = await regions.load(region)
  if (facts === undefined) throw new Refused({ code: 'not-found', what: 'region' })
  return facts
}

async function latest(
  { regions }: Ports,
  { region, content }: Revise<{ id: string }>,
  subject: 'agency' | 'person',
): Promise<number> {
  return (await regions.history(region, subject, content.id)).at(-1)?.revision ?? 0
}

/** What was written, or the refusal that names the revision which stands now. */
export async function settled<T>(result: Inserted<T>, written: T, current: () => Promise<number>): Promise<T> {
  if (result.inserted) return written
  throw new Refused({ code: 'revision-conflict', currentRevision: await current() })
}
