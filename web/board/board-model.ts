/**
 * How the board is laid out: who holds the city up stands first (kecamatan, then other agencies, each as the server ranks
 * them), then who sent with gaps and who is done; and which dates most agencies share, so that only exceptions repeat theirs.
 */
import { lacksIn } from '../../functions/rules/staffing.ts'
import type { Board, BoardRow } from '../api/board.ts'
import type { AgencyDates, FormSummary, RoundView } from '../api/rounds.ts'

export type SectionKind = 'kecamatan' | 'others' | 'gaps' | 'done'
export type BoardSection = { readonly kind: SectionKind; readonly rows: readonly BoardRow[] }

type Ranked = { readonly agencies: readonly BoardRow[]; readonly blockers: readonly string[] }

/** Sections without rows are left out. */
export function sectionsOf({ agencies, blockers }: Ranked): BoardSection[] {
  const rows = new Map(agencies.map((row) => [row.agency.id, row]))
  const waitedFor = new Set(blockers)
  const owing = blockers.flatMap((id) => rows.get(id) ?? [])
  const answered = agencies.filter(({ agency }) => !waitedFor.has(agency.id))
  const sections: BoardSection[] = [
    { kind: 'kecamatan', rows: owing.filter(({ agency }) => agency.kind === 'kecamatan') },
    { kind: 'others', rows: owing.filter(({ agency }) => agency.kind !== 'kecamatan') },
    { kind: 'gaps', rows: answered.filter(({ complete }) => !complete) },
    { kind: 'done', rows: answered.filter(({ complete }) => complete) },
  ]
  return sections.filter((section) => section.rows.length > 0)
}

/** The forms of the round in its order. */
export function formsOf({ forms }: Pick<Board, 'forms'>): readonly FormSummary[] {
  return forms.map(({ form }) => form)
}

/** The dates that most agencies have, and how many. The first of equals wins. */
export function commonDates({ dates }: Pick<RoundView, 'dates'>): { dates: AgencyDates; agencies: number } | undefined {
  return common(dates)
}

const common = once((dates: RoundView['dates']) => {
  const groups = new Map<string, { dates: AgencyDates; agencies: number }>()
  for (const each of dates) {
    const key = `${each.targetAt}|${each.closesAt}`
    const group = groups.get(key) ?? { dates: each, agencies: 0 }
    group.agencies += 1
    groups.set(key, group)
  }
  return [...groups.values()].sort((a, b) => b.agencies - a.agencies)[0]
})

const datesByAgency = once((dates: RoundView['dates']) => new Map(dates.map((each) => [each.agencyId, each])))

/** The agency's dates. */
export function datesOf({ dates }: Pick<RoundView, 'dates'>, agencyId: string): AgencyDates | undefined {
  return datesByAgency(dates).get(agencyId)
}

const unstaffed = once(
  (view: Pick<RoundView, 'agencies' | 'people'>) =>
    new Set(lacksIn(view).flatMap(({ lacks, agencyId }) => (lacks === 'operator' ? [agencyId] : []))),
)

/** Nobody fills in its forms. */
export function lacksOperator(view: Pick<RoundView, 'agencies' | 'people'>, agencyId: string): boolean {
  return unstaffed(view).has(agencyId)
}

/** Each of a thousand rows asks. What came from the server is never changed in place. */
function once<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { value: Value }>()
  return (key) => {
    const found = known.get(key) ?? { value: compute(key) }
    known.set(key, found)
    return found.value
  }
}

/** The agency's dates where they differ from those that most have. */
export function ownDates(view: Pick<RoundView, 'dates'>, agencyId: string): AgencyDates | undefined {
  const common = commonDates(view)?.dates
  const own = datesOf(view, agencyId)
  if (own === undefined || common === undefined) return own
  return own.targetAt === common.targetAt && own.closesAt === common.closesAt ? undefined : own
}
