/** The burn-up counts as the board counted on each day, and ends with the board's own figure. */
import { describe, expect, it } from 'vitest'
import { boardOf } from '../../../functions/domain/round/board.ts'
import { burnUpOf } from '../../../functions/domain/round/burn-up.ts'
import { region } from '../../fixtures/region.ts'
import { at, factsOf, review, round, submission, window } from '../../fixtures/round.ts'

const agencies = ['dinsos', 'perikanan', 'kec-alak']
const state = (more = {}) => ({ region: region(agencies), facts: factsOf(round(agencies), more) })
const submissions = [submission('dinsos', at(10, '10:00')), submission('perikanan', at(12, '23:59'))]

describe('the burn-up', () => {
  it('has a line for each day from the opening to today, and none before the opening', () => {
    expect(burnUpOf(at(9, '12:00'), state())).toEqual([])
    const days = burnUpOf(at(12, '12:00'), state({ submissions: submissions.slice(0, 1) }))
    expect(days.map(({ on, submitted }) => [on, submitted])).toEqual([
      ['2026-02-10', 1],
      ['2026-02-11', 1],
      ['2026-02-12', 1],
    ])
  })

  it('counts a submission on the region’s own day, up to its last minute', () => {
    const days = burnUpOf(at(13, '08:00'), state({ submissions }))
    expect(days.map(({ submitted }) => submitted)).toEqual([1, 1, 2, 2])
  })

  it('falls when work is returned and ends with the board’s own counts', () => {
    const reviews = [
      review('dinsos', at(11, '09:00')),
      review('perikanan', at(13, '09:00'), { decision: 'return', dueOn: '2026-02-18' }),
    ]
    const now = at(13, '10:00')
    const days = burnUpOf(now, state({ submissions, reviews }))
    expect(days.map(({ submitted, accepted }) => [submitted, accepted])).toEqual([
      [1, 0],
      [1, 1],
      [2, 1],
      [1, 1],
    ])
    const { counts } = boardOf(now, state({ submissions, reviews }))
    expect(days.at(-1)).toMatchObject({ submitted: counts.submitted, accepted: counts.accepted })
  })

  it('goes on through an extension of one agency and stops after the last window', () => {
    const windows = [window(1, at(12, '10:00'), { closesOn: '2026-02-20', agencyIds: ['dinsos'] })]
    expect(burnUpOf(at(28, '10:00'), state({ windows })).at(-1)?.on).toBe('2026-02-20')
  })
})
