/** What is foretold of work that goes on, has stopped, or has hardly begun. February 2026: the 10th is a Tuesday, the 17th a holiday. */
import { expect, it } from 'vitest'
import { forecastOf, neededPace } from '../../functions/rules/forecast.ts'

const holidays = [{ date: '2026-02-17', name: { id: 'Imlek', en: 'Imlek' }, kind: 'national' as const }]
const span = { today: '2026-02-12', opensOn: '2026-02-10', holidays, week: 5 as const }

it('goes on as it went: half in two working days takes two more, over weekend and holiday', () => {
  expect(forecastOf({ answered: 10, expected: 20, lastOn: '2026-02-11' }, span)).toEqual({
    kind: 'on',
    day: '2026-02-13',
  })
  const friday = { ...span, today: '2026-02-13' }
  expect(forecastOf({ answered: 12, expected: 24, lastOn: '2026-02-13' }, friday)).toEqual({
    kind: 'on',
    day: '2026-02-20',
  })
  expect(forecastOf({ answered: 12, expected: 24, lastOn: '2026-02-13' }, { ...friday, week: 6 })).toEqual({
    kind: 'on',
    day: '2026-02-19',
  })
})

it('is never before today', () => {
  const late = { ...span, today: '2026-02-16' }
  expect(forecastOf({ answered: 39, expected: 40, lastOn: '2026-02-13' }, late)).toEqual({
    kind: 'on',
    day: '2026-02-16',
  })
})

it('says nothing of work that has not begun, is too young, would take years, or is done', () => {
  expect(forecastOf({ answered: 0, expected: 20, lastOn: null }, span).kind).toBe('unknown')
  expect(forecastOf({ answered: 5, expected: 20, lastOn: '2026-02-10' }, { ...span, today: '2026-02-11' }).kind).toBe(
    'unknown',
  )
  expect(forecastOf({ answered: 1, expected: 5_000, lastOn: '2026-02-11' }, span).kind).toBe('unknown')
  expect(forecastOf({ answered: 20, expected: 20, lastOn: '2026-02-11' }, span).kind).toBe('done')
})

it('says since when nothing was answered, once that is two working days', () => {
  const progress = { answered: 5, expected: 20, lastOn: '2026-02-10' }
  expect(forecastOf(progress, { ...span, today: '2026-02-13' })).toEqual({ kind: 'stopped', since: '2026-02-10' })
  expect(forecastOf(progress, span).kind).toBe('on')
})

it('the pace that is needed counts today and leaves out rest', () => {
  expect(neededPace(21, '2026-02-13', span)).toBe(11)
  expect(neededPace(21, '2026-02-18', span)).toBe(6)
  expect(neededPace(21, '2026-02-15', { ...span, today: '2026-02-14' })).toBeUndefined()
})
