/** The dates of an entry window, to the instant: what a decision moves, what it leaves, and where the target is cut. */
import { describe, expect, it } from 'vitest'
import { applyWindow, datesUntil } from '../../functions/rules/windows.ts'

const zone = 'Asia/Makassar'
const dates = datesUntil('2026-02-13', '2026-02-17', zone)
const at = (day: number, time: string) => new Date(`2026-02-${day}T${time}+08:00`)

describe('the dates until a final date', () => {
  it('end at the first instant after each day', () => {
    expect(dates).toEqual({
      targetOn: '2026-02-13',
      targetAt: at(14, '00:00'),
      closesOn: '2026-02-17',
      closesAt: at(18, '00:00'),
    })
  })

  it.each([
    ['before it', '2026-02-12', '2026-02-13', '2026-02-12'],
    ['on it', '2026-02-13', '2026-02-13', '2026-02-13'],
    ['after it', '2026-02-14', '2026-02-13', '2026-02-13'],
  ])('cut a target at the final date: %s', (_, targetOn, closesOn, cut) => {
    const { targetOn: on, targetAt } = datesUntil(targetOn, closesOn, zone)
    expect(on).toBe(cut)
    expect(targetAt).toEqual(datesUntil(cut, '2026-12-31', zone).targetAt)
  })
})

describe('a decision', () => {
  const decide = (move: object) =>
    applyWindow(dates, { kind: 'extend', at: at(16, '10:00').toISOString(), ...move }, zone)

  it('that extends moves the final date and leaves the target', () => {
    expect(decide({ closesOn: '2026-02-20' })).toEqual(datesUntil('2026-02-13', '2026-02-20', zone))
  })

  it('that names a target moves it too, and whatever else the dates carry is kept', () => {
    const opensAt = at(10, '09:00')
    const move = { kind: 'extend', at: '', closesOn: '2026-02-20', targetOn: '2026-02-18' } as const
    expect(applyWindow({ ...dates, opensAt }, move, zone)).toEqual({
      ...datesUntil('2026-02-18', '2026-02-20', zone),
      opensAt,
    })
  })

  it('that corrects to an earlier final date cuts the target there', () => {
    const cut = { ...datesUntil('2026-02-12', '2026-02-12', zone), decidedTargetOn: dates.targetOn }
    expect(decide({ kind: 'correct', closesOn: '2026-02-12' })).toEqual(cut)
  })

  it('without a date, whatever its kind, closes: what is stored is never read as open without end', () => {
    expect(decide({ kind: 'extend' })).toEqual(decide({ kind: 'close' }))
  })

  it('that closes ends the window at its own instant; a target that is over stays, one to come ends with it', () => {
    const after = decide({ kind: 'close' })
    expect(after).toEqual({ ...dates, closesOn: '2026-02-16', closesAt: at(16, '10:00') })
    const early = decide({ kind: 'close', at: at(12, '10:00').toISOString() })
    const [day, instant] = ['2026-02-12', at(12, '10:00')]
    expect(early).toEqual({
      targetOn: day,
      targetAt: instant,
      closesOn: day,
      closesAt: instant,
      decidedTargetOn: dates.targetOn,
    })
  })

  it('that closes at the very end of the target leaves it, and whatever else a closing names is not a date', () => {
    const after = decide({ kind: 'close', at: dates.targetAt.toISOString(), closesOn: '2026-03-01' })
    expect(after).toEqual({ ...dates, closesOn: '2026-02-14', closesAt: dates.targetAt })
  })

  it.each(['00:00:00', '00:00:00.001', '08:00'])('that closes what closed at 00.00 changes nothing at %s', (time) => {
    const late = decide({ kind: 'close', at: at(18, time).toISOString() })
    expect(late).toEqual(dates)
  })
})
