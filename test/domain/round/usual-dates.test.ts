/** The dates that need no mention: what most agencies have, and of as many the ones that were set for everybody. */
import { describe, expect, it } from 'vitest'
import { usualAgencies, usualDates } from '../../../functions/domain/round/usual-dates.ts'
import type { Window } from '../../../functions/schema/round.ts'
import { at, factsOf, round, window } from '../../fixtures/round.ts'

const zone = 'Asia/Makassar'
const facts = (agencyIds: readonly string[], ...changes: (Partial<Window> & { agencyIds?: string[] })[]) =>
  factsOf(round(agencyIds), { windows: changes.map((more, index) => window(index + 1, at(12, `1${index}:00`), more)) })
const later = (closesOn: string, ...agencyIds: string[]) => ({ closesOn, agencyIds })
const closesOn = (...given: Parameters<typeof facts>) => usualDates(facts(...given), zone).closesOn

describe('the usual dates', () => {
  it('are those of most agencies, wherever they stand in the round', () => {
    expect(closesOn(['a', 'b', 'c'], later('2026-02-19', 'a'))).toBe('2026-02-17')
    expect(closesOn(['a', 'b', 'c'], later('2026-02-19', 'a', 'b'))).toBe('2026-02-19')
    expect(closesOn(['a', 'b', 'c'], later('2026-02-19', 'b', 'c'))).toBe('2026-02-19')
  })

  it('of as many agencies are those that were set for everybody', () => {
    expect(closesOn(['a', 'b'], later('2026-02-19', 'a'))).toBe('2026-02-17')
    expect(closesOn(['a', 'b'], later('2026-02-19', 'b'))).toBe('2026-02-17')
    expect(closesOn(['a', 'b'], { closesOn: '2026-02-18' }, later('2026-02-19', 'a'))).toBe('2026-02-18')
  })

  it('where each has its own are the latest', () => {
    expect(closesOn(['a', 'b'], later('2026-02-19', 'a'), later('2026-02-20', 'b'))).toBe('2026-02-20')
    expect(closesOn(['a', 'b'], later('2026-02-20', 'a'), later('2026-02-19', 'b'))).toBe('2026-02-20')
  })

  it('differ by the target alone, and by the minute of a closing on the final day', () => {
    const target = { closesOn: '2026-02-17', targetOn: '2026-02-16', agencyIds: ['a', 'b'] }
    expect(usualDates(facts(['c', 'a', 'b'], target), zone).targetOn).toBe('2026-02-16')
    const closed = window(1, at(17, '10:00'), { kind: 'close', agencyIds: ['a', 'b'] })
    expect(usualDates(factsOf(round(['c', 'a', 'b']), { windows: [closed] }), zone).closesAt).toEqual(at(17, '10:00'))
  })

  it('of a round without agencies are its own, and as of an instant those of then', () => {
    expect(closesOn([], { closesOn: '2026-02-19' })).toBe('2026-02-19')
    const moved = facts(['a', 'b'], later('2026-02-19', 'a', 'b'))
    expect(usualDates(moved, zone, at(11, '10:00')).closesOn).toBe('2026-02-17')
    expect(usualDates(moved, zone, at(12, '10:00')).closesOn).toBe('2026-02-19')
  })

  it('are had by the agencies that share them, in the round’s order', () => {
    expect(usualAgencies(facts(['c', 'a', 'b'], later('2026-02-19', 'a')), zone)).toEqual(['c', 'b'])
  })
})
