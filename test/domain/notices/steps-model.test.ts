/**
 * Settings changed in a running round: whoever moves hours, days, holidays or weeks at whatever instant, nobody gets a step twice,
 * nobody gets one of yesterday or one whose hour was past when it was set, each step of a day was sent or is told as left out, and an upgrade
 * from ids of hours repeats nothing. The model knows only what was sent to whom when, and which hours were in force.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nidOf, notYetIn } from '../../../functions/domain/notices/plan/nid.ts'
import { plan } from '../../../functions/domain/notices/plan.ts'
import type { AlertPlan } from '../../../functions/schema/alert-plan.ts'
import type { NoticePlan } from '../../../functions/schema/notice.ts'
import type { Agency, Calendar } from '../../../functions/schema/region.ts'
import type { Round } from '../../../functions/schema/round.ts'
import { person, region } from '../../fixtures/region.ts'
import { at, factsOf, round } from '../../fixtures/round.ts'
import { runsOf } from '../../setup/thorough.ts'

const agencyIds = ['dinsos', 'perikanan']
const first = round(agencyIds)
const base = region(agencyIds)
const people = [...base.people, person('kepala-dinsos', ['dinsos'], { role: 'verifier' })]
const minute = 60_000
const tick = 30 * minute

type Change = { at: Date } & (
  | { plan: Partial<AlertPlan> }
  | { holidays: Calendar['holidays'] }
  | { week: Agency['workingWeek'] }
)
type Sent = NoticePlan & { sentAt: Date }

const clock = fc
  .tuple(fc.integer({ min: 6, max: 20 }), fc.constantFrom('00', '30'))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${m}`)
const when = fc
  .integer({ min: 0, max: 9 * 24 * 4 })
  .map((quarter) => new Date(at(10, '00:07').getTime() + quarter * 15 * minute))
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    at: when,
    plan: fc.record(
      {
        morning: clock,
        evening: clock,
        targetDayTimes: fc.uniqueArray(clock, { minLength: 1, maxLength: 3 }),
        workingDaysBeforeTarget: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
        headSteps: fc.subarray<AlertPlan['headSteps'][number]>(['opening', 'target-day', 'overdue', 'final-day']),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    at: when,
    holidays: fc
      .uniqueArray(fc.integer({ min: 10, max: 19 }), { maxLength: 3 })
      .map((days) => days.map((d) => ({ date: `2026-02-${d}`, kind: 'own' as const, name: { id: 'L', en: 'H' } }))),
  }),
  fc.record({ at: when, week: fc.constantFrom(5 as const, 6 as const) }),
)

/** The facts as they stood, with what was revised before. */
function stateAt(now: Date, changes: readonly Change[]) {
  const rounds: Round[] = [first]
  const calendars: Calendar[] = [base.calendar]
  const weeks: Agency[] = base.agencies.filter(({ id }) => id === 'dinsos')
  for (const each of changes) {
    if (each.at > now) continue
    const stamp = { at: each.at.toISOString(), by: 'koordinator' }
    const before = rounds.at(-1) as Round
    if ('plan' in each) {
      rounds.push({
        ...before,
        ...stamp,
        revision: before.revision + 1,
        alertPlan: { ...before.alertPlan, ...each.plan },
      })
    } else if ('holidays' in each) calendars.push({ ...stamp, holidays: each.holidays })
    else weeks.push({ ...(weeks.at(-1) as Agency), ...stamp, workingWeek: each.week })
  }
  const facts = { ...factsOf(rounds.at(-1) as Round, {}), earlier: rounds.slice(0, -1) }
  const agencies = [weeks.at(-1) as Agency, ...base.agencies.filter(({ id }) => id !== 'dinsos')]
  const place = {
    ...base,
    people,
    agencies,
    calendar: calendars.at(-1) as Calendar,
    earlier: { calendars: calendars.slice(0, -1), agencies: weeks.slice(0, -1) },
  }
  return { region: place, rounds: [facts] }
}

/** Plans each half hour of the day and right after every change, as the job does; `upgradeAt`: until then ids were made of hours. */
function live(changes: readonly Change[], upgradeAt = new Date(0)): Sent[] {
  return ledgerOf(changes, upgradeAt).filter(({ state }) => state === 'planned')
}

/** Also what was only recorded. */
function ledgerOf(changes: readonly Change[], upgradeAt = new Date(0)): Sent[] {
  const known = new Set<string>()
  const sent: Sent[] = []
  const ticks = Array.from({ length: 10 * 48 }, (_, i) => new Date(at(9, '23:35').getTime() + i * tick)).filter(
    (each) => localTime(each) > '05:30' && localTime(each) < '21:00',
  )
  const moments = [...ticks, ...changes.map(({ at: changed }) => changed)].toSorted((a, b) => a.getTime() - b.getTime())
  for (const now of moments) {
    const due = plan(now, stateAt(now, changes))
    for (const notice of notYetIn(known, due)) {
      const nid =
        now < upgradeAt
          ? nidOf({ ...notice, slot: /^\d{4}-/.test(notice.slot) ? notice.dueAt : notice.slot })
          : notice.nid
      if (known.has(nid)) continue
      known.add(nid)
      sent.push({ ...notice, sentAt: now })
    }
  }
  return sent
}

const localDay = (instant: Date | string) =>
  new Date(new Date(instant).getTime() + 8 * 60 * minute).toISOString().slice(0, 10)
const localTime = (instant: Date) => new Date(instant.getTime() + 8 * 60 * minute).toISOString().slice(11, 16)

/** All hours of the day that any plan in force on that day named. */
function hoursOn(date: string, changes: readonly Change[]) {
  const end = new Date(`${date}T16:00:00.000Z`)
  const plans = [
    first,
    ...changes.filter((each) => each.at < end).map((each) => stateAt(each.at, changes).rounds[0]!.round),
  ]
  return plans.map(({ alertPlan }) => alertPlan)
}

const series = ({ kind }: NoticePlan) =>
  ['reminder', 'digest', 'opening', 'closed'].includes(kind) || kind.endsWith('-report')

/** What the settings at a day's end have on that day, as if they had always been, was sent that day or stands in the ledger with its reason. */
function judgeDays(ledger: readonly Sent[], changes: readonly Change[]) {
  const told = Map.groupBy(ledger, ({ kind, recipientId }) => `${kind} ${recipientId}`)
  for (let day = 10; day <= 19; day += 1) {
    const end = at(day, '23:59')
    const { region: place, rounds } = stateAt(end, changes)
    const always = {
      region: { ...place, earlier: { calendars: [], agencies: [] } },
      rounds: rounds.map((facts) => ({ ...facts, earlier: [] })),
    }
    const ofDay = plan(end, always).filter((each) => series(each) && localDay(each.dueAt) === localDay(end))
    for (const step of ofDay) {
      const own = told.get(`${step.kind} ${step.recipientId}`) ?? []
      const found = own.filter(({ slot, dueAt }) => slot.endsWith(step.slot) || dueAt === step.dueAt)
      expect(found, JSON.stringify([step, changes])).not.toEqual([])
    }
  }
}

function judge(sent: readonly Sent[], changes: readonly Change[]) {
  const steps = sent.filter(series)
  for (const notice of steps) {
    // Never late: within a tick of its hour, and of the day on which it is read.
    expect(notice.sentAt.getTime() - Date.parse(notice.dueAt), JSON.stringify(notice)).toBeLessThan(tick)
    expect(localDay(notice.dueAt)).toBe(localDay(notice.sentAt))
  }
  const family = ({ kind }: Sent) => (kind === 'digest' || kind.endsWith('-report') ? 'digest' : kind)
  const byDay = Map.groupBy(steps, (each) => `${family(each)} ${each.recipientId} ${localDay(each.sentAt)}`)
  for (const [key, group] of byDay) {
    const plans = hoursOn(key.split(' ')[2] ?? '', changes)
    const times = Math.max(...plans.map(({ targetDayTimes }) => targetDayTimes.length))
    const most = key.startsWith('reminder') ? 2 * times - 1 : key.startsWith('digest') ? 2 : 1
    expect(group.length, key).toBeLessThanOrEqual(most)
    // One after the other at hours that were named: a step moved to a later hour is not said again then.
    const hours = group.map(({ sentAt }) => localTime(sentAt))
    expect(new Set(hours).size).toBe(group.length)
  }
}

describe('a step of the plan', { timeout: 120_000 }, () => {
  it('comes once and in its time, whatever is changed when', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (unsorted) => {
        const changes = unsorted.toSorted((a, b) => a.at.getTime() - b.at.getTime())
        const ledger = ledgerOf(changes)
        judge(
          ledger.filter(({ state }) => state === 'planned'),
          changes,
        )
        judgeDays(ledger, changes)
      }),
      { numRuns: Number(process.env.STEPS_RUNS ?? runsOf(40)) },
    )
  })

  const wednesday = (time: string, morning: string): Change => ({ at: at(11, time), plan: { morning } })
  const of = (sent: readonly Sent[], kind: string, date: string) =>
    sent
      .filter(
        (each) =>
          each.kind === kind &&
          localDay(each.sentAt) === date &&
          ['op-dinsos', 'koordinator'].includes(each.recipientId),
      )
      .map(({ sentAt }) => localTime(sentAt))

  it('is not sent again when its hour moves after it went', () => {
    const sent = live([wednesday('08:37', '10:00'), { at: at(12, '10:37'), plan: { morning: '11:00' } }])
    for (const kind of ['reminder', 'digest']) {
      expect(of(sent, kind, '2026-02-11'), kind).toEqual(['08:05'])
      expect(of(sent, kind, '2026-02-12'), kind).toEqual(['10:05'])
    }
  })

  it('is left out where its hour is already past when it is set', () => {
    const sent = live([wednesday('07:37', '07:00')])
    expect(of(sent, 'reminder', '2026-02-11')).toEqual([])
    expect(of(sent, 'reminder', '2026-02-12')).toEqual(['07:05'])
    const told = ledgerOf([wednesday('07:37', '07:00')]).filter(({ reason }) => reason === 'hour-past')
    expect(
      told.map(({ kind, recipientId, state, sentAt }) => `${kind} ${recipientId} ${state} ${localTime(sentAt)}`),
    ).toEqual([
      'reminder op-dinsos expired 07:37',
      'reminder op-perikanan expired 07:37',
      'digest koordinator expired 07:37',
    ])
  })

  it('whose hour is put right at once is sent at that hour, though it was told as left out', () => {
    const sent = live([wednesday('07:37', '07:00'), wednesday('07:52', '09:00')])
    expect(of(sent, 'reminder', '2026-02-11')).toEqual(['09:05'])
  })

  it('counts as told under the id that the release before gave it, also where its hour moves after the upgrade', () => {
    const changes = [wednesday('08:37', '10:00'), { at: at(12, '16:37'), plan: { evening: '18:00' } } satisfies Change]
    const before = live(changes)
    for (const upgradeAt of [at(11, '08:20'), at(11, '09:00'), at(13, '17:30')]) {
      const key = ({ kind, recipientId, sentAt }: Sent) => `${kind} ${recipientId} ${sentAt.toISOString()}`
      expect(live(changes, upgradeAt).map(key)).toEqual(before.map(key))
    }
  })
})
