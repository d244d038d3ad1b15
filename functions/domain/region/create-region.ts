/**
 * Makes a region: calendar, agencies and lists first, its settings last, for they are the sign that it is whole. Cut off, it is
 * made again by the same call; a region that stands is left as it is, so nothing that its coordinator changed comes back.
 */
import type { ReferenceEntry } from '../../schema/form.ts'
import { regionIdSchema } from '../../schema/ids.ts'
import type { Agency, Holiday, RegionSettings, Unstamped } from '../../schema/region.ts'
import type { SettingError } from '../refusal.ts'
import { errorIf, refuseIfAny, required, wordingRequired } from '../typed-settings.ts'
import { agencyErrors, calendarErrors, isAddress } from './check-directory.ts'
import { referenceLists } from './reference-lists.ts'
import type { Regions } from './regions.ts'
import { isReserved } from './reserved.ts'

export type NewRegion = {
  settings: Pick<Unstamped<RegionSettings>, 'region' | 'name' | 'zone' | 'zoneName' | 'replyTo' | 'helpPhone'>
  agencies: readonly Unstamped<Agency>[]
  holidays: readonly Holiday[]
  /** By the id of a list that the product knows. */
  references: Readonly<Record<string, readonly ReferenceEntry[]>>
}
export type CreateRegion = { by: string; content: NewRegion; dryRun: boolean }

/** `created: false` with `stands: true`: it was there before. With neither it would be made (a dry run). */
export type RegionCreation = {
  region: string
  stands: boolean
  created: boolean
  agencies: number
  holidays: number
  lists: Record<string, number>
}

/** Refusals: `settings-invalid`. */
export async function createRegion(
  now: Date,
  { regions }: { regions: Regions },
  { by, content, dryRun }: CreateRegion,
): Promise<RegionCreation> {
  refuseIfAny(errorsOf(content))
  const { settings, agencies, holidays, references } = content
  const { region } = settings
  const stands = (await regions.list()).includes(region)
  const lists = Object.entries(references).filter(([, entries]) => entries.length > 0)
  if (!stands && !dryRun) {
    const stamp = { at: now.toISOString(), by }
    await regions.reviseCalendar(region, { holidays: [...holidays], ...stamp })
    for (const agency of agencies) await regions.reviseAgency(region, { ...agency, ...stamp })
    for (const [id, entries] of lists) {
      const { title } = referenceLists.find((list) => list.id === id) ?? { title: { id, en: id } }
      await regions.reviseReference(region, { id, title, entries: [...entries], ...stamp })
    }
    await regions.reviseSettings({ ...settings, ...stamp })
  }
  return {
    region,
    stands,
    created: !stands && !dryRun,
    agencies: agencies.length,
    holidays: holidays.length,
    lists: Object.fromEntries(lists.map(([id, entries]) => [id, entries.length])),
  }
}

function errorsOf({ settings, agencies, holidays, references }: NewRegion): SettingError[] {
  const ids = agencies.map(({ id }) => id)
  return [
    ...errorIf(!regionIdSchema.safeParse(settings.region).success, '/settings/region', 'id-shape'),
    ...errorIf(isReserved(settings.region), '/settings/region', 'id-taken', settings.region),
    ...wordingRequired(settings.name, '/settings/name'),
    ...errorIf(!isZone(settings.zone), '/settings/zone', 'required', settings.zone),
    ...required(settings.zoneName, '/settings/zoneName'),
    ...errorIf(!isAddress(settings.replyTo), '/settings/replyTo', 'not-an-address'),
    ...required(settings.helpPhone, '/settings/helpPhone'),
    ...agencies.flatMap((agency, index) => [
      ...agencyErrors(agency).map(({ pointer, ...error }) => ({ ...error, pointer: `/agencies/${index}${pointer}` })),
      ...errorIf(ids.indexOf(agency.id) < index, `/agencies/${index}/id`, 'id-taken', agency.id),
    ]),
    ...calendarErrors({ holidays: [...holidays] }),
    ...Object.keys(references).flatMap((id) =>
      errorIf(!referenceLists.some((list) => list.id === id), `/references/${id}`, 'required', id),
    ),
  ]
}

function isZone(zone: string): boolean {
  try {
    return zone.includes('/') && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}
