/** The coordinator's decisions about units and funds, remembered as lists of the region: what is decided once is not asked again. */
import type { ReferenceEntry } from '../../schema/form.ts'
import { firstFundRules, fundRulesList, ruleFor, type SipdFund } from '../../schema/sipd/fund-rules.ts'
import { nobody, ownerEntry, unitOwnersList } from '../../schema/sipd/unit-owners.ts'
import { Refused } from '../refusal.ts'
import { referenceLists } from '../region/reference-lists.ts'
import type { Regions } from '../region/regions.ts'

export type Matches = {
  /** `agencyId`: `-` where the unit takes no part. */
  readonly units: readonly { readonly code: string; readonly name: string; readonly agencyId: string }[]
  readonly funds: readonly (SipdFund & { readonly source: string })[]
}
type Input = { readonly region: string; readonly by: string; readonly matches: Matches }

/** Refuses with `not-found` where an agency or a source is none of the region's. */
export async function confirmMatches(now: Date, { regions }: { regions: Regions }, input: Input): Promise<void> {
  const { region, by, matches } = input
  const [facts, references] = await Promise.all([regions.load(region), regions.references(region)])
  if (facts === undefined) throw new Refused({ code: 'not-found', what: 'region' })
  const agencies = new Set([nobody, ...facts.agencies.map(({ id }) => id)])
  const sources = new Set((references['sumber-dana'] ?? []).map(({ value }) => value))
  if (matches.units.some(({ agencyId }) => !agencies.has(agencyId)))
    throw new Refused({ code: 'not-found', what: 'agency' })
  if (matches.funds.some(({ source }) => !sources.has(source)))
    throw new Refused({ code: 'not-found', what: 'reference' })
  const save = (id: string, entries: readonly ReferenceEntry[]) => {
    const title = referenceLists.find((list) => list.id === id)?.title ?? { id, en: id }
    return regions.reviseReference(region, { id, title, entries: [...entries], at: now.toISOString(), by })
  }
  if (matches.units.length > 0) {
    const own = matches.units.map((unit) => ownerEntry(unit, unit.agencyId))
    await save(unitOwnersList, merged(references[unitOwnersList] ?? [], own))
  }
  if (matches.funds.length > 0) {
    const rules = references[fundRulesList] ?? []
    const own = matches.funds.map((fund) => ruleFor(fund, fund.source))
    const kept = rules.length === 0 ? firstFundRules : rules
    await save(fundRulesList, [...own, ...kept.filter(({ value }) => !own.some((each) => each.value === value))])
  }
}

function merged(known: readonly ReferenceEntry[], own: readonly ReferenceEntry[]): ReferenceEntry[] {
  const entries = new Map(known.map((entry) => [entry.value, entry]))
  for (const entry of own) entries.set(entry.value, entry)
  return [...entries.values()]
}
