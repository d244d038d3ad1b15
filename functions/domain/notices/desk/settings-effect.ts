/**
 * What a change of settings would do to the mails, before it is saved: a round's plan, the calendar, an agency's working week. The settings are
 * put into the facts as if they had been saved, and the planner is asked before and after: there is no second way to compute. Told in a
 * few lines: what happens to which step at which hour, on which days, for whom.
 */
import { isSameDay, localTimeOf } from '../../../rules/wall-clock.ts'
import type { NoticeKind } from '../../../schema/notice.ts'
import type { Agency, Calendar } from '../../../schema/region.ts'
import type { RoundPlan } from '../../../schema/round-plan.ts'
import { Refused } from '../../refusal.ts'
import type { RegionState } from '../../round/rounds.ts'
import { candidatesOf, holdsIn } from '../kinds/kinds.ts'
import type { AlertStep } from '../plan/alert-steps.ts'
import { type LeftOut, leftOutOf } from '../plan/left-out.ts'
import { nidOf } from '../plan/nid.ts'
import { mostUrgent } from '../plan/reminder-series.ts'
import { situationOf } from '../plan/situation.ts'
import { upcomingNotices } from './upcoming.ts'
import { explained, stateAsOf } from './what-if.ts'

/** Settings that have not been saved. */
export type SupposedSettings =
  | { holidays: Calendar['holidays'] }
  | { agencyId: string; workingWeek: Agency['workingWeek'] }
  | { round: string; plan: RoundPlan }

/**
 * `moved`: to another hour of its day. `changed`: comes as another step. `left-out`: a step of today whose new hour is past, so that it is not
 * sent. `was-sent`: went today already and does not come again at its new hour.
 */
export type Effect = 'added' | 'moved' | 'changed' | 'removed' | 'left-out' | 'was-sent'
type Change = {
  effect: Effect
  kind: NoticeKind
  step: AlertStep | null
  dueAt: string
  from: string | null
  recipientId: string
}

/** `at`: its instants, ascending, all at one hour of the day. `from`: `HH:MM` of the region, where it moves. `people`: whom it concerns on any of them. */
export type EffectLine = Pick<Change, 'effect' | 'kind' | 'step' | 'from'> & { at: string[]; people: string[] }

/** Of mails to come, and of today's steps. Oldest first; none: no mail changes. Refuses with `not-found`. */
export function settingsEffect(now: Date, state: RegionState, supposed: SupposedSettings): EffectLine[] {
  const after = suppose(now, state, supposed)
  const round = 'round' in supposed ? supposed.round : undefined
  const mailsOf = (each: RegionState) =>
    new Map(explained(upcomingNotices(now, each, round)).map((mail) => [mail.nid, mail]))
  const [old, next] = [mailsOf(state), mailsOf(after)]
  const missed = newlyMissed(now, state, after)
  const missedSteps = new Set(missed.map(({ step }) => nidOf(step)))
  const changes: Change[] = [
    ...sentToday(now, state, after),
    ...missed.map(({ notice, triggers }) => changeOf('left-out', { ...notice, step: mostUrgent(triggers) ?? null })),
    ...[...next.values()].flatMap((mail) => {
      const before = old.get(mail.nid)
      if (before === undefined) return changeOf('added', mail)
      if (before.dueAt !== mail.dueAt) return changeOf('moved', mail, before.dueAt)
      return before.step === mail.step ? [] : changeOf('changed', mail)
    }),
    ...[...old.values()]
      .filter(({ nid }) => !next.has(nid) && !missedSteps.has(nid))
      .map((mail) => changeOf('removed', mail)),
  ]
  return linesOf(changes, state.region.settings.zone)
}

function changeOf(effect: Effect, mail: Omit<Change, 'effect' | 'from'>, from: string | null = null): Change {
  const { kind, step, dueAt, recipientId } = mail
  return { effect, kind, step, dueAt, recipientId, from }
}

function suppose(now: Date, state: RegionState, supposed: SupposedSettings): RegionState {
  const { region, rounds } = state
  const { calendars = [], agencies = [] } = region.earlier ?? {}
  // What falls due at the very moment is no mail to come; settings are saved after it.
  const at = new Date(now.getTime() + 1).toISOString()
  if ('holidays' in supposed) {
    const calendar = { ...region.calendar, holidays: supposed.holidays, at }
    return {
      rounds,
      region: { ...region, calendar, earlier: { agencies, calendars: [...calendars, region.calendar] } },
    }
  }
  if ('agencyId' in supposed) {
    const { agencyId, workingWeek } = supposed
    const known = region.agencies.find(({ id }) => id === agencyId)
    if (known === undefined) throw new Refused({ code: 'not-found', what: 'agency' })
    const all = region.agencies.map((each) => (each === known ? { ...each, workingWeek, at } : each))
    return { rounds, region: { ...region, agencies: all, earlier: { calendars, agencies: [...agencies, known] } } }
  }
  const revised = rounds.map((facts) => {
    if (facts.round.id !== supposed.round) return facts
    const round = { ...facts.round, ...supposed.plan, revision: facts.round.revision + 1, at }
    return { ...facts, earlier: [...(facts.earlier ?? []), facts.round], round }
  })
  return { region, rounds: revised }
}

/** Steps of today that the change leaves out. */
function newlyMissed(now: Date, before: RegionState, after: RegionState): LeftOut[] {
  const then = new Date(now.getTime() + 1)
  const known = new Set(leftOutOf(situationOf(now, before)).map(({ notice }) => notice.nid))
  return leftOutOf(situationOf(then, after)).filter(({ notice }) => !known.has(notice.nid))
}

/** Steps that went today and that the change puts at another hour of today. */
function sentToday(now: Date, before: RegionState, after: RegionState): Change[] {
  const { zone } = before.region.settings
  const sent = candidatesOf(situationOf(now, before))
    .filter(({ dueAt }) => new Date(dueAt) <= now && isSameDay(new Date(dueAt), now, zone))
    .map((mail) => ({ mail, situation: situationOf(new Date(mail.dueAt), stateAsOf(new Date(mail.dueAt), before)) }))
    .filter(({ mail, situation }) => holdsIn(situation, mail))
  if (sent.length === 0) return []
  const [was, is] = [hoursIn(now, before), hoursIn(now, after)]
  const moved = sent.filter(({ mail: { nid } }) => is.has(nid) && is.get(nid) !== was.get(nid))
  return explained(moved).map((mail) => changeOf('was-sent', mail))
}

/** When each mail would be due if the settings in force had always been. */
function hoursIn(now: Date, { region, rounds }: RegionState): Map<string, string> {
  const { earlier: _, ...place } = region
  const state = { region: place, rounds: rounds.map((facts) => ({ ...facts, earlier: [] })) }
  return new Map(candidatesOf(situationOf(now, state)).map(({ nid, dueAt }) => [nid, dueAt]))
}

/** What happens alike at one hour of several days is one line. */
function linesOf(changes: readonly Change[], zone: string): EffectLine[] {
  const clock = (instant: string | null) => (instant === null ? null : localTimeOf(new Date(instant), zone))
  const alike = Map.groupBy(changes, ({ effect, kind, step, dueAt, from }) =>
    [effect, kind, step, clock(from), clock(dueAt)].join('|'),
  )
  const lines = [...alike.values()].flatMap((all): EffectLine[] => {
    const [first] = all
    if (first === undefined) return []
    const at = [...new Set(all.map(({ dueAt }) => dueAt))].toSorted()
    const people = [...new Set(all.map(({ recipientId }) => recipientId))]
    const { effect, kind, step } = first
    return [{ effect, kind, step, from: clock(first.from), at, people }]
  })
  return lines.toSorted((a, b) => ((a.at[0] ?? '') < (b.at[0] ?? '') ? -1 : 1))
}
