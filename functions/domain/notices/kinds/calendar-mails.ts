/** Contents of the mails that the calendar causes: opening, reminder, closed. One mail covers all agencies of its recipient. */
import type { Assignment } from '../../../schema/round.ts'
import { needsWork } from '../../round/assignments.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { datesFor } from '../../round/windows.ts'
import { formatDeadline } from '../../time/wording.ts'
import { localDateOf } from '../../time/zone.ts'
import { byUrgency } from '../plan/alert-steps.ts'
import { nudgeAt, reminderSlotOf } from '../plan/nudges.ts'
import { personOf } from '../plan/recipients.ts'
import {
  closedTriggers,
  isSameDay,
  openTriggers,
  openWork,
  roundSlots,
  type SeriesSlot,
  type Trigger,
} from '../plan/reminder-series.ts'
import type { Composing } from '../write/composing.ts'
import type { MailContent } from '../write/content.ts'
import { tasksUrl } from '../write/page-links.ts'
import { headlineOf, isReminderStep, stepOfDay, subjectOf } from '../write/reminder-words.ts'
import { agencyBlock, officeOf } from '../write/work-lines.ts'
import { cellsOf } from './fact-candidates.ts'
import { slotAt } from './still-true.ts'

type Content<K extends MailContent['kind']> = Extract<MailContent, { kind: K }>

/** What is due and by when; `undefined` when nothing of the occasion is left. */
export function openingContent(composing: Composing, facts: RoundFacts): Content<'opening'> | undefined {
  const { situation, person, notice, language } = composing
  const slot = slotAt(roundSlots(situation, person, facts, 'opening'), notice)
  const triggers = slot === undefined ? [] : openTriggers(situation, slot)
  if (triggers.length === 0) return undefined
  return {
    kind: 'opening',
    round: facts.round.title[language],
    person: person.name,
    blocks: blocksOf(composing, triggers),
    siteUrl: tasksUrl(composing),
  }
}

/** All open work of the agencies that today's steps concern. The most urgent of them decides subject and headline. */
export function reminderContent(composing: Composing): Content<'reminder'> | undefined {
  const { situation, person, notice, language } = composing
  const slot = reminderSlotOf(situation, person, notice.slot)
  const triggers = slot === undefined ? [] : openTriggers(situation, slot)
  const note = noteOf(composing)
  const urgent = slot && mostUrgent(composing, slot, triggers)
  if (urgent === undefined) return undefined
  const { step, trigger } = urgent
  const { facts, agencyId } = trigger
  const blocks = blocksOf(composing, triggers)
  const subject = {
    step,
    now: composing.now,
    today: localDateOf(composing.now, composing.place.zone),
    dates: datesFor(facts, composing.place.zone, agencyId),
    office: officeOf(composing, facts, agencyId),
    place: composing.place,
    forms: blocks.reduce((sum, { forms }) => sum + forms.length, 0),
  }
  return {
    kind: 'reminder',
    step,
    rounds: [...new Set(triggers.map((each) => each.facts.round.title[language]))],
    person: person.name,
    headline: headlineOf(subject, language),
    subject: subjectOf(subject, language),
    ...(note === undefined ? {} : { note }),
    blocks,
    siteUrl: tasksUrl(composing),
  }
}

/** What was not sent and can no longer be, and whom to ask. */
export function closedContent(composing: Composing, facts: RoundFacts): Content<'closed'> | undefined {
  const { situation, person, notice, language, place, state } = composing
  const slot = slotAt(roundSlots(situation, person, facts, 'closed'), notice)
  const triggers = slot === undefined ? [] : closedTriggers(situation, slot)
  const first = triggers[0]
  if (first === undefined) return undefined
  const blocks = triggers.map(({ agencyId }) =>
    agencyBlock(composing, { facts, agencyId, cells: undone(cellsOf(situation, facts, agencyId)) }),
  )
  return {
    kind: 'closed',
    round: facts.round.title[language],
    person: person.name,
    closedAt: formatDeadline(datesFor(facts, place.zone, first.agencyId).closesAt, place, language),
    blocks: blocks.map(({ holidayNote: _, ...block }) => block),
    help: helpWords(state.region.settings.helpPhone, language),
    siteUrl: tasksUrl(composing),
  }
}

function undone(cells: readonly Assignment[]): Assignment[] {
  return cells.filter((cell) => needsWork(cell) && !cell.open)
}

/** One block an agency and round, in the order of the triggers. */
function blocksOf(composing: Composing, triggers: readonly Trigger[]) {
  const withRound = new Set(triggers.map(({ facts }) => facts.round.id)).size > 1
  const places = new Map(triggers.map((trigger) => [`${trigger.facts.round.id}#${trigger.agencyId}`, trigger]))
  return [...places.values()].map(({ facts, agencyId }) =>
    agencyBlock(composing, { facts, agencyId, cells: openWork(composing.situation, facts, agencyId), withRound }),
  )
}

/** What the coordinator wrote into a reminder by hand. */
function noteOf(composing: Composing): Content<'reminder'>['note'] {
  const nudge = nudgeAt(composing.situation, composing.notice.slot)
  return nudge?.note === undefined
    ? undefined
    : { by: personOf(composing.state.region, nudge.by)?.name ?? nudge.by, text: nudge.note }
}

/** On another day than the planned one, and in a reminder by hand, the step is that of the day on which the mail is written. */
function mostUrgent(composing: Composing, slot: SeriesSlot, triggers: readonly Trigger[]) {
  const { now, situation, place } = composing
  const asPlanned = isSameDay(situation, slot)
  const steps = triggers.flatMap((trigger) => {
    const { facts, agencyId } = trigger
    const today = stepOfDay(now, datesFor(facts, place.zone, agencyId), officeOf(composing, facts, agencyId))
    const planned = trigger.slot.steps.filter(isReminderStep)
    return (asPlanned && planned.length > 0 ? planned : [today]).map((step) => ({ step, trigger }))
  })
  return steps.toSorted((a, b) => byUrgency(a.step, b.step))[0]
}

function helpWords(phone: string, language: Composing['language']): string {
  if (language === 'id') {
    return `Bila masih perlu mengirim, ajukan pembukaan kembali kepada koordinator dengan alasan: balas surel ini${phone === '' ? '' : ` atau telepon ${phone}`}.`
  }
  return `If you still need to submit, ask the coordinator to re-open, with a reason: reply to this mail${phone === '' ? '' : ` or call ${phone}`}.`
}
