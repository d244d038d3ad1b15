/** Which round people meet first: one that is prepared never hides the one that runs; corrections keep a round open for whoever makes them. */
import { expect, it } from 'vitest'
import { byStage, lastClosesOn, stageOf } from '../../../functions/domain/round/round-stage.ts'
import { at, factsOf, review, round, submission, window } from '../../fixtures/round.ts'

const zone = 'Asia/Makassar'
const theRound = round(['dinsos', 'perikanan'])
const all = () => true
const only = (wanted: string) => (agencyId: string) => agencyId === wanted

it('is to come until its opening hour, open until the end of its final day, then closed', () => {
  const facts = factsOf(theRound)
  const stages = [at(10, '08:59'), at(10, '09:00'), at(17, '23:59'), at(18, '00:00')].map((now) =>
    stageOf(now, facts, zone, all),
  )
  expect(stages).toEqual(['upcoming', 'open', 'open', 'closed'])
})

it('is a draft until it is opened, whatever its dates say, and is over for whom it does not concern', () => {
  const draft = factsOf(round(['dinsos'], { openedAt: null }))
  for (const now of [at(9, '10:00'), at(11, '10:00'), at(20, '10:00')])
    expect(stageOf(now, draft, zone, all)).toBe('draft')
  expect(stageOf(at(11, '10:00'), factsOf(theRound), zone, only('lain'))).toBe('closed')
  expect(lastClosesOn(factsOf(theRound), zone, only('lain'))).toBe(theRound.closesOn)
})

it('stays open only for whom it was extended, or who has work to correct', () => {
  const extended = window(1, at(16, '10:00'), { kind: 'extend', closesOn: '2026-02-20', agencyIds: ['dinsos'] })
  const facts = factsOf(theRound, {
    windows: [extended],
    submissions: [submission('perikanan', at(12, '10:00'))],
    reviews: [review('perikanan', at(17, '10:00'), { decision: 'return', dueOn: '2026-02-25' })],
  })
  expect(stageOf(at(19, '10:00'), facts, zone, only('dinsos'))).toBe('open')
  expect(stageOf(at(24, '10:00'), facts, zone, only('dinsos'))).toBe('closed')
  expect(stageOf(at(24, '10:00'), facts, zone, only('perikanan'))).toBe('open')
  expect(stageOf(at(26, '10:00'), facts, zone, all)).toBe('closed')
  // What explains it to who reads only the round's own dates.
  expect(lastClosesOn(facts, zone, only('dinsos'))).toBe('2026-02-20')
  expect(lastClosesOn(facts, zone, all)).toBe('2026-02-25')
  expect(lastClosesOn(factsOf(theRound), zone, all)).toBe(theRound.closesOn)
  expect(lastClosesOn({ ...facts, round: round(['perikanan', 'dinsos']) }, zone, all)).toBe('2026-02-25')
})

it('is listed after those that have opened, the next one first', () => {
  const entry = (id: string, stage: 'draft' | 'upcoming' | 'open' | 'closed', opensOn: string) => ({
    id,
    stage,
    round: { opensOn, title: { id, en: id } },
  })
  const listed = [
    entry('juli', 'upcoming', '2026-07-01'),
    entry('januari', 'closed', '2026-01-05'),
    entry('mei', 'upcoming', '2026-05-04'),
    entry('februari', 'open', '2026-02-10'),
  ]
  expect(listed.toSorted(byStage).map(({ id }) => id)).toEqual(['februari', 'januari', 'mei', 'juli'])
  const prepared = [entry('april', 'draft', '2026-04-01'), entry('maret', 'upcoming', '2026-03-02'), ...listed]
  expect(
    prepared
      .toSorted(byStage)
      .map(({ id }) => id)
      .slice(2, 4),
  ).toEqual(['maret', 'april'])
  const sameDay = ['Tahap 10', 'Tahap 2'].map((title) => entry(title, 'open', '2026-02-10'))
  expect(sameDay.toSorted(byStage).map(({ id }) => id)).toEqual(['Tahap 2', 'Tahap 10'])
})
