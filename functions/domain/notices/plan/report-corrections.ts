/**
 * Corrections: a decision that moves a final date after a report went out, final or provisional, makes that report wrong. Whoever
 * gets reports is told at once what changed and when the final report comes; a report itself is never written twice for one slot.
 * A closing needs none: the report that follows it is right again. The facts say whether a report went before, not the ledger.
 */
import type { Person } from '../../../schema/region.ts'
import type { Window } from '../../../schema/round.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { agenciesIn, windowSegments } from '../../round/windows.ts'
import { type DigestSlot, getsDigest, isReportKind, type ReportKind } from './digest-slots.ts'
import type { Situation } from './situation.ts'

export type ReportSlot = DigestSlot & { kind: ReportKind }
export type Correction = {
  window: Window & { kind: Exclude<Window['kind'], 'close'> }
  /** The last report before the decision. */
  report: ReportSlot
  /** Of those whom the decision concerns: whose final date it moved and still sets, and who may write under it. */
  agencyIds: readonly string[]
}

/** What the window's decision corrects for this person; `undefined` = nothing, or nothing any more. */
export function correctionBy(
  situation: Situation,
  facts: RoundFacts,
  person: Person,
  number: number,
): Correction | undefined {
  const window = facts.windows.find((each) => each.number === number)
  if (window === undefined || !movesDates(window) || !getsDigest(person, 'closing-report')) return undefined
  const decidedAt = new Date(window.at)
  const report = reportsOf(situation, facts, person)
    .filter(({ at }) => at <= decidedAt)
    .at(-1)
  if (report === undefined) return undefined
  const agencyIds = concernedBy(situation, facts, window)
  return agencyIds.length === 0 ? undefined : { window, report, agencyIds }
}

function movesDates(window: Window): window is Correction['window'] {
  return window.kind !== 'close'
}

/** The person's reports over the round's history and future, ascending. */
export function reportsOf(situation: Situation, facts: RoundFacts, person: Person): readonly ReportSlot[] {
  return situation.digests(facts, person).filter((slot): slot is ReportSlot => isReportKind(slot.kind))
}

function concernedBy({ region }: Situation, facts: RoundFacts, { number, at }: Window): string[] {
  return agenciesIn(facts).filter((agencyId) => {
    const [before, after] = windowSegments(facts, region.settings.zone, agencyId).slice(-2)
    if (before === undefined || after?.number !== number) return false
    const { closesAt } = after.dates
    return closesAt > new Date(at) && closesAt.getTime() !== before.dates.closesAt.getTime()
  })
}
