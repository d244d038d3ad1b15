/** A long round does not nag, a round of one day misses nothing, and a subject counts what it speaks of. */
import { describe, expect, it } from 'vitest'
import { createComposer } from '../../../functions/domain/notices/compose.ts'
import { alertSlots } from '../../../functions/domain/notices/plan/alert-steps.ts'
import { digestSlots } from '../../../functions/domain/notices/plan/digest-slots.ts'
import { plan } from '../../../functions/domain/notices/plan.ts'
import { formCatalogue } from '../../../functions/forms/catalogue.ts'
import { localDateOf } from '../../../functions/rules/wall-clock.ts'
import type { AlertPlan } from '../../../functions/schema/alert-plan.ts'
import type { Round } from '../../../functions/schema/round.ts'
import { region } from '../../fixtures/region.ts'
import { at, factsOf, formId, round } from '../../fixtures/round.ts'

const zone = 'Asia/Makassar'
const place = region(['dinsos', 'perikanan'])
const long: Partial<Round> = { targetOn: '2026-02-13', closesOn: '2026-03-17' }
const withPlan = (alertPlan: Partial<AlertPlan>): Partial<Round> => {
  const plain = round(['dinsos'])
  return { ...long, alertPlan: { ...plain.alertPlan, headSteps: ['overdue'], ...alertPlan } }
}
const overdue = (more: Partial<AlertPlan>) =>
  alertSlots(factsOf(round(['dinsos'], withPlan(more))), place, 'dinsos').filter(({ steps }) => steps[0] === 'overdue')
const days = (slots: readonly { at: Date }[]) => slots.map((slot) => localDateOf(slot.at, zone).slice(5))

describe('after the target', () => {
  it('a reminder goes on every third working day, and to heads on every second of these', () => {
    const slots = overdue({})
    // 16 and 17 February are no working days.
    expect(days(slots)).toEqual(['02-18', '02-23', '02-26', '03-03', '03-06', '03-11', '03-16'])
    expect(days(slots.filter(({ headAt }) => headAt !== undefined))).toEqual(['02-18', '02-26', '03-06', '03-16'])
  })

  it('the plan says how often; heads hear once a week all the same', () => {
    const daily = overdue({ overdueEvery: 1 })
    expect(daily).toHaveLength(19)
    expect(days(daily.filter(({ headAt }) => headAt !== undefined))).toEqual(['02-18', '02-25', '03-04', '03-11'])
    expect(days(overdue({ overdueEvery: 20 }))).toEqual(['02-18'])
  })
})

describe('a round of one day', () => {
  const facts = factsOf(round(['dinsos'], { opensOn: '2026-02-12', targetOn: '2026-02-12', closesOn: '2026-02-12' }))
  const state = { region: place, rounds: [facts] }

  it('has its last call, which says that target and final day are both today', async () => {
    const now = at(12, '13:00')
    const [mail] = plan(now, state).filter(
      ({ kind, recipientId }) => kind === 'reminder' && recipientId === 'op-dinsos',
    )
    expect(mail?.why).toContain('final-day')
    const compose = createComposer({ siteUrl: 'https://lengkap.example', forms: formCatalogue })
    const composed = await compose(
      now,
      { ...mail!, state: 'planned', plannedAt: mail!.dueAt, attempts: 1, unknowns: 0, epoch: '1' },
      state,
    )
    expect(composed).toMatchObject({
      outcome: 'mail',
      content: {
        headline: expect.stringContaining('target penyelesaian sekaligus batas akhir'),
        subject: 'Target dan batas akhir hari ini pukul 23.59 WITA: 1 formulir belum dikirim',
      },
    })
  })

  it('has a digest in its evening, and none before it opened', () => {
    const slots = digestSlots(facts, place).map(({ key, kind }) => `${key} ${kind}`)
    expect(slots).toEqual(['2026-02-12.evening digest', '2026-02-13.morning closing-report'])
  })
})

describe('the subject of a reminder', () => {
  it('counts the forms of its own date, and the others apart', async () => {
    const today = factsOf(round(['dinsos'], { closesOn: '2026-02-20' }))
    const forms = [formId, 'reviu-aksi-2025', 'data-pendukung']
    const other = factsOf(round(['dinsos'], { id: 'lain', targetOn: '2026-02-14', closesOn: '2026-02-27' }, forms))
    const state = { region: place, rounds: [today, other] }
    const now = at(13, '08:00')
    const mails = plan(now, state).filter(
      ({ kind, recipientId, state: end }) => kind === 'reminder' && recipientId === 'op-dinsos' && end === 'planned',
    )
    expect(mails).toHaveLength(1)
    const compose = createComposer({ siteUrl: 'https://lengkap.example', forms: formCatalogue })
    const composed = await compose(
      now,
      { ...mails[0]!, state: 'planned', plannedAt: now.toISOString(), attempts: 1, unknowns: 0, epoch: '1' },
      state,
    )
    const subject = composed.outcome === 'mail' && composed.content.kind === 'reminder' ? composed.content.subject : ''
    expect(subject).toBe('Target penyelesaian hari ini: 1 formulir belum dikirim, 3 lagi bertanggal lain')
  })
})
