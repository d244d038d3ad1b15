/**
 * Where a round stands for somebody: not yet opened, to be worked on, or over. A round that is being prepared must not come
 * before the one that is running, nor hide it; corrections of returned work keep a round open for whoever makes them.
 */

import { compareTitles } from '../../rules/natural-order.ts'
import type { LocalDate } from '../../schema/ids.ts'
import type { Wording } from '../../schema/wording.ts'
import { closingOf } from './may-write.ts'
import type { RoundDecisions } from './rounds.ts'
import { firstDates, isDraft } from './windows.ts'

export type RoundStage = 'draft' | 'upcoming' | 'open' | 'closed'

/** `concerns`: the agencies that the reader may see. */
export function stageOf(
  now: Date,
  facts: RoundDecisions,
  zone: string,
  concerns: (agencyId: string) => boolean,
): RoundStage {
  if (isDraft(facts)) return 'draft'
  if (now < firstDates(facts, zone).opensAt) return 'upcoming'
  const open = facts.round.assignments.some(
    ({ agencyId, formId }) => concerns(agencyId) && now < closingOf(facts, zone, agencyId, formId).closesAt,
  )
  return open ? 'open' : 'closed'
}

/** The last day on which anything can still come from those agencies, after extensions and with corrections of returned work. */
export function lastClosesOn(facts: RoundDecisions, zone: string, concerns: (agencyId: string) => boolean): LocalDate {
  const dates = facts.round.assignments
    .filter(({ agencyId }) => concerns(agencyId))
    .map(({ agencyId, formId }) => closingOf(facts, zone, agencyId, formId).closesOn)
    .sort()
  return dates.at(-1) ?? facts.round.closesOn
}

type Staged = { readonly stage: RoundStage; readonly round: { readonly opensOn: string; readonly title: Wording } }

/** Opened rounds, the newest first; then those to come and drafts, the next one first. Of one day, by title. */
export function byStage(a: Staged, b: Staged): number {
  const isToCome = ({ stage }: Staged) => stage === 'upcoming' || stage === 'draft'
  const upcoming = Number(isToCome(a)) - Number(isToCome(b))
  const dates = a.round.opensOn.localeCompare(b.round.opensOn)
  return upcoming || (isToCome(a) ? dates : -dates) || compareTitles(a.round.title.id, b.round.title.id)
}
