/**
 * The facts of regions. Each revision of an agency, a person, the calendar, the settings or a list is a new numbered fact; the
 * last one counts. Revising with the content that already stands inserts nothing, so a seed may run at every start.
 */
import type * as z from 'zod'
import type { Inserted } from '../domain/inserted.ts'
import type { Regions, Revision, Subjects } from '../domain/region/regions.ts'
import { canaryRegion } from '../domain/region/reserved.ts'
import { formChecksSchema } from '../schema/checks/own/own-check.ts'
import {
  agencySchema,
  calendarSchema,
  personSchema,
  referenceListSchema,
  regionSettingsSchema,
} from '../schema/region.ts'
import { createAddressBook } from './addresses.ts'
import { createCoordinatorGuard } from './coordinator-guard.ts'
import { insertFact, readFact, sameContent } from './facts.ts'
import { createImages } from './images.ts'
import { regionIndexKeys, regionKeys } from './keys.ts'
import { listSignIns, noteSignIn } from './last-sign-ins.ts'
import { freeMailbox, markMailbox } from './mailboxes.ts'
import { chooseDigest, chooseLanguage, getPreference, withPreference } from './preferences.ts'
import { directoryOf, keptDirectory, readReferences } from './region-directory.ts'
import { type RegionVersions, regionVersionsOf } from './region-versions.ts'
import { latest, latestItem, revisionOf } from './revisions.ts'
import type { Table } from './table.ts'

/** `addressKey`: see the address book. */
export function createRegions(table: Table, addressKey?: string): Regions {
  const addresses = createAddressBook(table, addressKey)
  const versions = regionVersionsOf(table)
  const person: Regions['person'] = async (region, id, seen) => {
    const directory = seen && (await keptDirectory(versions, region, seen))
    if (directory !== undefined) return directory.people.find((each) => each.id === id)
    const record = latest(table, region, regionKeys.person(id), personSchema)
    const [found, preference] = await Promise.all([record, getPreference(table, region, id)])
    return found && withPreference(found, preference)
  }
  /** A region that has settings keeps them. */
  const settled = new Set<string>()
  const { changing } = versions
  return {
    list: () => listRegions(table, settled),
    load: async (region) => {
      const [directory, signIns] = await Promise.all([directoryOf(table, versions, region), listSignIns(table, region)])
      return directory && { ...directory, signIns }
    },
    directory: (region, seen) => directoryOf(table, versions, region, seen),
    references: (region, seen) => versions.remembered(region, 'references', () => readReferences(table, region), seen),
    look: versions.look,
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
    chooseLanguage: (region, choice) => changing(region, () => chooseLanguage(table, region, choice)),
    digestChoice: async (region, id) => {
      const preference = await getPreference(table, region, id)
      return { number: preference?.choices ?? 0, digest: preference?.digest }
    },
    chooseDigest: (region, choice) => changing(region, () => chooseDigest(table, region, choice)),
    claimAddress: addresses.claim,
    ...createCoordinatorGuard(table),
    history: (region, subject, id) => history(table, region, subject, id),
    reviseSettings: async (settings, base) => {
      await table.insertIfAbsent({ pk: regionIndexKeys.partition, sk: regionIndexKeys.region(settings.region) })
      return revise({ table, changing }, settings.region, regionKeys.settings(), regionSettingsSchema, settings, base)
    },
    reviseAgency: (region, agency, base) =>
      revise({ table, changing }, region, regionKeys.agency(agency.id), agencySchema, agency, base),
    revisePerson: async (region, revised, base) => {
      await addresses.post(revised.email, region, revised.id)
      return revise({ table, changing }, region, regionKeys.person(revised.id), personSchema, revised, base)
    },
    reviseCalendar: (region, calendar, base) =>
      revise({ table, changing }, region, regionKeys.calendar(), calendarSchema, calendar, base),
    reviseChecks: (region, checks, base) =>
      revise({ table, changing }, region, regionKeys.checks(checks.formId), formChecksSchema, checks, base),
    reviseReference: (region, list) =>
      revise({ table, changing }, region, regionKeys.reference(list.id), referenceListSchema, list),
    markMailbox: (region, mailbox) => changing(region, () => markMailbox(table, region, mailbox)),
    noteSignIn: (region, signIn) => noteSignIn(table, region, signIn),
    ...createImages(table),
    freeMailbox: (region, freed) => changing(region, () => freeMailbox(table, region, freed)),
  }
}

/** What one call may ask for. */
const mostKeys = 100

async function listRegions(table: Table, settled: Set<string>): Promise<string[]> {
  const named = (await table.queryAll(regionIndexKeys.partition)).map(({ sk }) => sk)
  const regions = named.filter((region) => region !== canaryRegion)
  const unknown = regions.filter((region) => !settled.has(region))
  for (let from = 0; from < unknown.length; from += mostKeys) {
    const keys = new Map(unknown.slice(from, from + mostKeys).map((region) => [regionKeys.partition(region), region]))
    const sk = regionKeys.revision(regionKeys.settings(), 1)
    const found = await table.getMany([...keys.keys()].map((pk) => ({ pk, sk })))
    for (const { pk } of found) settled.add(keys.get(pk) ?? '')
  }
  return regions.filter((region) => settled.has(region))
}

const subjects: { [S in keyof Subjects]: { key: (id: string) => string; schema: z.ZodType<Subjects[S]> } } = {
  agency: { key: regionKeys.agency, schema: agencySchema },
  person: { key: regionKeys.person, schema: personSchema },
  calendar: { key: regionKeys.calendar, schema: calendarSchema },
  checks: { key: regionKeys.checks, schema: formChecksSchema },
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
  { table, changing }: { table: Table } & Pick<RegionVersions, 'changing'>,
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
  if (base !== undefined) return changing(region, () => insertFact(table, at(base + 1), schema, fact))
  if (before && sameContent(readFact(schema, before), schema.parse(fact))) return { inserted: true }
  return changing(region, () => insertFact(table, at(before ? revisionOf(before) + 1 : 1), schema, fact))
}
