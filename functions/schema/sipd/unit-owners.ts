/**
 * Whose a unit of SIPD is. An agency has whole SKPD (codes that end in `.0000`) or single units: a puskesmas, a Bagian of Setda, a
 * kelurahan. The longest match wins. The coordinator confirms it once; it is a list of the region.
 */
import type { ReferenceEntry, ReferenceLists } from '../form.ts'
import type { SipdUnit } from './budget.ts'
import { plainName } from './plain-name.ts'

export const unitOwnersList = 'unit-sipd'
/** In place of an agency: the unit takes no part. */
export const nobody = '-'

/** What a unit is known by; a re-typed file names its units only. */
export function unitKey({ code, name }: Pick<SipdUnit, 'code' | 'name'>): string {
  return code || plainName(name)
}

/** By the code of each unit or SKPD. */
export function ownersIn(references: ReferenceLists): ReadonlyMap<string, string> {
  return new Map((references[unitOwnersList] ?? []).map(({ value, facts }) => [value, facts?.perangkatDaerah ?? '']))
}

/** The agency's id, `nobody`, or undefined where nothing was decided. */
export function ownerOf(unit: SipdUnit, owners: ReadonlyMap<string, string>): string | undefined {
  return owners.get(unitKey(unit)) ?? owners.get(unit.skpdCode) ?? undefined
}

export function ownerEntry(unit: Pick<SipdUnit, 'code' | 'name'>, agencyId: string): ReferenceEntry {
  return { value: unitKey(unit), label: { id: unit.name, en: unit.name }, facts: { perangkatDaerah: agencyId } }
}
