/**
 * The facts of regions. Each revision of an agency, a person, the calendar, the settings or a list is a new numbered fact; the
 * last one counts. Revising with the content that already stands inserts nothing, so a seed may run at every start.
 */
import type * as z from 'zod'
import type { Inserted } from '../domain/inserted.ts'
import type { Mailbox, RegionFacts, Regions, Revision, Subjects } from '../domain/region/regions.ts'
import {
  agencySchema,
  calendarSchema,
  personSchema,
  type ReferenceList,
  referenceListSchema,
  regionSettingsSchema,
} from '../schema/region.ts'
import { createAddressBook } from './addresses.ts'
import { createCoordinatorGuard } from './coordinator-guard.ts'
import { insertFact, readFact, sameContent } from './facts.ts'
import { createImages } from './images.ts'
import { numberAtEnd } from './key-parts.ts'
import { regionIndexKeys, regionKeys, regionPrefixes } from './keys.ts'
import { noteSignIn, readSignIns } from './last-sign-ins.ts'
import { freeMailbox, markMailbox, readMailbox } from './mailboxes.ts'
import type { Item, Table } from './table.ts'

/** `addressKey`: see the address book. */
export function createRegions(table: Table, addressKey?: string): Regions {
  const addresses = createAddressBook(table, addressKey)
  const person: Regions['person'] = (region, id) => latest(table, region, regionKeys.person(id), personSchema)
  return {
    list: () => listRegions(table),
    load: (region) => loadRegion(table, region),
    references: async (region) => {
      const lists = await table.queryAll(regionKeys.partition(region), { prefix: regionPrefixes.references })
      const current = newest(lists).map((item) => readFact(referenceListSchema, item))
      return Object.fromEntries(current.map((list: ReferenceList) => [list.id, list.entries]))
    },
    peopleByEmail: async (email) => {
      const places = await addresses.places(email)
      const found = await Promise.all(places.map((place) => person(place.region, place.personId)))
      return places.flatMap(({ region }, index) => {
        const each = found[index]
        const has = each?.email.toLowerCase() === email.trim().toLowerCase()
        return each !== undefined && has && !each.disabled ? [{ region, person: each }] : []
      })
    },
    person,
    personRevision: async (region, id) => {
      const item = await latestItem(table, region, regionKeys.person(id))
      return item && { revision: revisionOf(item), fact: readFact(personSchema, item) }
    },
    claimAddress: addresses.claim,
    ...createCoordinatorGuard(table),
    history: (region, subject, id) => history(table, region, subject, id),
    reviseSettings: async (settings, base) => {
      await table.insertIfAbsent({ pk: regionIndexKeys.partition, sk: regionIndexKeys.region(settings.region) })
      return revise(table, settings.region, regionKeys.settings(), regionSettingsSchema, settings, base)
    },
    reviseAgency: (region, agency, base) =>
      revise(table, region, regionKeys.agency(agency.id), agencySchema, agency, base),
    revisePerson: async (region, revised, base) => {
      await addresses.post(revised.email, region, revised.id)
      return revise(table, region, regionKeys.person(revised.id), personSchema, revised, base)
    },
    reviseCalendar: (region, calendar, base) =>
      revise(table, region, regionKeys.calendar(), calendarSchema, calendar, base),
    reviseReference: (region, list) => revise(table, region, regionKeys.reference(list.id), referenceListSchema, list),
    markMailbox: (region, mailbox) => markMailbox(table, region, mailbox),
    noteSignIn: (region, signIn) => noteSignIn(table, region, signIn),
    ...createImages(table),
    freeMailbox: (region, freed) => freeMailbox(table, region, freed),
  }
}

async function listRegions(table: Table): Promise<string[]> {
  const regions: string[] = []
  for await (const { sk: region } of table.query(regionIndexKeys.partition)) {
    if (await latest(table, region, regionKeys.settings(), regionSettingsSchema)) regions.push(region)
  }
  return regions
}

async function loadRegion(table: Table, region: string): Promise<RegionFacts | undefined> {
  const [settings, items] = await Promise.all([
    latest(table, region, regionKeys.settings(), regionSettingsSchema),
    table.queryAll(regionKeys.partition(region), { below: regionKeys.endOfDirectory }),
  ])
  if (!settings) return undefined
  const all = <T>(prefix: string, schema: z.ZodType<T>): T[] =>
    newest(items.filter(({ sk }) => sk.startsWith(prefix))).map((item) => readFact(schema, item))
  const earlier = <T>(prefix: string, schema: z.ZodType<T>): T[] => {
    const every = items.filter(({ sk }) => sk.startsWith(prefix))
    const latest = new Set(newest(every))
    return every.filter((item) => !latest.has(item)).map((item) => readFact(schema, item))
  }
  const people = all(regionPrefixes.people, personSchema)
  const mailboxes: Mailbox[] = items
    .filter(({ sk }) => sk.startsWith(regionPrefixes.mailboxes))
    .flatMap((item) => readMailbox(item) ?? [])
  const before = {
    calendars: earlier(regionPrefixes.calendar, calendarSchema),
    agencies: earlier(regionPrefixes.agencies, agencySchema),
  }
  return {
    settings,
    ...(before.calendars.length + before.agencies.length > 0 && { earlier: before }),
    agencies: all(regionPrefixes.agencies, agencySchema),
    people,
    // Without a calendar every day but the weekend is a working day.
    calendar: all(regionPrefixes.calendar, calendarSchema).at(-1) ?? { at: settings.at, by: settings.by, holidays: [] },
    signIns: readSignIns(items),
    mailboxes: mailboxes.filter(({ personId, email }) => people.some((p) => p.id === personId && p.email === email)),
  }
}

/** Of several revisions of a subject the last; items must come in the order of their keys. */
function newest(items: readonly Item[]): Item[] {
  const bySubject = new Map(items.map((item) => [item.sk.slice(0, item.sk.lastIndexOf('#')), item]))
  return [...bySubject.values()]
}

async function latestItem(table: Table, region: string, subject: string): Promise<Item | undefined> {
  const range = { prefix: `${subject}#`, descending: true, pageSize: 1 }
  for await (const item of table.query(regionKeys.partition(region), range)) return item
  return undefined
}

async function latest<T>(table: Table, region: string, subject: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const item = await latestItem(table, region, subject)
  return item && readFact(schema, item)
}

const subjects: { [S in keyof Subjects]: { key: (id: string) => string; schema: z.ZodType<Subjects[S]> } } = {
  agency: { key: regionKeys.agency, schema: agencySchema },
  person: { key: regionKeys.person, schema: personSchema },
  calendar: { key: regionKeys.calendar, schema: calendarSchema },
  settings: { key: regionKeys.settings, schema: regionSettingsSchema },
  reference: { key: regionKeys.reference, schema: referenceListSchema },
}

async function history<S extends keyof Subjects>(
  table: Table,
  region: string,
  subject: S,
  id: string,
): Promise<Revision<Subjects[S]>[]> {
  const { key, schema } = subjects[subject]
  const items = await table.queryAll(regionKeys.partition(region), { prefix: `${key(id)}#` })
  return items.map((item) => ({
    revision: revisionOf(item),
    fact: readFact(schema, item),
  }))
}

/** Inserts the next revision. `inserted: false` when somebody else's revision took that number meanwhile. */
async function revise<T extends object>(
  table: Table,
  region: string,
  subject: string,
  schema: z.ZodType<T>,
  fact: T,
  base?: number,
): Promise<Inserted<T>> {
  const at = (number: number) => ({
    pk: regionKeys.partition(region),
    sk: regionKeys.revision(subject, number),
  })
  const before = await latestItem(table, region, subject)
  // A number that was never reached must not leave a gap in the history.
  if (base !== undefined && before !== undefined && revisionOf(before) < base)
    return { inserted: false, existing: readFact(schema, before) }
  if (base !== undefined) return insertFact(table, at(base + 1), schema, fact)
  if (before && sameContent(readFact(schema, before), schema.parse(fact))) return { inserted: true }
  return insertFact(table, at(before ? revisionOf(before) + 1 : 1), schema, fact)
}

function revisionOf({ sk }: Item): number {
  return numberAtEnd(sk)
}
