/** Reminders by hand under the rule of one reminder a recipient a day, and mails sent again. */
import { describe, expect, it } from 'vitest'
import { nidOf } from '../../../functions/domain/notices/plan/nid.ts'
import { plan } from '../../../functions/domain/notices/plan.ts'
import type { RoundFacts } from '../../../functions/domain/round/rounds.ts'
import type { Nudge, Resend } from '../../../functions/schema/hand-mail.ts'
import { bounced, person, region } from '../../fixtures/region.ts'
import { at, factsOf, review, round, submission } from '../../fixtures/round.ts'

const agencyIds = ['dinsos', 'perikanan']
const kupang = region(agencyIds)
// Reminders at 08.00 on 11, 12 and 13 February, and at 13.00 on the 13th, which is the last working day.
const facts = (more: Partial<RoundFacts> = {}) => factsOf(round(agencyIds), more)

function nudge(when: Date, more: Partial<Nudge> = {}): Nudge {
  return {
    at: when.toISOString(),
    by: 'koordinator',
    number: 1,
    agencyIds: ['dinsos'],
    heads: false,
    requestKey: 'kunci-uji',
    ...more,
  }
}

/** Reminders planned at `now`: `recipient day time`, those by hand with `by hand`. */
function reminders(now: Date, more: Partial<RoundFacts> = {}, place = kupang): string[] {
  return plan(now, { region: place, rounds: [facts(more)] })
    .filter(({ kind, state }) => kind === 'reminder' && state === 'planned')
    .map(({ recipientId, dueAt, slot }) => {
      const wall = new Date(Date.parse(dueAt) + 8 * 3_600_000).toISOString()
      return `${recipientId} ${wall.slice(8, 10)} ${wall.slice(11, 16)}${slot.startsWith('hand.') ? ' by hand' : ''}`
    })
}
const byHand = (lines: readonly string[]) => lines.filter((line) => line.endsWith('by hand'))

describe('a reminder by hand', () => {
  it('goes at once to the operators of the agencies that it names, and to no other', () => {
    expect(byHand(reminders(at(10, '15:00'), { nudges: [nudge(at(10, '15:00'))] }))).toEqual([
      'op-dinsos 10 15:00 by hand',
    ])
  })

  it('goes to the heads too when asked for, and where no operator can be reached', () => {
    const heads = { nudges: [nudge(at(10, '15:00'), { heads: true })] }
    expect(byHand(reminders(at(10, '15:00'), heads))).toEqual(
      ['kepala-dinsos 10 15:00 by hand', 'op-dinsos 10 15:00 by hand'].sort(),
    )
    const silent = region(agencyIds, { mailboxes: [bounced('op-dinsos')] })
    const plain = { nudges: [nudge(at(10, '15:00'))] }
    expect(byHand(reminders(at(10, '15:00'), plain, silent))).toContain('kepala-dinsos 10 15:00 by hand')
  })

  it('is planned once, whenever the plan runs again that day, and not on the next', () => {
    const nudges = [nudge(at(10, '15:00'))]
    const nids = (now: Date) =>
      plan(now, { region: kupang, rounds: [facts({ nudges })] })
        .filter(({ slot, state }) => slot.startsWith('hand.') && state === 'planned')
        .map(({ nid }) => nid)
    expect(nids(at(10, '15:00'))).toHaveLength(1)
    expect(nids(at(10, '23:59'))).toEqual(nids(at(10, '15:00')))
    expect(nids(at(11, '00:00'))).toEqual([])
  })

  it('is not planned for whom the day’s scheduled reminder reached already', () => {
    expect(byHand(reminders(at(11, '10:00'), { nudges: [nudge(at(11, '10:00'))] }))).toEqual([])
  })

  it('that is forced with a reason is planned all the same', () => {
    const nudges = [nudge(at(11, '10:00'), { forcedBecause: 'Rapat dimajukan' })]
    expect(byHand(reminders(at(11, '10:00'), { nudges }))).toEqual(['op-dinsos 11 10:00 by hand'])
  })

  it('takes the place of the scheduled reminder later that day, for its recipients only, and of none on the next', () => {
    const nudges = [nudge(at(12, '07:30'))]
    expect(reminders(at(12, '08:00'), { nudges })).toEqual(['op-dinsos 12 07:30 by hand', 'op-perikanan 12 08:00'])
    expect(reminders(at(13, '08:00'), { nudges })).toEqual(expect.arrayContaining(['op-dinsos 13 08:00']))
  })

  it('between the two times of the target day is not planned unless forced, and then takes the later one’s place', () => {
    const times = (nudges: Nudge[]) =>
      reminders(at(13, '13:00'), { nudges }).filter((line) => line.startsWith('op-dinsos'))
    expect(times([nudge(at(13, '10:00'))])).toEqual(['op-dinsos 13 13:00'])
    expect(times([nudge(at(13, '10:00'), { forcedBecause: 'Diminta Sekda' })])).toEqual(['op-dinsos 13 10:00 by hand'])
  })

  it('is followed by no second one that day, unless that is forced; of two at one instant one is planned', () => {
    const first = nudge(at(10, '15:00'))
    const second = nudge(at(10, '16:00'), { number: 2 })
    expect(byHand(reminders(at(10, '16:00'), { nudges: [first, second] }))).toEqual(['op-dinsos 10 15:00 by hand'])
    const forced = { ...second, forcedBecause: 'Diminta Sekda' }
    expect(byHand(reminders(at(10, '16:00'), { nudges: [first, forced] }))).toHaveLength(2)
    const twin = nudge(at(10, '15:00'), { number: 2 })
    expect(byHand(reminders(at(10, '15:00'), { nudges: [first, twin] }))).toHaveLength(1)
  })

  it('reaches nobody of an agency that has sent everything, and whose earlier reminder it was does not matter', () => {
    const submissions = [submission('dinsos', at(10, '14:00'))]
    expect(byHand(reminders(at(10, '15:00'), { submissions, nudges: [nudge(at(10, '15:00'))] }))).toEqual([])
  })

  it('counts a scheduled reminder that went in the morning, though its work was sent and returned since', () => {
    const submissions = [submission('dinsos', at(11, '09:00'))]
    const reviews = [review('dinsos', at(11, '09:30'), { decision: 'return', dueOn: '2026-02-13' })]
    const nudges = [nudge(at(11, '10:00'))]
    expect(byHand(reminders(at(11, '10:00'), { submissions, reviews, nudges }))).toEqual([])
    const before = [submission('dinsos', at(10, '16:00'))]
    expect(byHand(reminders(at(11, '10:00'), { submissions: before, reviews, nudges }))).toHaveLength(1)
  })

  it('of two rounds at one instant reaches each recipient once, in whatever order the rounds are listed', () => {
    const second = round(agencyIds, { id: '3b-2026-1' })
    const both = (first: RoundFacts, other: RoundFacts) =>
      plan(at(10, '15:00'), { region: kupang, rounds: [first, other] })
        .filter(({ slot, state }) => slot.startsWith('hand.') && state === 'planned')
        .map(({ recipientId, slot }) => `${recipientId} ${slot}`)
    const [own, others] = [nudge(at(10, '15:00')), nudge(at(10, '15:00'), { agencyIds })]
    const [a, b] = [facts({ nudges: [own] }), factsOf(second, { nudges: [others] })]
    const planned = ['op-dinsos hand.3a-2026-2.0001', 'op-perikanan hand.3b-2026-1.0001']
    expect(both(a, b).toSorted()).toEqual(planned)
    expect(both(b, a).toSorted()).toEqual(planned)
  })

  it('to an operator of two agencies is one mail', () => {
    const both = region(agencyIds, { people: [...kupang.people, person('dua-dinas', agencyIds)] })
    const nudges = [nudge(at(10, '15:00'), { agencyIds })]
    const lines = byHand(reminders(at(10, '15:00'), { nudges }, both))
    expect(lines.filter((line) => line.startsWith('dua-dinas'))).toHaveLength(1)
  })
})

describe('work returned at 10', () => {
  const submissions = [submission('dinsos', at(11, '07:00'))]
  const returnedAt = (when: Date) => [review('dinsos', when, { decision: 'return', dueOn: '2026-02-13' })]
  const own = (now: Date, when: Date) =>
    reminders(now, { submissions, reviews: returnedAt(when) }).filter((line) => line.startsWith('op-dinsos'))

  it('does not make that day’s reminder of 08.00 true again; the next day’s comes', () => {
    expect(own(at(11, '10:00'), at(11, '10:00'))).toEqual([])
    expect(own(at(11, '23:59'), at(11, '10:00'))).toEqual([])
    expect(own(at(12, '08:00'), at(11, '10:00'))).toEqual(['op-dinsos 12 08:00'])
  })

  it('but returned before 08.00 is reminded of at 08.00', () => {
    expect(own(at(11, '08:00'), at(11, '07:59'))).toEqual(['op-dinsos 11 08:00'])
  })
})

describe('a mail sent again', () => {
  const receipt = {
    kind: 'receipt',
    region: 'kota-kupang',
    scope: '3a-2026-2',
    agencyId: 'dinsos',
    formId: 'aksi3a-penandaan-anggaran',
    recipientId: 'op-dinsos',
    slot: '0001',
  } as const
  const submissions = [submission('dinsos', at(11, '10:00'))]
  const resend: Resend = {
    at: at(11, '11:00').toISOString(),
    by: 'koordinator',
    number: 1,
    nid: nidOf(receipt),
    kind: 'receipt',
    scope: '3a-2026-2',
    agencyId: 'dinsos',
    formId: 'aksi3a-penandaan-anggaran',
    recipientId: 'op-dinsos',
    slot: '0001',
    expiresAt: at(14, '10:00').toISOString(),
    why: 'submission dinsos',
  }
  const receipts = (now: Date, more: Partial<RoundFacts>) =>
    plan(now, { region: kupang, rounds: [facts(more)] }).filter(({ kind }) => kind === 'receipt')

  it('is a new notice beside the first, never the same one', () => {
    const planned = receipts(at(11, '11:00'), { submissions, resends: [resend] })
    expect(planned).toHaveLength(2)
    expect(new Set(planned.map(({ nid }) => nid)).size).toBe(2)
    expect(planned.map(({ slot }) => slot)).toEqual(['0001', '0001~3a-2026-2.0001'])
    expect(planned[1]?.why).toContain(resend.nid)
  })

  it('goes only while its first reason stands', () => {
    const decided = { ...resend, kind: 'returned' as const, slot: '0001-01' }
    const reviews = [review('dinsos', at(11, '10:30'), { decision: 'return', dueOn: '2026-02-13' })]
    const returned = (more: Partial<RoundFacts>) =>
      plan(at(12, '10:00'), { region: kupang, rounds: [facts({ reviews, resends: [decided], ...more })] }).filter(
        ({ slot }) => slot.includes('~'),
      )
    expect(returned({ submissions })).toHaveLength(1)
    const newer = [...submissions, submission('dinsos', at(12, '09:00'), { revision: 2 })]
    expect(returned({ submissions: newer })).toEqual([])
  })
})
