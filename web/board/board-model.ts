/**
 * How the board is laid out: who holds the city up stands first (kecamatan, then other agencies, each as the server ranks
 * them), then who sent with gaps and who is done; and which dates most agencies share, so that only exceptions repeat theirs.
 */
import type { Board, BoardRow } from '../api/board.ts'
import type { AgencyDates, FormSummary, RoundView } from '../api/rounds.ts'

export type SectionKind = 'kecamatan' | 'others' | 'gaps' | 'done'
export type BoardSection = { readonly kind: SectionKind; readonly rows: readonly BoardRow[] }

type Ranked = { readonly agencies: readonly BoardRow[]; readonly blockers: readonly string[] }

/** Sections without rows are left out. */
export function sectionsOf({ agencies, blockers }: Ranked): BoardSection[] {
  const owing = blockers.flatMap((id) => agencies.find(({ agency }) => agency.id === id) ?? [])
  const answered = agencies.filter(({ agency }) => !blockers.includes(agency.id))
  const sections: BoardSection[] = [
    { kind: 'kecamatan', rows: owing.filter(({ agency }) => agency.kind === 'kecamatan') },
    { kind: 'others', rows: owing.filter(({ agency }) => agency.kind !== 'kecamatan') },
    { kind: 'gaps', rows: answered.filter(({ complete }) => !complete) },
    { kind: 'done', rows: answered.filter(({ complete }) => complete) },
  ]
  return sections.filter(({ rows }) => rows.length > 0)
}

/** The forms of the round in its order. */
export function formsOf({ forms }: Pick<Board, 'forms'>): readonly FormSummary[] {
  return forms.map(({ form }) => form)
}

/** The dates that most agencies have, and how many. The first of equals wins. */
export function commonDates({ dates }: Pick<RoundView, 'dates'>): { dates: AgencyDates; agencies: number } | undefined {
  const groups = new Map<string, { dates: AgencyDates; agencies: number }>()
  for (const each of dates) {
    const key = `${each.targetAt}|${each.closesAt}`
    const group = groups.get(key) ?? { dates: each, agencies: 0 }
    group.agencies += 1
    groups.set(key, group)
  }
  return [...groups.values()].sort((a, b) => b.agencies - a.agencies)[0]
}

/** The agency's dates where they differ from those that most have. */
export function ownDates(view: Pick<RoundView, 'dates'>, agencyId: string): AgencyDates | undefined {
  const common = commonDates(view)?.dates
  const own = view.dates.find((each) => each.agencyId === agencyId)
  if (own === undefined || common === undefined) return own
  return own.targetAt === common.targetAt && own.closesAt === common.closesAt ? undefined : own
}
