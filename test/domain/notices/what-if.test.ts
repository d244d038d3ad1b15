/** The mails to come: the planner's own, as of any day, and what a change of dates would do to them. */
import { describe, expect, it } from 'vitest'
import { type PlannedMail, planMails } from '../../../functions/domain/notices/desk/what-if.ts'
import { plan } from '../../../functions/domain/notices/plan.ts'
import type { RoundFacts } from '../../../functions/domain/round/rounds.ts'
import { region } from '../../fixtures/region.ts'
import { at, factsOf, round, submission, window } from '../../fixtures/round.ts'

const agencyIds = ['dinsos', 'perikanan']
const kupang = region(agencyIds)
const state = (more: Partial<RoundFacts> = {}) => ({ region: kupang, rounds: [factsOf(round(agencyIds), more)] })
const roundId = '3a-2026-2'
const wall = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(8, 16)
const line = ({ dueAt, kind, step, recipientId }: PlannedMail) => `${wall(dueAt)} ${recipientId} ${step ?? kind}`
const of = (mails: readonly PlannedMail[], who: string) =>
  mails.filter(({ recipientId }) => recipientId === who).map(line)

describe('the plan of mails', () => {
  it('names each mail to come of a person with its step', () => {
    const { mails } = planMails(at(10, '10:00'), state(), roundId)
    expect(of(mails, 'op-dinsos')).toEqual([
      '11T08:00 op-dinsos before-target',
      '12T08:00 op-dinsos before-target',
      '13T08:00 op-dinsos last-working-day',
      '13T13:00 op-dinsos last-working-day',
      '17T08:00 op-dinsos final-day',
      '18T08:00 op-dinsos closed',
    ])
  })

  it('says which holiday moved the last reminder, and to which agencies a mail speaks', () => {
    const { mails } = planMails(at(10, '10:00'), state(), roundId)
    const last = mails.find(({ step, recipientId }) => step === 'last-working-day' && recipientId === 'op-dinsos')
    expect(last?.shifted).toMatchObject({ from: '2026-02-17', holiday: { id: 'Tahun Baru Imlek 2577 Kongzili' } })
    expect(last?.agencyIds).toEqual(['dinsos'])
    expect(mails.find(({ step }) => step === 'before-target')?.shifted).toBeNull()
  })

  it('is what the planner plans when the time comes, mail for mail', () => {
    const { mails } = planMails(at(10, '09:00'), state(), roundId)
    const planned = new Set<string>()
    for (let day = 10; day <= 26; day += 1) {
      for (let hour = 0; hour < 24; hour += 1) {
        const now = at(day, `${String(hour).padStart(2, '0')}:00`)
        if (now <= at(10, '09:00')) continue
        for (const notice of plan(now, state())) if (notice.state === 'planned') planned.add(notice.nid)
      }
    }
    const opening = plan(at(10, '09:00'), state()).map(({ nid }) => nid)
    for (const nid of opening) planned.delete(nid)
    expect(new Set(mails.map(({ nid }) => nid))).toEqual(planned)
  })

  it('has digests on the days that the round’s own rules give', () => {
    const given = (nearWorkingDays: number) => {
      const digest = { nearWorkingDays, earlyPercent: 25, slowPercent: 25 }
      const base = round(agencyIds)
      const rounds = [factsOf({ ...base, alertPlan: { ...base.alertPlan, digest } })]
      return of(planMails(at(10, '10:00'), { region: kupang, rounds }, roundId).mails, 'koordinator')
    }
    expect(given(1)).toEqual([
      '12T08:00 koordinator digest',
      '13T08:00 koordinator digest',
      '13T17:00 koordinator digest',
      '17T17:00 koordinator digest',
      '18T08:00 koordinator closing-report',
    ])
    expect(given(5)).toEqual(['11T08:00 koordinator digest', ...given(1)])
  })

  it('tells of a re-opening after the closing report that the report is corrected, and that another one follows', () => {
    const reopen = { kind: 'reopen' as const, closesOn: '2026-02-20', agencyIds: ['dinsos'] }
    const { difference } = planMails(at(18, '10:00'), state(), roundId, reopen)
    const told = difference?.added.filter(({ recipientId }) => recipientId === 'koordinator') ?? []
    expect(told.map(line)).toEqual([
      '18T10:00 koordinator report-correction',
      '19T08:00 koordinator digest',
      '20T08:00 koordinator digest',
      '20T17:00 koordinator digest',
      '21T08:00 koordinator closing-report',
    ])
    expect(told[0]?.agencyIds).toEqual(['dinsos'])
  })

  it('holds no mail about another round only, though a reminder speaks of all of them', () => {
    const next = round(agencyIds, {
      id: '3a-2026-3',
      opensOn: '2026-02-16',
      targetOn: '2026-03-06',
      closesOn: '2026-03-13',
    })
    const both = { region: kupang, rounds: [factsOf(round(agencyIds)), factsOf(next)] }
    const first = planMails(at(10, '10:00'), both, roundId)
    expect(of(first.mails, 'op-dinsos')).toEqual(of(planMails(at(10, '10:00'), state(), roundId).mails, 'op-dinsos'))
    const second = of(planMails(at(10, '10:00'), both, '3a-2026-3').mails, 'op-dinsos')
    expect(second).toContain('13T08:00 op-dinsos final-day')
    expect(second).not.toContain('17T08:00 op-dinsos final-day')
  })

  it('as of a past day knows only what was known then', () => {
    const submissions = [submission('dinsos', at(12, '09:00'))]
    const before = planMails(at(11, '09:00'), state({ submissions }), roundId)
    expect(of(before.mails, 'op-dinsos')).toContain('13T08:00 op-dinsos last-working-day')
    const after = planMails(at(12, '10:00'), state({ submissions }), roundId)
    expect(of(after.mails, 'op-dinsos')).toEqual([])
    expect(before.mails.some(({ kind }) => kind === 'receipt')).toBe(false)
  })
})

describe('a supposed extension', () => {
  const change = { kind: 'extend', closesOn: '2026-02-20', targetOn: '2026-02-18', agencyIds: ['dinsos'] } as const

  it('adds and takes away mails of the agencies that it concerns only', () => {
    const { difference } = planMails(at(12, '10:00'), state(), roundId, { ...change, agencyIds: ['dinsos'] })
    expect(of(difference?.removed ?? [], 'op-dinsos')).toEqual([
      '13T13:00 op-dinsos last-working-day',
      '17T08:00 op-dinsos final-day',
      '18T08:00 op-dinsos closed',
    ])
    // Friday stays a day of reminding, now as the last working day but one before the new target.
    expect(of(difference?.changed ?? [], 'op-dinsos')).toEqual(['13T08:00 op-dinsos before-target'])
    expect(of(difference?.added ?? [], 'op-dinsos')[0]).toBe('12T10:00 op-dinsos window')
    expect(of(difference?.added ?? [], 'op-dinsos')).toContain('20T08:00 op-dinsos final-day')
    const others = [...(difference?.added ?? []), ...(difference?.removed ?? [])]
    expect(of(others, 'op-perikanan')).toEqual([])
    expect(difference?.dates).toEqual([
      {
        agencyId: 'dinsos',
        targetOn: { before: '2026-02-13', after: '2026-02-18' },
        closesOn: { before: '2026-02-17', after: '2026-02-20' },
      },
    ])
  })

  it('plans what really follows when it is decided', () => {
    const supposed = planMails(at(12, '10:00'), state(), roundId, { ...change, agencyIds: ['dinsos'] })
    const decided = window(1, at(12, '10:00'), {
      closesOn: change.closesOn,
      targetOn: change.targetOn,
      agencyIds: ['dinsos'],
    })
    const real = planMails(at(12, '09:59'), state({ windows: [] }), roundId)
    const after = planMails(at(12, '10:00'), state({ windows: [decided] }), roundId)
    const withoutNews = supposed.mails.filter(({ kind }) => kind !== 'window')
    expect(withoutNews.map(({ nid }) => nid)).toEqual(after.mails.map(({ nid }) => nid))
    expect(real.difference).toBeUndefined()
  })

  it('that could not be decided is refused as the decision would be', () => {
    const earlier = { kind: 'extend', closesOn: '2026-02-16' } as const
    expect(() => planMails(at(12, '10:00'), state(), roundId, earlier)).toThrow('window-invalid')
  })
})
