/** Dates folded from a round and its decisions: whom each concerns, which wins, and what was in force when. */
import { describe, expect, it } from 'vitest'
import {
  agenciesIn,
  datesBefore,
  datesFor,
  firstDates,
  isClosedAlone,
  lastClosingOf,
  movesTargetOnly,
  placesIn,
  unlikeAgencies,
  windowSegments,
  windowsOf,
} from '../../../functions/domain/round/windows.ts'
import { at, factsOf, round, window } from '../../fixtures/round.ts'

const zone = 'Asia/Makassar'
const agencyIds = ['dinsos', 'perikanan']
const facts = (...windows: ReturnType<typeof window>[]) => factsOf(round(agencyIds), { windows })
const forAll = window(1, at(12, '10:00'), { closesOn: '2026-02-19' })
const forOne = window(2, at(13, '10:00'), { closesOn: '2026-02-20', agencyIds: ['dinsos'] })

describe('the dates in force', () => {
  it('are the round’s own before any decision, from the opening hour', () => {
    const own = { opensAt: at(10, '09:00'), targetOn: '2026-02-13', closesOn: '2026-02-17', closesAt: at(18, '00:00') }
    expect(firstDates(facts(), zone)).toMatchObject(own)
    expect(datesFor(facts(), zone, 'dinsos')).toMatchObject(own)
  })

  it('follow the decisions that concern the agency, in the order of their numbers and not of the list', () => {
    const later = window(3, at(13, '10:00'), { kind: 'correct', closesOn: '2026-02-18' })
    const all = facts(later, forOne, forAll)
    expect(windowsOf(all, 'dinsos').map(({ number }) => number)).toEqual([1, 2, 3])
    expect(windowsOf(all, 'perikanan').map(({ number }) => number)).toEqual([1, 3])
    expect(datesFor(facts(forOne, forAll), zone, 'dinsos').closesOn).toBe('2026-02-20')
    expect(datesFor(facts(forOne, forAll), zone, 'perikanan').closesOn).toBe('2026-02-19')
  })

  it('are worked out once for all agencies that the same decisions concern', () => {
    const agencies = Array.from({ length: 9 }, (_, index) => `dinas-${index}`)
    const some = window(2, at(13, '10:00'), { closesOn: '2026-02-20', agencyIds: agencies.slice(0, 4) })
    const all = factsOf(round(agencies), { windows: [forAll, some] })
    expect(new Set(agencies.map((id) => datesFor(all, zone, id))).size).toBe(2)
    expect(unlikeAgencies(all)).toEqual([
      { agencyId: 'dinas-0', agencies: 4 },
      { agencyId: 'dinas-4', agencies: 5 },
    ])
    expect(datesFor(all, 'Asia/Jayapura', 'dinas-0').closesAt).toEqual(at(20, '23:00'))
    const again = { ...all, round: { ...all.round, targetOn: '2026-02-11' } }
    expect(datesFor(again, zone, 'dinas-0').targetOn).toBe('2026-02-11')
  })

  it('as of an instant know the decision of that very instant, and none after it', () => {
    const asOf = (when: Date) => datesFor(facts(forAll), zone, 'dinsos', when).closesOn
    expect(asOf(new Date(at(12, '10:00').getTime() - 1))).toBe('2026-02-17')
    expect(asOf(at(12, '10:00'))).toBe('2026-02-19')
  })

  it('before a decision are those that it found, whatever came after', () => {
    const all = facts(forAll, forOne)
    expect(datesBefore(all, zone, 'dinsos', forAll).closesOn).toBe('2026-02-17')
    expect(datesBefore(all, zone, 'dinsos', forOne).closesOn).toBe('2026-02-19')
  })
})

describe('the history of the dates', () => {
  it('has a segment for the round and each decision, each until the next', () => {
    expect(
      windowSegments(facts(forAll, forOne), zone, 'dinsos').map(({ from, until, kind, number, dates }) => ({
        from,
        until,
        kind,
        number,
        closesOn: dates.closesOn,
      })),
    ).toEqual([
      { from: at(10, '09:00'), until: at(12, '10:00'), kind: 'round', number: 0, closesOn: '2026-02-17' },
      { from: at(12, '10:00'), until: at(13, '10:00'), kind: 'extend', number: 1, closesOn: '2026-02-19' },
      { from: at(13, '10:00'), until: undefined, kind: 'extend', number: 2, closesOn: '2026-02-20' },
    ])
  })
})

it('an agency was closed alone where the last decision about it closed it by name', () => {
  const alone = window(1, at(12, '10:00'), { kind: 'close', agencyIds: ['dinsos'] })
  expect(isClosedAlone(facts(alone), 'dinsos')).toBe(true)
  expect(isClosedAlone(facts(alone), 'perikanan')).toBe(false)
  expect(isClosedAlone(facts(alone, forOne), 'dinsos')).toBe(false)
  expect(isClosedAlone(facts(window(1, at(12, '10:00'), { kind: 'close' })), 'dinsos')).toBe(false)
  expect(isClosedAlone(facts(), 'dinsos')).toBe(false)
})

describe('a decision moved the target alone', () => {
  const target = window(1, at(12, '10:00'), { closesOn: '2026-02-17', targetOn: '2026-02-16' })
  it('where the final instant stayed and the target did not', () => {
    expect(movesTargetOnly(facts(target), zone, 'dinsos', target)).toBe(true)
    expect(movesTargetOnly(facts(forAll), zone, 'dinsos', forAll)).toBe(false)
    const both = window(1, at(12, '10:00'), { closesOn: '2026-02-18', targetOn: '2026-02-16' })
    expect(movesTargetOnly(facts(both), zone, 'dinsos', both)).toBe(false)
    const neither = window(1, at(12, '10:00'), { closesOn: '2026-02-17', targetOn: '2026-02-13' })
    expect(movesTargetOnly(facts(neither), zone, 'dinsos', neither)).toBe(false)
  })
})

describe('the agencies of a round', () => {
  it('have the place of their first form, however many they fill in', () => {
    const { assignments } = round(['dinsos', 'perikanan', 'dinsos', 'kesehatan'])
    const many = { round: round([], { assignments }) }
    expect([...placesIn(many)]).toEqual([
      ['dinsos', 0],
      ['perikanan', 1],
      ['kesehatan', 2],
    ])
    expect(agenciesIn(many)).toEqual(['dinsos', 'perikanan', 'kesehatan'])
  })
})

describe('the last closing of a round', () => {
  it('is the latest over its agencies, also earlier than the round’s own where all were closed', () => {
    expect(lastClosingOf(facts(forAll, forOne), zone).closesOn).toBe('2026-02-20')
    expect(lastClosingOf(factsOf(round(['perikanan', 'dinsos']), { windows: [forOne] }), zone).closesOn).toBe(
      '2026-02-20',
    )
    expect(lastClosingOf(facts(window(1, at(12, '10:00'), { kind: 'close' })), zone).closesAt).toEqual(at(12, '10:00'))
  })

  it('of a round in which nobody takes part is its own', () => {
    expect(lastClosingOf(factsOf(round([]), { windows: [forAll] }), zone).closesAt).toEqual(at(18, '00:00'))
  })
})
