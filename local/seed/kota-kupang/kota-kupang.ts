/**
 * Kota Kupang and its round as facts of the region, all written by one stamp. What each of them is based on stands in its file.
 */
import type { ReferenceLists } from '../../../functions/schema/form.ts'
import type {
  Agency,
  Calendar,
  Person,
  ReferenceList,
  RegionSettings,
  Stamp,
} from '../../../functions/schema/region.ts'
import type { Round } from '../../../functions/schema/round.ts'
import { knownHolidays } from '../../../ops/national/holidays.ts'
import { peopleOf } from '../people-of.ts'
import { agencies, bappeda, kecamatan, opd } from './agencies.ts'
import { references } from './references.ts'
import { round } from './round.ts'
import { settings } from './settings.ts'

export type RegionSeed = {
  readonly settings: RegionSettings
  readonly agencies: readonly Agency[]
  readonly people: readonly Person[]
  readonly calendar: Calendar
  readonly references: readonly ReferenceList[]
  readonly round: Round
}

/** Without a round: its coordinator has not begun. */
export type EmptySeed = Omit<RegionSeed, 'round'>

/** The whole seed, stamped. */
export function kotaKupang(stamp: Stamp): RegionSeed {
  return {
    settings: { ...settings, ...stamp },
    agencies: agencies.map((agency) => ({ ...agency, ...stamp })),
    people: peopleOf([...opd, ...kecamatan], settings.name.id, bappeda.phone ?? '').map((person) => ({
      ...person,
      ...stamp,
    })),
    calendar: { holidays: [...knownHolidays], ...stamp },
    references: references.map((list) => ({ ...list, ...stamp })),
    round: { ...round, ...stamp },
  }
}

/** The reference lists as the answers engine takes them. */
export const referenceLists: ReferenceLists = Object.fromEntries(references.map(({ id, entries }) => [id, entries]))

/** What a list is called; the same in every region. */
export function titleOf(id: string): ReferenceList['title'] {
  return references.find((list) => list.id === id)?.title ?? { id, en: id }
}
