/**
 * Rounds that open within a quarter of an hour are one mail a person, digests of one minute too, and nobody is told of a round twice, whatever
 * happens meanwhile.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeNotice } from '../../../functions/domain/notices/compose.ts'
import { kinds } from '../../../functions/domain/notices/kinds/kinds.ts'
import { nidOf, notYetIn } from '../../../functions/domain/notices/plan/nid.ts'
import { situationOf } from '../../../functions/domain/notices/plan/situation.ts'
import { plan } from '../../../functions/domain/notices/plan.ts'
import { isDigest, type MailContent } from '../../../functions/domain/notices/write/content.ts'
import type { RegionState } from '../../../functions/domain/round/rounds.ts'
import type { Notice, NoticeKind, NoticePlan } from '../../../functions/schema/notice.ts'
import type { Round } from '../../../functions/schema/round.ts'
import { region } from '../../fixtures/region.ts'
import { at, factsOf, round } from '../../fixtures/round.ts'
import { compositionParts } from './kota-kupang-week.ts'

const place = region(['dinsos', 'perikanan'])
const person = 'op-dinsos'
const coordinator = 'koordinator'

/** `openedAt`: by hand; absent: known before, opens at `opens` of 10 February. */
type Opening = { id: string; agencies?: string[]; opens?: string; openedAt?: string; from?: string }

const roundOf = ({ id, agencies = ['dinsos'], opens = '08:00', openedAt, from = '07:00' }: Opening): Round[] => {
  const title = { id: `Tahap ${id}`, en: `Phase ${id}` }
  const draft = { ...round(agencies), id, title, opensAtTime: opens, at: at(10, from).toISOString() }
  const opened = at(10, openedAt ?? from).toISOString()
  return [
    { ...draft, revision: 1, openedAt: null },
    { ...draft, revision: 2, at: opened, openedAt: opened },
  ]
}

/** The rounds as they stood, by their revisions. */
function stateAt(now: Date, rounds: readonly (readonly Round[])[]): RegionState {
  return {
    region: place,
    rounds: rounds.flatMap((revisions) => {
      const then = revisions.filter((each) => new Date(each.at) <= now)
      const last = then.at(-1)
      return last === undefined ? [] : [factsOf(last, { earlier: then.slice(0, -1) })]
    }),
  }
}

type Told = { at: Date; rounds: string[] }

/** Minute by minute as the jobs do it: what is missing in the ledger is planned, and what is due is written over the facts of its moment. */
function play(rounds: readonly (readonly Round[])[], minutes: readonly Date[], kind: NoticeKind = 'opening'): Told[] {
  const ledger = new Map<string, NoticePlan>()
  const mails: Told[] = []
  for (const now of minutes) {
    const state = stateAt(now, rounds)
    const due = notYetIn(new Set(ledger.keys()), plan(now, state)).filter((each) => each.kind === kind)
    for (const each of due) ledger.set(each.nid, each)
    for (const each of due) {
      const told = toldIn(ledger, each, state)
      const claimed = {
        ...each,
        state: 'claimed',
        plannedAt: each.dueAt,
        attempts: 1,
        unknowns: 0,
        epoch: '1',
      } as Notice
      const composed = composeNotice(now, { notice: claimed, state: { ...state, told }, parts: compositionParts })
      const reader = kind === 'digest' ? coordinator : person
      if (each.recipientId !== reader || composed.outcome !== 'mail') continue
      mails.push({ at: now, rounds: titlesIn(composed.content) })
    }
  }
  return mails
}

function toldIn(ledger: ReadonlyMap<string, NoticePlan>, notice: NoticePlan, state: RegionState): Set<string> {
  const reader = place.people.find(({ id }) => id === notice.recipientId)
  const about = { situation: situationOf(new Date(notice.dueAt), state), notice }
  const keys = reader === undefined ? [] : (kinds[notice.kind].earlier?.({ ...about, person: reader }) ?? [])
  return new Set(keys.map(({ nid }) => nid).filter((nid) => ledger.has(nid)))
}

function titlesIn(content: MailContent): string[] {
  const parts: { round: string }[] =
    content.kind === 'opening' ? content.rounds : isDigest(content) ? [content, ...(content.others ?? [])] : []
  return parts.map(({ round: title }) => title.replace('Tahap ', ''))
}

const minute = (time: string) => at(10, time)
const everyMinute = Array.from({ length: 70 }, (_, index) => new Date(minute('07:30').getTime() + index * 60_000))
const openings = (...rounds: readonly (readonly Round[])[]) =>
  play(rounds, everyMinute).map((told) => `${told.at.toISOString().slice(14, 16)}: ${told.rounds.join(', ')}`)

describe('rounds that open together', () => {
  it('are one mail when the last of them opens, in the order of their titles', () => {
    expect(openings(roundOf({ id: '10' }), roundOf({ id: '2' }))).toEqual(['00: 2, 10'])
    expect(openings(roundOf({ id: '10' }), roundOf({ id: '2', opens: '08:15' }))).toEqual(['15: 2, 10'])
    expect(openings(roundOf({ id: '10' }), roundOf({ id: '2', opens: '08:16' }))).toEqual(['00: 10', '16: 2'])
  })
  it('are each told alone to whom only one of them asks', () => {
    expect(openings(roundOf({ id: '1' }), roundOf({ id: '2', opens: '08:10', agencies: ['perikanan'] }))).toEqual([
      '00: 1',
    ])
  })
  it('opened by hand one after the other are one mail, since the draft could still be opened', () => {
    const [first, second] = [roundOf({ id: '1', openedAt: '08:00' }), roundOf({ id: '2', openedAt: '08:09' })]
    expect(openings(first, second)).toEqual(['09: 1, 2'])
    expect(openings(first, roundOf({ id: '2', openedAt: '08:20' }))).toEqual(['15: 1', '20: 2'])
    // The draft opens tomorrow, or asks somebody else: nothing waits for it.
    const [drafted] = roundOf({ id: '2' })
    expect(openings(first, [{ ...drafted!, opensOn: '2026-02-11' }])).toEqual(['00: 1'])
    expect(openings(first, [{ ...drafted!, assignments: round(['perikanan']).assignments }])).toEqual(['00: 1'])
  })
  it('made and opened after the first mail went are told alone', () => {
    const late = roundOf({ id: '2', from: '08:03', openedAt: '08:05' })
    expect(openings(roundOf({ id: '1' }), late)).toEqual(['00: 1', '05: 2'])
  })
  it('tell once what was told already when one is called off afterwards', () => {
    const [a, b] = [roundOf({ id: '1' }), roundOf({ id: '2', opens: '08:10' })]
    const off = {
      ...b.at(-1)!,
      revision: 3,
      at: minute('08:12').toISOString(),
      assignments: round(['perikanan']).assignments,
    }
    expect(openings(a, [...b, off])).toEqual(['10: 1, 2'])
    const before = { ...off, at: minute('08:04').toISOString() }
    expect(openings(a, [...b, before])).toEqual(['04: 1'])
  })
  it('that a release before told of one by one are not told again', () => {
    const rounds = [roundOf({ id: '1' }), roundOf({ id: '2' })]
    const now = minute('08:01')
    const own = { kind: 'opening', region: 'kota-kupang', recipientId: person } as const
    const due = plan(now, stateAt(now, rounds)).filter((each) => each.kind === 'opening' && each.recipientId === person)
    expect(due).toHaveLength(1)
    const nids = (slot: string) => ['1', '2'].map((scope) => nidOf({ ...own, scope, slot }))
    for (const slot of ['2026-02-10.opening', minute('08:00').toISOString()]) {
      expect(notYetIn(new Set(nids(slot)), due)).toEqual([])
      expect(notYetIn(new Set(nids(slot).slice(0, 1)), due)).toHaveLength(1)
    }
  })
})

describe('digests of one minute', () => {
  const mornings = [10, 11, 12, 13, 17].flatMap((day) => ['08:00', '08:30', '17:00'].map((time) => at(day, time)))
  const digests = (...rounds: readonly (readonly Round[])[]) =>
    play(rounds, mornings, 'digest').map((told) => `${told.at.toISOString().slice(8, 13)}: ${told.rounds.join(', ')}`)
  const [a, b] = [roundOf({ id: '10' }), roundOf({ id: '2' })]

  it('are one mail with a part each, by title', () => {
    expect(digests(a, b)).toEqual(['11T00', '12T00', '13T00', '13T09', '17T09'].map((hour) => `${hour}: 2, 10`))
  })
  it('of another hour are a mail of their own', () => {
    const later = b.map((each) => ({ ...each, alertPlan: { ...each.alertPlan, morning: '08:30' } }))
    expect(digests(a, later).slice(0, 2)).toEqual(['11T00: 10', '11T00: 2'])
  })
  it('go on as one when a round ends or is called off', () => {
    const off = {
      ...b.at(-1)!,
      revision: 3,
      at: at(12, '10:00').toISOString(),
      closesOn: '2026-02-12',
      targetOn: '2026-02-12',
    }
    expect(digests(a, [...b, off])).toEqual([
      '11T00: 2, 10',
      '12T00: 2, 10',
      '12T09: 2',
      '13T00: 10',
      '13T09: 10',
      '17T09: 10',
    ])
  })
  it('that a release before sent one by one are not sent again', () => {
    const now = at(11, '08:00')
    const due = plan(now, stateAt(now, [a, b])).filter(({ kind }) => kind === 'digest')
    expect(due).toMatchObject([{ scope: 'all', rounds: ['10', '2'] }])
    const own = { kind: 'digest', region: 'kota-kupang', recipientId: coordinator } as const
    for (const slot of ['2026-02-11.morning', now.toISOString()]) {
      const nids = ['10', '2'].map((scope) => nidOf({ ...own, scope, slot }))
      expect(notYetIn(new Set(nids), due)).toEqual([])
      expect(notYetIn(new Set(nids.slice(0, 1)), due)).toHaveLength(1)
    }
  })
})

it('whatever opens when, and is called off: each round is told once to whom it asks all the time, and never twice', () => {
  const clock = fc.integer({ min: 0, max: 50 }).map((minutes) => new Date(minute('07:30').getTime() + minutes * 60_000))
  const act = fc.record({ made: clock, opens: clock, opened: clock, off: fc.option(clock) })
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 4 }), (acts) => {
      const rounds = acts.map(({ made, opens, opened, off }, index) => {
        const wall = new Date(opens.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)
        const [draft, open] = roundOf({ id: `${index}`, opens: wall })
        const [first, then] = [made, opened].toSorted((a, b) => a.getTime() - b.getTime())
        const at = (when: Date | undefined) => when!.toISOString()
        const gone =
          off && off > then!
            ? [
                {
                  ...open!,
                  revision: 3,
                  at: at(off),
                  openedAt: at(then),
                  assignments: round(['perikanan']).assignments,
                },
              ]
            : []
        return [{ ...draft!, at: at(first) }, { ...open!, at: at(then), openedAt: at(then) }, ...gone]
      })
      const told = play(rounds, everyMinute).flatMap((mail) => mail.rounds)
      expect(told.length).toBe(new Set(told).size)
      const lasting = rounds.flatMap((revisions, index) => (revisions.length === 2 ? `${index}` : []))
      expect(told).toEqual(expect.arrayContaining(lasting))
    }),
  )
})
