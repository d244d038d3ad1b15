/**
 * The five words of docs/punctuality.md, over generated weeks: board, digest, report, workbook and calendar say the same of every form,
 * the numbers add up, and nobody is called late whose window is open. The oracle below reads only facts and clocks.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarEvents } from '../../../functions/domain/calendar/calendar-events.ts'
import { composingOf } from '../../../functions/domain/notices/write/composing.ts'
import { digestMail } from '../../../functions/domain/notices/write/digest-mail.ts'
import { recapSheet } from '../../../functions/domain/results/overview-sheets.ts'
import { boardOf } from '../../../functions/domain/round/board.ts'
import type { Punctuality } from '../../../functions/schema/round.ts'
import { punctualityWords } from '../../../functions/schema/work-words.ts'
import { at, review, submission, window } from '../../fixtures/round.ts'
import { runsOf } from '../../setup/thorough.ts'
import { anyStory, moment } from '../notices/any-story.ts'
import {
  compositionParts,
  coordinator,
  noticeOf,
  operator,
  planned,
  region,
  round,
  type Story,
  stateAt,
} from '../notices/kota-kupang-week.ts'

const five: readonly Punctuality[] = ['on-time', 'in-extension', 'late', 'time-left', 'past-deadline']
const count = (words: readonly string[]) =>
  five.map((each) => words.filter((word) => word === punctualityWords[each].id).length)
const end = (day: string) => Date.parse(`${day}T16:00:00.000Z`)

/** Target and final instant of an agency after the decisions up to a moment. A closing cuts the target, a later extension gives it back. */
function limits(story: Story, agencyId: string, until: number) {
  let dates = { target: end(round.targetOn), final: end(round.closesOn), promised: end(round.closesOn) }
  let decidedTarget = dates.target
  for (const each of story.windows ?? []) {
    const decided = Date.parse(each.at)
    if (decided > until || !(each.agencyIds?.includes(agencyId) ?? true)) continue
    if (each.kind === 'close' || each.closesOn === undefined) {
      dates = { ...dates, final: Math.min(dates.final, decided), target: Math.min(dates.target, decided) }
    } else {
      const final = end(each.closesOn)
      if (each.targetOn !== undefined) decidedTarget = end(each.targetOn)
      const promised = decided < dates.promised ? final : dates.promised
      dates = { target: Math.min(decidedTarget, final), final, promised }
    }
  }
  return dates
}

function oracle(story: Story, now: number, agencyId: string, formId: string): Punctuality {
  const own = <T extends { agencyId: string; formId: string; revision: number; at: string }>(all: readonly T[] = []) =>
    all
      .filter((each) => each.agencyId === agencyId && each.formId === formId && Date.parse(each.at) <= now)
      .toSorted((a, b) => a.revision - b.revision)
  const revisions = own(story.submissions)
  const last = revisions.at(-1)
  const decision = own(story.reviews)
    .filter(({ revision }) => revision === last?.revision)
    .at(-1)
  const isSilent = last !== undefined && !last.nil && last.completeness.answered === 0
  if (last !== undefined && (decision === undefined ? !isSilent : decision.decision === 'accept')) {
    const first = revisions.find(({ nil, completeness }) => nil || completeness.answered > 0) ?? revisions[0]!
    const sentAt = Date.parse(first.at)
    const { target, promised } = limits(story, agencyId, sentAt)
    return sentAt >= promised ? 'late' : sentAt < target ? 'on-time' : 'in-extension'
  }
  const { final } = limits(story, agencyId, now)
  const closedSince = (story.windows ?? []).some(
    (each) => each.kind === 'close' && (each.agencyIds?.includes(agencyId) ?? true) && each.at > (decision?.at ?? ''),
  )
  const due = last !== undefined && decision?.dueOn !== undefined && !closedSince ? end(decision.dueOn) : final
  return now < due ? 'time-left' : 'past-deadline'
}

function said(story: Story, now: Date) {
  const {
    rounds: [facts],
  } = stateAt(now, story)
  const state = { region: story.region ?? region, facts: facts! }
  const board = boardOf(now, state)
  const cells = board.rows.flatMap((row) => row.cells)
  const sheet = recapSheet(state, cells, ({ formId: id }) => ({ id, en: id }), 'id')
  const column = sheet.columns.findIndex(({ id }) => id === 'timeliness')
  const digest = digestMail(composingFor(now, story), facts!, 'closing-report')
  return { state, board, cells, sheet: sheet.rows.map((row) => String(row[column])), digest }
}

function composingFor(now: Date, story: Story) {
  const state = stateAt(now, story)
  const person = state.region.people.find(({ id }) => id === coordinator)!
  const notice = noticeOf(planned(at(13, '08:00'), 'digest', coordinator))
  return composingOf(now, { notice, person, state, parts: compositionParts })
}

describe('the five words', () => {
  it('are the same on board, digest, report and workbook, and add up to all that is expected', () => {
    fc.assert(
      fc.property(
        anyStory,
        moment,
        fc.option(fc.integer({ min: 9, max: 20 }), { nil: undefined }),
        (generated, now, day) => {
          const dueOn = day === undefined ? undefined : `2026-02-${String(day).padStart(2, '0')}`
          const story: Story = {
            ...generated,
            reviews: (generated.reviews ?? []).map((each) =>
              dueOn && each.decision !== 'accept' ? { ...each, dueOn } : each,
            ),
          }
          // What is later than now is not known yet, and nobody decides about what was not sent; the generator knows no such limits.
          const known = <T extends { at: string }>(all: readonly T[] = []) =>
            all.filter((each) => Date.parse(each.at) <= now.getTime())
          const then: Story = {
            ...story,
            submissions: known(story.submissions),
            reviews: known(story.reviews).filter((each) =>
              known(story.submissions).some(
                ({ agencyId, formId, revision }) =>
                  agencyId === each.agencyId && formId === each.formId && revision === each.revision,
              ),
            ),
            windows: known(story.windows),
          }
          const { board, cells, sheet, digest } = said(then, now)
          const expected = cells.map(({ agencyId, formId }) => oracle(then, now.getTime(), agencyId, formId))
          expect(cells.map(({ punctuality }) => punctuality)).toEqual(expected)
          const { onTime, inExtension, late, timeLeft, pastDeadline } = board.counts
          const counts = [onTime, inExtension, late, timeLeft, pastDeadline]
          expect(counts).toEqual(five.map((each) => expected.filter((word) => word === each).length))
          expect(counts.reduce((sum, each) => sum + each, 0)).toBe(round.assignments.length)
          expect(onTime + inExtension + late).toBeLessThanOrEqual(board.counts.submitted)
          expect(count(sheet)).toEqual(counts)
          expect(digest.counts).toMatchObject({
            expected: round.assignments.length,
            onTime,
            inExtension,
            late,
            timeLeft,
            pastDeadline,
          })
          expect(digest.late.flatMap(({ lines }) => lines)).toHaveLength(late)
          expect(digest.missed.flatMap(({ lines }) => lines)).toHaveLength(pastDeadline)
          for (const { open, dueOn: own, punctuality } of cells)
            if (open && own === null) expect(punctuality).not.toBe('past-deadline')
        },
      ),
      { numRuns: runsOf(600) },
    )
  })

  it('call nobody late on the day after the target, nor whoever was given until the 20th on the day after the final date', () => {
    expect(said({}, at(14, '08:00')).board.counts).toMatchObject({
      late: 0,
      pastDeadline: 0,
      timeLeft: round.assignments.length,
    })
    const windows = [window(1, at(16, '10:00'), { agencyIds: ['dinsos'], closesOn: '2026-02-20' })]
    const after = said({ windows }, at(18, '08:00'))
    expect(after.digest.missed.map(({ name }) => name)).not.toContain('Dinas Sosial')
    expect(
      after.cells
        .filter(({ agencyId }) => agencyId === 'dinsos')
        .every(({ punctuality }) => punctuality === 'time-left'),
    ).toBe(true)
  })

  it('judge returned work by its own day, which every mail and the calendar name', () => {
    const story: Story = {
      submissions: round.assignments
        .filter(({ agencyId }) => agencyId === 'dinsos')
        .map(({ agencyId, formId }) => submission(agencyId, at(10, '10:00'), { formId, by: operator('dinsos') })),
      reviews: round.assignments
        .filter(({ agencyId }) => agencyId === 'dinsos')
        .map(({ agencyId, formId }) =>
          review(agencyId, at(10, '15:00'), { formId, decision: 'return', dueOn: '2026-02-12' }),
        ),
    }
    const cell = (now: Date) => said(story, now).cells.find(({ agencyId }) => agencyId === 'dinsos')
    expect(cell(at(12, '23:59'))).toMatchObject({ punctuality: 'time-left', dueOn: '2026-02-12', open: true })
    expect(cell(at(13, '00:00'))).toMatchObject({ punctuality: 'past-deadline', open: true })
    const { state } = said(story, at(11, '08:00'))
    const agency = state.region.agencies.find(({ id }) => id === 'dinsos')!
    const events = calendarEvents(at(11, '08:00'), {
      region: state.region,
      agency,
      rounds: [state.facts],
      definitions: compositionParts.definitions,
    })
    expect([
      ...new Set(events.filter(({ uid }) => /^(target|final|corrections)/.test(uid)).map(({ on }) => on)),
    ]).toEqual(['2026-02-12'])
  })
})
