/** A region's directory and lists, read whole and kept until the region changes: they are a hundred times larger than what a request needs of them. */
import type * as z from 'zod'
import type { Mailbox, RegionFacts, Seen } from '../domain/region/regions.ts'
import { formChecksSchema } from '../schema/checks/own/own-check.ts'
import type { ReferenceLists } from '../schema/form.ts'
import {
  agencySchema,
  calendarSchema,
  personSchema,
  referenceListSchema,
  regionSettingsSchema,
} from '../schema/region.ts'
import { readFact } from './facts.ts'
import { regionKeys, regionPrefixes } from './keys.ts'
import { readMailbox } from './mailboxes.ts'
import { readPreference, withPreference } from './preferences.ts'
import type { RegionVersions } from './region-versions.ts'
import { latest, newest } from './revisions.ts'
import type { Table } from './table.ts'

/** Without sign-ins, which change all the time. */
export function directoryOf(
  table: Table,
  versions: RegionVersions,
  region: string,
  seen?: Seen,
): Promise<RegionFacts | undefined> {
  return versions.remembered(region, 'directory', () => readDirectory(table, region), seen)
}

/** The same where it is in memory and holds; it is not read for this. */
export function keptDirectory(versions: RegionVersions, region: string, seen: Seen): Promise<RegionFacts | undefined> {
  return versions.kept<RegionFacts>(region, 'directory', seen)
}

async function readDirectory(table: Table, region: string): Promise<RegionFacts | undefined> {
  const [settings, items] = await Promise.all([
    latest(table, region, regionKeys.settings(), regionSettingsSchema),
    table.queryAll(regionKeys.partition(region), { below: regionKeys.endOfDirectory }),
  ])
  if (!settings) return undefined
  const all = <T>(prefix: string, schema: z.ZodType<T>): T[] =>
    newest(items.filter(({ sk }) => sk.startsWith(prefix))).map((item) => readFact(schema, item))
  const earlier = <T>(prefix: string, schema: z.ZodType<T>): T[] => {
    const every = items.filter(({ sk }) => sk.startsWith(prefix))
    const last = new Set(newest(every))
    return every.filter((item) => !last.has(item)).map((item) => readFact(schema, item))
  }
  const preferences = new Map(
    items
      .filter(({ sk }) => sk.startsWith(regionPrefixes.preferences))
      .map((item) => [String(item.personId), readPreference(item)]),
  )
  const people = all(regionPrefixes.people, personSchema).map((each) => withPreference(each, preferences.get(each.id)))
  const emails = new Map(people.map(({ id, email }) => [id, email]))
  const mailboxes: Mailbox[] = items
    .filter(({ sk }) => sk.startsWith(regionPrefixes.mailboxes))
    .flatMap((item) => readMailbox(item) ?? [])
  const before = {
    calendars: earlier(regionPrefixes.calendar, calendarSchema),
    agencies: earlier(regionPrefixes.agencies, agencySchema),
  }
  const checks = all(regionPrefixes.checks, formChecksSchema)
  return {
    settings,
    ...(checks.length > 0 && { checks }),
    ...(before.calendars.length + before.agencies.length > 0 && { earlier: before }),
    agencies: all(regionPrefixes.agencies, agencySchema),
    people,
    // Without a calendar every day but the weekend is a working day.
    calendar: all(regionPrefixes.calendar, calendarSchema).at(-1) ?? { at: settings.at, by: settings.by, holidays: [] },
    mailboxes: mailboxes.filter(({ personId, email }) => emails.get(personId) === email),
  }
}

export async function readReferences(table: Table, region: string): Promise<ReferenceLists> {
  const lists = await table.queryAll(regionKeys.partition(region), { prefix: regionPrefixes.references })
  const current = newest(lists).map((item) => readFact(referenceListSchema, item))
  return Object.fromEntries(current.map((list) => [list.id, list.entries]))
}
