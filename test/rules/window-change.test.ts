/** Which changes of a window are possible, judged at the instants where the answer turns. */
import { describe, expect, it } from 'vitest'
import { standsInTheWay, type WindowChange, windowFlaws } from '../../functions/rules/window-change.ts'
import { datesUntil } from '../../functions/rules/windows.ts'

const zone = 'Asia/Makassar'
const usual = datesUntil('2026-02-13', '2026-02-17', zone)
const at = (day: number, time: string) => new Date(`2026-02-${day}T${time}+08:00`)
const flaws = (now: Date, change: WindowChange, dates = [usual]) =>
  windowFlaws(now, change, { dates, zone }).map((flaw) => `${flaw.at}: ${flaw.reason}`)

describe('an extension', () => {
  it('moves the final date later, or the target alone', () => {
    expect(flaws(at(11, '10:00'), { kind: 'extend', closesOn: '2026-02-18' })).toEqual([])
    expect(flaws(at(11, '10:00'), { kind: 'extend', closesOn: '2026-02-17', targetOn: '2026-02-14' })).toEqual([])
    expect(flaws(at(11, '10:00'), { kind: 'extend', closesOn: '2026-02-18', targetOn: '2026-02-18' })).toEqual([])
  })

  it.each([
    ['the same dates', { closesOn: '2026-02-17' }, ['closesOn: not-later']],
    ['the same dates, named', { closesOn: '2026-02-17', targetOn: '2026-02-13' }, ['closesOn: not-later']],
    ['an earlier final date', { closesOn: '2026-02-16' }, ['closesOn: not-later']],
    ['an earlier target', { closesOn: '2026-02-20', targetOn: '2026-02-12' }, ['targetOn: target-earlier']],
    [
      'a target after the final date',
      { closesOn: '2026-02-20', targetOn: '2026-02-21' },
      ['targetOn: target-after-final'],
    ],
  ])('is refused with %s', (_, asked, wanted) => {
    expect(flaws(at(11, '10:00'), { kind: 'extend', ...asked })).toEqual(wanted)
  })

  it('to a day that is over is in the past, from the instant at which it ends', () => {
    const dates = [datesUntil('2026-02-11', '2026-02-11', zone)]
    const change = { kind: 'extend', closesOn: '2026-02-12', targetOn: '2026-02-12' } as const
    expect(flaws(at(12, '23:59:59.999'), change, dates)).toEqual([])
    expect(flaws(at(13, '00:00'), change, dates)).toEqual(['closesOn: in-the-past', 'targetOn: in-the-past'])
  })

  it('reaches 400 days from now, to the instant', () => {
    const change = { kind: 'extend', closesOn: '2027-03-18' } as const
    expect(flaws(at(11, '23:59:59.999'), change)).toEqual(['closesOn: too-long'])
    expect(flaws(at(12, '00:00'), change)).toEqual([])
  })

  it('for several is refused where the dates of one stand in the way', () => {
    const later = datesUntil('2026-02-13', '2026-02-20', zone)
    const change = { kind: 'extend', closesOn: '2026-02-19' } as const
    expect(flaws(at(11, '10:00'), change, [usual, later])).toEqual(['closesOn: not-later'])
    expect([usual, later].map((dates) => standsInTheWay(at(11, '10:00'), change, dates, zone))).toEqual([false, true])
  })
})

describe('a re-opening', () => {
  const change = { kind: 'reopen', closesOn: '2026-02-20' } as const
  it('needs somebody for whom it is closed, which it is from the closing instant on', () => {
    expect(flaws(at(17, '23:59:59.999'), change)).toEqual(['kind: nothing-closed'])
    expect(flaws(at(18, '00:00'), change)).toEqual([])
    expect(flaws(at(18, '00:00'), change, [usual, datesUntil('2026-02-13', '2026-02-19', zone)])).toEqual([])
  })
})

describe('a closing', () => {
  it('needs somebody for whom it is open, and no dates', () => {
    const later = datesUntil('2026-02-13', '2026-02-19', zone)
    expect(flaws(at(17, '23:59:59.999'), { kind: 'close' })).toEqual([])
    expect(flaws(at(18, '00:00'), { kind: 'close' })).toEqual(['kind: already-closed'])
    expect(flaws(at(18, '00:00'), { kind: 'close' }, [usual, later])).toEqual([])
    expect(standsInTheWay(at(18, '00:00'), { kind: 'close' }, usual, zone)).toBe(false)
  })
})

describe('a correction', () => {
  const correct = (now: Date, asked: object, dates = [usual]) => flaws(now, { kind: 'correct', ...asked }, dates)

  it('takes away what is at least a day ahead, to the millisecond', () => {
    const asked = { closesOn: '2026-02-14', targetOn: '2026-02-13' }
    expect(correct(at(14, '00:00'), asked)).toEqual([])
    expect(correct(at(14, '00:00:00.001'), asked)).toEqual(['closesOn: too-soon'])
  })

  it('may move the target alone, and a final date before the target takes the target along', () => {
    expect(correct(at(10, '10:00'), { closesOn: '2026-02-17', targetOn: '2026-02-12' })).toEqual([])
    expect(correct(at(10, '10:00'), { closesOn: '2026-02-12' })).toEqual([])
    expect(correct(at(12, '10:00'), { closesOn: '2026-02-12' })).toEqual(['closesOn: too-soon'])
    // One of the two is near enough.
    expect(correct(at(12, '10:00'), { closesOn: '2026-02-16', targetOn: '2026-02-12' })).toEqual(['closesOn: too-soon'])
  })

  it.each([
    ['nothing', { closesOn: '2026-02-17' }],
    ['the final date later', { closesOn: '2026-02-18' }],
    ['the final date earlier and the target later', { closesOn: '2026-02-16', targetOn: '2026-02-14' }],
  ])('that moves %s is none', (_, asked) => {
    expect(correct(at(10, '10:00'), asked)).toEqual(['closesOn: not-earlier'])
  })

  it('of what is closed comes too late', () => {
    expect(correct(at(17, '23:59:59.999'), { closesOn: '2026-02-16' })).toEqual(['closesOn: too-soon'])
    expect(correct(at(18, '00:00'), { closesOn: '2026-02-16' })).toEqual(['kind: already-closed'])
  })
})

it('a change of dates without a date is a mistake of the caller', () => {
  expect(() => flaws(at(11, '10:00'), { kind: 'extend' })).toThrow('a change of dates needs a final date')
})
