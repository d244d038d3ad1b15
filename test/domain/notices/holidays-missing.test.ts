/** Next year's holidays are missing: coordinators are told once, in November, by their own clock; and the plan shows it before. */
import { expect, it } from 'vitest'
import { upcomingNotices } from '../../../functions/domain/notices/desk/upcoming.ts'
import { plan } from '../../../functions/domain/notices/plan.ts'
import type { RegionState } from '../../../functions/domain/round/rounds.ts'
import { calendar2026, person, region, stamp } from '../../fixtures/region.ts'
import { factsOf, round } from '../../fixtures/round.ts'

const kupang = region(['perikanan'])
const state: RegionState = { region: kupang, rounds: [] }
const told = (now: string, given = state) =>
  plan(new Date(now), given).filter(({ kind }) => kind === 'holidays-missing')

it('goes on the first working day of November at 10.00, to coordinators alone, for seven days at most', () => {
  expect(told('2026-11-02T01:59:00Z')).toEqual([])
  const [mail, ...others] = told('2026-11-02T02:00:00Z')
  expect(others).toEqual([])
  expect(mail).toMatchObject({ scope: 'all', slot: '2027', state: 'planned', dueAt: '2026-11-02T02:00:00.000Z' })
  expect(kupang.people.find(({ id }) => id === mail?.recipientId)?.role).toBe('coordinator')
  expect(told('2026-11-05T00:00:00Z').map(({ nid }) => nid)).toEqual([mail?.nid])
  expect(told('2026-11-09T02:00:00Z')).toEqual([])
})

it('does not go where the year is there, in a rehearsal, or to whoever came to coordinate only afterwards', () => {
  const nyepi = { date: '2027-03-08', name: { id: 'Nyepi', en: 'Nyepi' }, kind: 'national' } as const
  const calendar = { ...calendar2026, holidays: [...calendar2026.holidays, nyepi] }
  expect(told('2026-11-02T02:00:00Z', { ...state, region: { ...kupang, calendar } })).toEqual([])
  const rehearsal = factsOf(round(['perikanan'], { id: 'latihan-x-1', rehearsal: { of: 'x', startsAt: stamp.at } }))
  expect(told('2026-11-02T02:00:00Z', { ...state, rounds: [rehearsal] })).toEqual([])
  const late = person('baru', ['perikanan'], { role: 'coordinator', at: '2026-11-03T00:00:00.000Z' })
  expect(told('2026-11-04T00:00:00Z', { ...state, region: { ...kupang, people: [late] } })).toEqual([])
})

it('stands in the mails to come of a round that runs in that autumn', () => {
  const autumn = { opensOn: '2026-10-05', targetOn: '2026-10-16', closesOn: '2026-10-20' }
  const running = { ...state, rounds: [factsOf(round(['perikanan'], autumn))] }
  const kinds = upcomingNotices(new Date('2026-10-10T00:00:00Z'), running, '3a-2026-2').map(({ mail }) => mail.kind)
  expect(kinds.filter((kind) => kind === 'holidays-missing')).toHaveLength(1)
})
