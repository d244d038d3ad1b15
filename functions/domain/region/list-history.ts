/** What each revision of a reference list did to its entries. */
import type { ReferenceEntry } from '../../schema/form.ts'
import type { ReferenceList, Stamp } from '../../schema/region.ts'
import { canonicalJson } from '../canonical-json.ts'
import type { Revision } from './regions.ts'

export type ListRevision = Stamp & {
  readonly revision: number
  /** How many it has since then. */
  readonly entries: number
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/** In the order given, which is the oldest first. An entry is known by its code. */
export function tellListHistory(history: readonly Revision<ReferenceList>[]): ListRevision[] {
  return history.map(({ revision, fact }, index) => {
    const before = byCode(history[index - 1]?.fact.entries ?? [])
    const after = byCode(fact.entries)
    const kept = [...after].filter(([code]) => before.has(code))
    return {
      revision,
      at: fact.at,
      by: fact.by,
      entries: after.size,
      added: after.size - kept.length,
      changed: kept.filter(([code, content]) => before.get(code) !== content).length,
      removed: before.size - kept.length,
    }
  })
}

function byCode(entries: readonly ReferenceEntry[]): ReadonlyMap<string, string> {
  return new Map(entries.map((entry) => [entry.value, canonicalJson(entry)]))
}
