/** What settings do to the mails is told before they are saved, and what is told is what happens: held against the plan itself. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type EffectLine,
  type SupposedSettings,
  settingsEffect,
} from '../../../functions/domain/notices/desk/settings-effect.ts'
import { plan } from '../../../functions/domain/notices/plan.ts'
import type { RegionState } from '../../../functions/domain/round/rounds.ts'
import type { AlertPlan } from '../../../functions/schema/alert-plan.ts'
import type { Round } from '../../../functions/schema/round.ts'
import { region } from '../../fixtures/region.ts'
import { at, factsOf, round } from '../../fixtures/round.ts'
import { runsOf } from '../../setup/thorough.ts'

const agencyIds = ['dinsos', 'perikanan']
const first = round(agencyIds)
const kupang = region(agencyIds)
const before: RegionState = { region: kupang, rounds: [factsOf(first, {})] }
const wall = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(8, 16)

const planOf = (alertPlan: Partial<AlertPlan>, more: Partial<Round> = {}): SupposedSettings => {
  const { id: _, revision: _r, at: _a, by: _b, ...rest } = { ...first, ...more }
  return { round: first.id, plan: { ...rest, alertPlan: { ...first.alertPlan, ...alertPlan } } as never }
}
const told = (lines: readonly EffectLine[]) =>
  lines.map(({ effect, kind, step, from, at: days, people }) =>
    [effect, step ?? kind, from, wall(days[0] ?? ''), days.length, people.length]
      .filter((part) => part !== null)
      .join(' '),
  )

describe('before settings are saved', () => {
  it('a moved hour is a few lines: which step, from when to when, on how many days, for how many', () => {
    const lines = told(settingsEffect(at(11, '06:00'), before, planOf({ morning: '10:00' })))
    expect(lines).toEqual([
      'moved before-target 08:00 11T10:00 2 2',
      'moved digest 08:00 11T10:00 3 1',
      'moved final-day 08:00 17T10:00 1 4',
      'moved closed 08:00 18T10:00 1 4',
      'moved closing-report 08:00 18T10:00 1 2',
    ])
  })

  it('a step whose new hour is past today is told as left out, one that went today as sent', () => {
    const early = told(settingsEffect(at(11, '07:37'), before, planOf({ morning: '07:00' })))
    expect(early).toContain('left-out before-target 11T07:00 1 2')
    expect(early).toContain('left-out digest 11T07:00 1 1')
    expect(early).toContain('moved before-target 08:00 12T07:00 1 2')
    expect(early.some((line) => line.startsWith('removed'))).toBe(false)
    const late = told(settingsEffect(at(11, '08:37'), before, planOf({ morning: '10:00' })))
    expect(late).toContain('was-sent before-target 11T08:00 1 2')
    expect(late).toContain('was-sent digest 11T08:00 1 1')
    expect(late).toContain('moved before-target 08:00 12T10:00 1 2')
  })

  it('a holiday and a six-day week say which mails come, fall away or become others', () => {
    const holiday = { date: '2026-02-12', kind: 'own' as const, name: { id: 'Libur', en: 'Holiday' } }
    const off = told(settingsEffect(at(10, '12:00'), before, { holidays: [...kupang.calendar.holidays, holiday] }))
    expect(off).toContain('removed before-target 12T08:00 1 2')
    expect(off).toContain('removed digest 12T08:00 1 1')
    const week = told(settingsEffect(at(10, '12:00'), before, { agencyId: 'dinsos', workingWeek: 6 }))
    expect(week).toEqual([
      'changed target-day 13T08:00 1 1',
      'removed last-working-day 13T08:00 1 1',
      'changed target-day 13T13:00 1 1',
      'removed last-working-day 13T13:00 1 1',
      'added last-working-day 14T08:00 1 2',
    ])
  })

  it('nothing is told where no mail changes, and nothing of a draft', () => {
    expect(settingsEffect(at(11, '06:00'), before, planOf({}))).toEqual([])
    const draft = { region: kupang, rounds: [factsOf({ ...first, openedAt: null }, {})] }
    expect(settingsEffect(at(11, '06:00'), draft, planOf({ morning: '10:00' }))).toEqual([])
  })

  it('what is told is what then happens, whatever is set when', { timeout: 120_000 }, () => {
    const clock = fc
      .integer({ min: 12, max: 40 })
      .map((half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`)
    const day = fc.integer({ min: 10, max: 19 }).map((d) => `2026-02-${d}`)
    const supposed: fc.Arbitrary<SupposedSettings> = fc.oneof(
      fc
        .record(
          {
            morning: clock,
            evening: clock,
            targetDayTimes: fc.uniqueArray(clock, { minLength: 1, maxLength: 3 }),
            workingDaysBeforeTarget: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
          },
          { requiredKeys: [] },
        )
        .map((alertPlan) => planOf(alertPlan)),
      fc.uniqueArray(day, { maxLength: 3 }).map((days) => ({
        holidays: days.map((date) => ({ date, kind: 'own' as const, name: { id: 'L', en: 'H' } })),
      })),
      fc.constantFrom(...agencyIds).map((agencyId) => ({ agencyId, workingWeek: 6 as const })),
    )
    const when = fc
      .integer({ min: 0, max: 9 * 96 })
      .map((quarter) => new Date(at(10, '00:07').getTime() + quarter * 900_000))
    fc.assert(
      fc.property(when, supposed, (now, settings) => {
        const lines = settingsEffect(now, before, settings)
        const of = (...effects: EffectLine['effect'][]) =>
          new Set(
            lines
              .filter(({ effect }) => effects.includes(effect))
              .flatMap((line) => line.at.map((due) => `${line.kind} ${due}`)),
          )
        const old = mails(before, now)
        const next = mails(saved(now, settings), now)
        const news = next.filter((mail) => !old.includes(mail))
        const gone = old.filter((mail) => !next.includes(mail))
        const came = of('added', 'moved')
        for (const mail of came) expect(next).toContain(mail)
        for (const mail of news) expect([...came]).toContain(mail)
        for (const mail of of('removed')) expect(old).toContain(mail)
        if (gone.length > 0) expect(of('removed', 'moved', 'left-out').size).toBeGreaterThan(0)
        if (news.length + gone.length === 0) expect([...of('added', 'removed', 'moved')]).toEqual([])
      }),
      { numRuns: runsOf(40) },
    )
  })
})

/** Kind and instant of what the planner sends after `now`. */
function mails(state: RegionState, now: Date): string[] {
  const sent = new Set<string>()
  for (let then = new Date(now.getTime() + 1); then < at(21, '00:00'); then = new Date(then.getTime() + 1_800_000)) {
    for (const { kind, dueAt, state: is } of plan(then, state, { lookBackDays: 0.03 })) {
      if (is === 'planned' && Date.parse(dueAt) > now.getTime()) sent.add(`${kind} ${dueAt}`)
    }
  }
  return [...sent]
}

/** The facts with the settings as the next revision, written right after `now`. */
function saved(now: Date, settings: SupposedSettings): RegionState {
  const stamp = { at: new Date(now.getTime() + 1).toISOString(), by: 'koordinator' }
  const { calendar, agencies } = kupang
  if ('holidays' in settings) {
    const next = { holidays: settings.holidays, ...stamp }
    return { ...before, region: { ...kupang, calendar: next, earlier: { calendars: [calendar], agencies: [] } } }
  }
  if ('agencyId' in settings) {
    const { agencyId, workingWeek } = settings
    const known = agencies.filter(({ id }) => id === agencyId)
    const next = agencies.map((each) => (each.id === agencyId ? { ...each, workingWeek, ...stamp } : each))
    return { ...before, region: { ...kupang, agencies: next, earlier: { calendars: [], agencies: known } } }
  }
  const next = { ...first, ...settings.plan, revision: 2, ...stamp }
  return { region: kupang, rounds: [{ ...factsOf(next, {}), earlier: [first] }] }
}
