/** A decision moved dates: only for the recipient's agencies whose dates this very decision still sets. */

import { needsWork } from '../../../rules/completeness.ts'
import { formatDeadline } from '../../../rules/moments.ts'
import { endOfDay } from '../../../rules/zone.ts'
import type { Person } from '../../../schema/region.ts'
import type { Window } from '../../../schema/round.ts'
import { nameIn } from '../../region/regions.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { datesBefore, datesFor, movesTargetOnly, windowsOf } from '../../round/windows.ts'
import { candidate, daysAfter, factSlot, inRound } from '../plan/nid.ts'
import { agenciesOf, roundPeople } from '../plan/recipients.ts'
import type { Situation } from '../plan/situation.ts'
import { wasTheirs } from '../plan/whose.ts'
import { cellsOf, isDone } from '../plan/work.ts'
import { agencyName, type Composing, formTitle } from '../write/composing.ts'
import type { ContentOf } from '../write/content.ts'
import { finalDateNote } from '../write/date-notes.ts'
import { tasksUrl } from '../write/page-links.ts'
import { officeOf } from '../write/work-lines.ts'
import { type About, type DropReason, ofRound } from './kind.ts'

export const window = ofRound<'window'>({
  needs: [],
  candidates: (situation, facts) => facts.windows.flatMap((each) => newsOf(situation, facts, each)),
  holds: (about, facts) => agenciesTold(about, facts).length > 0,
  whyNot,
  content,
  speaksOf: (about, facts) => ({ agencyIds: agenciesTold(about, facts) }),
})

function newsOf(situation: Situation, facts: RoundFacts, decided: Window) {
  const closesAt = decided.closesOn && endOfDay(decided.closesOn, situation.region.settings.zone)
  const week = daysAfter(decided.at, 7)
  const expiresAt = closesAt && closesAt > new Date(decided.at) && closesAt < week ? closesAt : week
  const concerns = (id: string) => decided.agencyIds?.includes(id) ?? true
  return roundPeople(situation.region, facts.round)
    .filter((person) => agenciesOf(person, facts.round).some(concerns))
    .map((person) =>
      candidate(
        { ...inRound(situation, facts, person), kind: 'window', slot: factSlot(decided.number) },
        { dueAt: new Date(decided.at), expiresAt },
        `window ${decided.kind} ${factSlot(decided.number)} of round ${facts.round.id}`,
      ),
    )
}

/** The recipient's agencies whose latest decision this is and that still have something to do. */
function agenciesTold({ situation, person, notice }: About, facts: RoundFacts): readonly string[] {
  return concernedBy(facts, person, Number(notice.slot)).filter(
    (id) => isLatest(facts, id, notice) && !isDone(cellsOf(situation, facts, id)),
  )
}

function concernedBy(facts: RoundFacts, person: Person, number: number): string[] {
  return agenciesOf(person, facts.round).filter((agencyId) =>
    windowsOf(facts, agencyId).some(
      (each) => each.number === number && wasTheirs(person, facts, { agencyId, at: new Date(each.at) }),
    ),
  )
}

function isLatest(facts: RoundFacts, agencyId: string, { slot }: About['notice']): boolean {
  return windowsOf(facts, agencyId).at(-1)?.number === Number(slot)
}

/** A later decision overtakes news of an earlier one; otherwise whoever it concerned is complete. */
function whyNot({ person, notice }: About, facts: RoundFacts): DropReason {
  const concerned = concernedBy(facts, person, Number(notice.slot))
  if (concerned.length === 0) return 'not-responsible'
  return concerned.every((id) => !isLatest(facts, id, notice)) ? 'overtaken' : 'nothing-left-to-do'
}

function content(composing: Composing, facts: RoundFacts): ContentOf<'window'> | undefined {
  const { notice, person, place, language, state } = composing
  const decided = facts.windows.find(({ number }) => number === Number(notice.slot))
  const agencyIds = agenciesTold(composing, facts)
  const first = agencyIds[0]
  if (decided === undefined || first === undefined) return undefined
  const dates = datesFor(facts, place.zone, first)
  const change = changeFor(composing, facts, decided, first)
  const note = change === 'close' || change === 'target' ? undefined : noteOf(composing, facts, agencyIds)
  return {
    kind: 'window',
    change,
    round: facts.round.title[language],
    person: person.name,
    agencies: agencyIds.map((id) => agencyName(composing, id)),
    before: replaced(composing, facts, { decided, agencyIds, which: change === 'target' ? 'targetAt' : 'closesAt' }),
    ...(isToldOfTarget(composing, facts, decided, first) && {
      target: formatDeadline(dates.targetAt, place, language),
    }),
    closes: formatDeadline(dates.closesAt, place, language),
    ...(note === undefined ? {} : { holidayNote: note }),
    ...(change === 'close' && { unsent: unsentAt(composing, facts, agencyIds) }),
    reason: decided.reason,
    ...(decided.basis === undefined ? {} : { basis: decided.basis }),
    ...(change === 'grant' && { by: nameIn(state.region, decided.by) }),
    ...(decided.note === undefined ? {} : { note: decided.note }),
    siteUrl: tasksUrl(composing),
  }
}

/** The forms that were not sent when it closed: no later mail tells them. */
function unsentAt(composing: Composing, facts: RoundFacts, agencyIds: readonly string[]): string[] {
  return agencyIds.map((agencyId) => {
    const unsent = cellsOf(composing.situation, facts, agencyId).filter(needsWork)
    const forms = unsent.map((cell) => formTitle(composing, cell, 'shortTitle')).join(', ')
    return `${agencyName(composing, agencyId)}: ${forms}`
  })
}

/** What is to be said of the final date; to agencies with different weeks by their names. */
function noteOf(composing: Composing, facts: RoundFacts, agencyIds: readonly string[]): string | undefined {
  const { place, language } = composing
  const notes = agencyIds.map((agencyId) => {
    const { closesOn } = datesFor(facts, place.zone, agencyId)
    return { agencyId, note: finalDateNote(closesOn, officeOf(composing, facts, agencyId), language) }
  })
  if (new Set(notes.map(({ note }) => note)).size <= 1) return notes[0]?.note
  const said = notes.flatMap(({ agencyId, note }) => (note ? `${agencyName(composing, agencyId)}: ${note}` : []))
  return said.join(' ')
}

/** To whom it was closed for, an extension is a re-opening, whatever it is for the others. */
function changeFor(
  { place }: Composing,
  facts: RoundFacts,
  decided: Window,
  agencyId: string,
): ContentOf<'window'>['change'] {
  if (decided.kind === 'close') return 'close'
  if (decided.request !== undefined) return 'grant'
  if (movesTargetOnly(facts, place.zone, agencyId, decided)) return 'target'
  if (decided.kind === 'correct') return 'correct'
  const { closesAt } = datesBefore(facts, place.zone, agencyId, decided)
  return closesAt <= new Date(decided.at) ? 'reopen' : 'extend'
}

/** Also where nobody named a target: a re-opening brings back the one from before the closing. */
function isToldOfTarget({ place }: Composing, facts: RoundFacts, decided: Window, agencyId: string): boolean {
  if (decided.kind === 'close') return false
  const [before, after] = [datesBefore(facts, place.zone, agencyId, decided), datesFor(facts, place.zone, agencyId)]
  return decided.targetOn !== undefined || before.targetAt.getTime() !== after.targetAt.getTime()
}

/** The deadlines that the decision replaced; agencies with different histories have different ones. */
function replaced(
  { place, language }: Composing,
  facts: RoundFacts,
  { decided, agencyIds, which }: { decided: Window; agencyIds: readonly string[]; which: 'targetAt' | 'closesAt' },
): string {
  const instants = agencyIds.map((agencyId) => datesBefore(facts, place.zone, agencyId, decided)[which])
  return [...new Set(instants.map((at) => formatDeadline(at, place, language)))].join('; ')
}
