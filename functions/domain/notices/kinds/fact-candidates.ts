/**
 * Candidates that facts cause: a receipt a revision, a mail a decision, a mail a window, and thanks when all is accepted.
 * Their slots are the facts' own numbers. Receipts and acceptances stay useful for three days, returned work until its own
 * last day (at least seven days when it has none), news of a window until it closes, at most seven days.
 */
import type { Person } from '../../../schema/region.ts'
import type { Assignment, Review, Submission, Window } from '../../../schema/round.ts'
import { isComplete } from '../../round/assignments.ts'
import { latestReview, latestSubmission } from '../../round/may-write.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { agenciesIn, windowsOf } from '../../round/windows.ts'
import { addWorkingDays, isWorkingDay } from '../../time/working-days.ts'
import { endOfDay, instantOf, localDateOf } from '../../time/zone.ts'
import { type Candidate, candidate, factSlot } from '../plan/nid.ts'
import { agenciesOf, agencyOf, agencyPeople, personOf, roundPeople } from '../plan/recipients.ts'
import type { Situation } from '../plan/situation.ts'
import { extensionCandidates } from './extension-news.ts'
import { inRound } from './series-candidates.ts'

const dayMs = 86_400_000

/** Everything that the facts of the rounds in view cause. */
export function factCandidates(situation: Situation): Candidate[] {
  return situation.rounds.flatMap((facts) => [
    ...facts.submissions.flatMap((submission) => receipts(situation, facts, submission)),
    ...facts.reviews.flatMap((review) => decisions(situation, facts, review)),
    ...facts.windows.flatMap((window) => windowNews(situation, facts, window)),
    ...extensionCandidates(situation, facts),
    ...thanks(situation, facts),
  ])
}

/** To the agency's operators, and to the one who sent it. */
function receipts(situation: Situation, facts: RoundFacts, submission: Submission): Candidate[] {
  const { agencyId, formId, revision, at, by } = submission
  const sender = personOf(situation.region, by)
  const operators = agencyPeople(situation.region, agencyId).filter(({ role }) => role === 'operator')
  const people = new Set(sender === undefined || sender.disabled ? operators : [...operators, sender])
  return [...people].map((person) =>
    candidate(
      { ...inRound(situation, facts, person), kind: 'receipt', agencyId, formId, slot: factSlot(revision) },
      { dueAt: new Date(at), expiresAt: after(at, 3) },
      `submission ${agencyId} ${formId} revision ${revision}`,
    ),
  )
}

/** Returned work goes to the operators and to the head, who answers for it; an acceptance to the operators. */
function decisions(situation: Situation, facts: RoundFacts, review: Review): Candidate[] {
  const { agencyId, formId, revision, number, at, dueOn } = review
  const returned = review.decision !== 'accept'
  const people = agencyPeople(situation.region, agencyId).filter(({ role }) => returned || role === 'operator')
  const dueAt = dueOn === undefined ? undefined : endOfDay(dueOn, situation.region.settings.zone)
  const returnedUntil = dueAt !== undefined && dueAt > new Date(at) ? dueAt : after(at, 7)
  return people.map((person) =>
    candidate(
      {
        ...inRound(situation, facts, person),
        kind: returned ? 'returned' : 'accepted',
        agencyId,
        formId,
        slot: factSlot(revision, number),
      },
      { dueAt: new Date(at), expiresAt: returned ? returnedUntil : after(at, 3) },
      `review ${review.decision} of ${agencyId} ${formId} revision ${revision}`,
    ),
  )
}

function windowNews(situation: Situation, facts: RoundFacts, window: Window): Candidate[] {
  const closesAt = window.closesOn && endOfDay(window.closesOn, situation.region.settings.zone)
  const week = after(window.at, 7)
  const expiresAt = closesAt && closesAt > new Date(window.at) && closesAt < week ? closesAt : week
  return roundPeople(situation.region, facts.round)
    .filter((person) => agenciesOf(person, facts.round).some((id) => concerns(window, id)))
    .map((person) =>
      candidate(
        { ...inRound(situation, facts, person), kind: 'window', slot: factSlot(window.number) },
        { dueAt: new Date(window.at), expiresAt },
        `window ${window.kind} ${factSlot(window.number)} of round ${facts.round.id}`,
      ),
    )
}

function concerns({ agencyIds }: Window, agencyId: string): boolean {
  return agencyIds === undefined || agencyIds.includes(agencyId)
}

/**
 * The recipient's agencies to be told about a window: those whose dates it still decides and who are not complete; the
 * others have nothing to do with it.
 */
export function toldOfWindow(
  situation: Situation,
  facts: RoundFacts,
  person: Person,
  number: number,
): readonly string[] {
  return agenciesOf(person, facts.round).filter(
    (agencyId) => windowsOf(facts, agencyId).at(-1)?.number === number && !isDone(cellsOf(situation, facts, agencyId)),
  )
}

/** Once, on the first working morning after the last of the agency's forms was accepted. */
function thanks(situation: Situation, facts: RoundFacts): Candidate[] {
  const { region } = situation
  return agenciesIn(facts).flatMap((agencyId) => {
    const acceptedAt = allAcceptedAt(situation, facts, agencyId)
    if (acceptedAt === undefined) return []
    const dueAt = nextMorning(acceptedAt, situation, facts, agencyId)
    return agencyPeople(region, agencyId).map((person) =>
      candidate(
        { ...inRound(situation, facts, person), kind: 'thanks', agencyId, slot: 'all-accepted' },
        { dueAt, expiresAt: after(dueAt.toISOString(), 7) },
        `all forms of ${agencyId} accepted`,
      ),
    )
  })
}

/** The instant of the last acceptance, once all forms of the agency are accepted. */
export function allAcceptedAt(situation: Situation, facts: RoundFacts, agencyId: string): Date | undefined {
  const cells = cellsOf(situation, facts, agencyId)
  if (cells.length === 0 || cells.some(({ status }) => status !== 'accepted')) return undefined
  const instants = cells.flatMap(({ formId }) => {
    const submission = latestSubmission(facts, agencyId, formId)
    return (submission && latestReview(facts, submission)?.at) ?? []
  })
  return new Date(instants.toSorted().at(-1) ?? facts.round.at)
}

function nextMorning(at: Date, { region }: Situation, { round }: RoundFacts, agencyId: string): Date {
  const { zone } = region.settings
  const week = agencyOf(region, agencyId)?.workingWeek ?? 5
  const today = localDateOf(at, zone)
  const morning = instantOf(today, round.alertPlan.morning, zone)
  if (at < morning && isWorkingDay(today, region.calendar, week)) return morning
  return instantOf(addWorkingDays(today, 1, region.calendar, week), round.alertPlan.morning, zone)
}

/** The agency's assignments in the round. */
export function cellsOf(situation: Situation, facts: RoundFacts, agencyId: string): readonly Assignment[] {
  return situation.assignments(facts).filter((cell) => cell.agencyId === agencyId)
}

/** Complete, or accepted as it is: nothing more is expected of the agency. */
export function isDone(cells: readonly Assignment[]): boolean {
  return cells.every((cell) => isComplete(cell) || cell.status === 'accepted')
}

function after(at: string, days: number): Date {
  return new Date(Date.parse(at) + days * dayMs)
}
