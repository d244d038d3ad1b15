/**
 * Reminders of a round that fell due while the schedule did not run, and whose time was over when it did: no notice tells of them, so
 * they are found again by asking the planner about each moment. Nobody is named who came, or was changed, after it; and heads are not, for
 * whom it depends on who the operators were.
 */
import { factsAsOf } from '../../round/facts-as-of.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import type { Untold } from '../ledger/untold.ts'
import { notYetIn } from '../plan/nid.ts'
import { recipientOf } from '../plan/recipients.ts'
import { type Situation, situationOf } from '../plan/situation.ts'
import type { Composing } from '../write/composing.ts'
import { reminder } from './reminder.ts'

/** Without the ledger nothing is said. */
export function unplannedReminders({ now, situation, state }: Composing, { round }: RoundFacts): Untold[] {
  if (state.inLedger === undefined) return []
  const situations = new Map<string, Situation>()
  const at = (dueAt: string): Situation => {
    const moment = new Date(dueAt)
    const rounds = state.rounds.map((facts) => factsAsOf(moment, facts))
    const then = situations.get(dueAt) ?? situationOf(moment, { region: state.region, rounds })
    situations.set(dueAt, then)
    return then
  }
  return notYetIn(state.inLedger, reminder.candidates(situation))
    .filter(({ dueAt }) => new Date(dueAt) < now)
    .flatMap((notice) => {
      const person = recipientOf(state.region, notice.recipientId)
      if (person?.role !== 'operator' || person.at > notice.dueAt) return []
      const about = { situation: at(notice.dueAt), person, notice }
      const triggers = reminder.holds(about) ? (reminder.speaksOf?.(about).triggers ?? []) : []
      const isOfRound = triggers.some(({ facts }) => facts.round.id === round.id)
      return isOfRound ? { kind: notice.kind, recipientId: notice.recipientId, dueAt: notice.dueAt } : []
    })
}
