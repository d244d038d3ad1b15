/**
 * All open work of the agencies that a step of the alert plan, or a coordinator by hand, reminds of. One mail covers all agencies,
 * forms and rounds of its recipient; the most urgent agency decides subject and headline.
 */

import { formatDayAndTime, formatDeadline } from '../../../rules/moments.ts'
import { compareTitles } from '../../../rules/natural-order.ts'
import { isSameDay, localDateOf } from '../../../rules/wall-clock.ts'
import { personOf } from '../../region/regions.ts'
import { datesFor, type RoundDates } from '../../round/windows.ts'
import { byUrgency } from '../plan/alert-steps.ts'
import { candidate, untilNext } from '../plan/nid.ts'
import {
  isByHand,
  keepsToOneADay,
  lastReminderBefore,
  nudgeAt,
  nudgeCandidates,
  reminderSlotOf,
} from '../plan/nudges.ts'
import { roundPeople } from '../plan/recipients.ts'
import { mostUrgent, openTriggers, openWork, type SeriesSlot, type Trigger } from '../plan/reminder-series.ts'
import { type Situation, wideScope } from '../plan/situation.ts'
import type { Composing } from '../write/composing.ts'
import type { AgencyBlock, ContentOf, ReminderStep } from '../write/content.ts'
import { ownChangesSince } from '../write/digest-changes.ts'
import { tasksUrl } from '../write/page-links.ts'
import { headlineOf, isReminderStep, stepOfDay, subjectOf } from '../write/reminder-words.ts'
import { officeOf, workDates } from '../write/work-lines.ts'
import type { About, MailKind } from './kind.ts'
import { blocksOf, usefulUntil, whyNotOwed } from './series.ts'

export const reminder: MailKind<'reminder'> = {
  needs: ['lists'],
  candidates: (situation) => [...stepCandidates(situation), ...nudgeCandidates(situation)],
  holds: (about) => triggersOf(about).length > 0 && keepsToOneADay(about.situation, about.person, about.notice.slot),
  whyNot: (about) => {
    if (triggersOf(about).length > 0) return 'reminded-today'
    return isByHand(about.notice.slot) ? 'nothing-left-to-do' : whyNotOwed(about, slotIn(about), 'closed')
  },
  content: contentOf,
  speaksOf: (about) => ({ triggers: triggersOf(about) }),
}

/** To everybody who serves an agency of a round in view. */
function stepCandidates(situation: Situation) {
  const people = new Map(
    situation.rounds.flatMap(({ round }) => roundPeople(situation.region, round)).map((person) => [person.id, person]),
  )
  const { region, zone } = situation.region.settings
  const own = { kind: 'reminder', region, scope: wideScope(situation) } as const
  return [...people.values()].flatMap((person) => {
    const slots = situation.reminders(person)
    return slots.map((slot, i) => {
      const next = slots[i + 1]?.at
      return candidate(
        { ...own, recipientId: person.id, slot: slot.key },
        { dueAt: slot.at, expiresAt: usefulUntil(slot, next && untilNext(slot.at, next, zone)) },
        `step ${mostUrgent(slot.triggers)} of round ${roundsOf(slot)}`,
      )
    })
  })
}

function roundsOf({ triggers }: SeriesSlot): string {
  return [...new Set(triggers.map(({ facts }) => facts.round.id))].join(', ')
}

function slotIn({ situation, person, notice }: About): SeriesSlot | undefined {
  return reminderSlotOf(situation, person, notice.slot)
}

function triggersOf(about: About): readonly Trigger[] {
  const slot = slotIn(about)
  return slot === undefined ? [] : openTriggers(about.situation, slot)
}

function contentOf(composing: Composing): ContentOf<'reminder'> | undefined {
  const { person, language } = composing
  const slot = slotIn(composing)
  const triggers = triggersOf(composing)
  const note = noteOf(composing)
  const urgent = slot && urgentOf(composing, slot, triggers)
  if (urgent === undefined) return undefined
  const { step, trigger } = urgent
  const { facts, agencyId } = trigger
  const blocks = blocksOf(composing, triggers)
  const dates = datesOf(composing, trigger)
  const subject = {
    step,
    now: composing.now,
    today: localDateOf(composing.now, composing.place.zone),
    dates,
    office: officeOf(composing, facts, agencyId),
    place: composing.place,
    ...counted(composing, blocks, { step, dates }),
  }
  return {
    kind: 'reminder',
    step,
    rounds: [...new Set(triggers.map((each) => each.facts.round.title[language]))].toSorted(compareTitles),
    person: person.name,
    headline: headlineOf(subject, language),
    subject: subjectOf(subject, language),
    ...(note === undefined ? {} : { note }),
    ...(step === 'overdue' ? sinceLast(composing, triggers) : {}),
    blocks,
    siteUrl: tasksUrl(composing),
  }
}

const mostChanges = 8

/** What happened at these agencies since the reminder before this one: a reminder that comes again and again says what is new. */
function sinceLast(
  composing: Composing,
  triggers: readonly Trigger[],
): Pick<ContentOf<'reminder'>, 'since'> | undefined {
  const { situation, person, place, language } = composing
  const at = slotIn(composing)?.at
  const last = at && lastReminderBefore(situation, person, { at, triggers })
  if (last === undefined) return undefined
  const rounds = new Set(triggers.map(({ facts }) => facts))
  const changes = [...rounds].flatMap((facts) => {
    const agencyIds = triggers.filter((each) => each.facts === facts).map(({ agencyId }) => agencyId)
    return ownChangesSince(composing, facts, { since: last, agencyIds })
  })
  const more = Math.max(0, changes.length - mostChanges)
  return { since: { at: formatDayAndTime(last, place, language), changes: changes.slice(0, mostChanges), more } }
}

/** Of how many forms the subject's date is the one to tell, and how many others the mail lists. */
function counted(
  { place, language }: Composing,
  blocks: readonly AgencyBlock[],
  { step, dates }: { step: ReminderStep; dates: RoundDates },
): { forms: number; others: number } {
  const isFinal = step === 'final-day' || step === 'last-working-day'
  const told = formatDeadline(isFinal ? dates.closesAt : dates.targetAt, place, language)
  const count = (of: readonly AgencyBlock[]) => of.reduce((sum, { forms }) => sum + forms.length, 0)
  const forms = count(blocks.filter(({ target, closes }) => (isFinal ? closes : target) === told))
  return { forms, others: count(blocks) - forms }
}

/** What the coordinator wrote into a reminder by hand. */
function noteOf({ situation, state, notice }: Composing): ContentOf<'reminder'>['note'] {
  const nudge = nudgeAt(situation, notice.slot)
  return nudge?.note === undefined
    ? undefined
    : { by: personOf(state.region, nudge.by)?.name ?? nudge.by, text: nudge.note }
}

function datesOf({ now, situation, place }: Composing, { facts, agencyId }: Trigger) {
  return workDates(now, datesFor(facts, place.zone, agencyId), openWork(situation, facts, agencyId))
}

/** On another day than the planned one, and in a reminder by hand, the step is that of the day on which the mail is written. */
function urgentOf(composing: Composing, slot: SeriesSlot, triggers: readonly Trigger[]) {
  const { now, situation, place } = composing
  const asPlanned = isSameDay(situation.now, slot.at, situation.region.settings.zone)
  const steps = triggers.flatMap((trigger) => {
    const { facts, agencyId } = trigger
    const dates = datesOf(composing, trigger)
    const today = stepOfDay(now, dates, officeOf(composing, facts, agencyId))
    const planned = trigger.slot.steps.filter(isReminderStep)
    // The plan's steps are about the window's dates, not about those of returned work.
    const isOwn = dates.targetOn !== datesFor(facts, place.zone, agencyId).targetOn
    return (asPlanned && !isOwn && planned.length > 0 ? planned : [today]).map((step) => ({ step, trigger }))
  })
  return steps.toSorted((a, b) => byUrgency(a.step, b.step))[0]
}
