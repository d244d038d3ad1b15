/** In time, in extension or late: by the dates that stood at the submission's own instant, to the millisecond. */
import { describe, expect, it } from 'vitest'
import { timelinessOf, timelinessOfForm } from '../../../functions/domain/round/timeliness.ts'
import type { Window } from '../../../functions/schema/round.ts'
import { at, factsOf, formId, round, submission, window } from '../../fixtures/round.ts'

const zone = 'Asia/Makassar'
const sentAt = (when: Date, ...windows: Window[]) =>
  timelinessOf(
    { agencyId: 'dinsos', at: when.toISOString() },
    factsOf(round(['dinsos', 'perikanan']), { windows }),
    zone,
  )
const justBefore = (when: Date) => new Date(when.getTime() - 1)
const extend = (when: Date, more: Partial<Window>, number = 1) => window(number, when, { kind: 'extend', ...more })
const close = (when: Date, number = 1) => window(number, when, { kind: 'close' })

describe('a submission', () => {
  it('is on time before the end of the target, in extension from it, late from the final instant', () => {
    expect(sentAt(justBefore(at(14, '00:00')))).toBe('on-time')
    expect(sentAt(at(14, '00:00'))).toBe('in-extension')
    expect(sentAt(justBefore(at(18, '00:00')))).toBe('in-extension')
    expect(sentAt(at(18, '00:00'))).toBe('late')
  })

  it('is on time by a target that was moved before it, not by one moved afterwards', () => {
    const moved = extend(at(15, '10:00'), { closesOn: '2026-02-20', targetOn: '2026-02-18' })
    expect(sentAt(at(15, '09:59'), moved)).toBe('in-extension')
    // Decided at the very instant counts for it.
    expect(sentAt(at(15, '10:00'), moved)).toBe('on-time')
    expect(sentAt(justBefore(at(19, '00:00')), moved)).toBe('on-time')
    expect(sentAt(at(19, '00:00'), moved)).toBe('in-extension')
  })

  it('is measured by decisions about its own agency', () => {
    const others = extend(at(12, '10:00'), { closesOn: '2026-02-20', agencyIds: ['perikanan'] })
    expect(sentAt(at(18, '10:00'), others)).toBe('late')
    expect(sentAt(at(18, '10:00'), { ...others, agencyIds: ['dinsos'] })).toBe('in-extension')
  })
})

describe('a decision', () => {
  it.each(['extend', 'reopen'] as const)(
    'to %s before the final instant moves it; at it, or after, all is late',
    (kind) => {
      const decided = (when: Date) => sentAt(at(19, '10:00'), window(1, when, { kind, closesOn: '2026-02-20' }))
      expect(decided(justBefore(at(18, '00:00')))).toBe('in-extension')
      expect(decided(at(18, '00:00'))).toBe('late')
      expect(decided(at(18, '09:00'))).toBe('late')
    },
  )

  it('to extend what had been re-opened after the end makes nobody punctual', () => {
    const reopened = window(1, at(18, '09:00'), { kind: 'reopen', closesOn: '2026-02-20' })
    const longer = extend(at(19, '10:00'), { closesOn: '2026-02-25', targetOn: '2026-02-25' }, 2)
    expect(sentAt(at(20, '10:00'), reopened, longer)).toBe('late')
  })

  it('to close early and open again before the original end makes nobody late', () => {
    const reopened = window(2, at(16, '10:00'), { kind: 'reopen', closesOn: '2026-02-19' })
    expect(sentAt(at(17, '10:00'), close(at(14, '10:00')), reopened)).toBe('in-extension')
    expect(sentAt(at(18, '10:00'), close(at(14, '10:00')), reopened)).toBe('in-extension')
    expect(sentAt(at(20, '00:00'), close(at(14, '10:00')), reopened)).toBe('late')
  })

  it('to close ends the target with the window: what came at that very instant was not before it', () => {
    const closing = close(at(12, '10:00'))
    expect(sentAt(justBefore(at(12, '10:00')), closing)).toBe('on-time')
    expect(sentAt(at(12, '10:00'), closing)).toBe('in-extension')
  })
})

describe('a form', () => {
  it('has the class of its first revision that says something', () => {
    const nothing = submission('dinsos', at(12, '10:00'), { completeness: { expected: 14, answered: 0 } })
    const second = submission('dinsos', at(15, '10:00'), { revision: 2, completeness: { expected: 14, answered: 1 } })
    const third = submission('dinsos', at(18, '10:00'), { revision: 3 })
    const of = (...submissions: (typeof second)[]) =>
      timelinessOfForm(factsOf(round(['dinsos']), { submissions }), zone, 'dinsos', formId)
    expect(of()).toBeNull()
    expect(of(nothing)).toBeNull()
    expect(of({ ...nothing, nil: true })).toBe('on-time')
    expect(of(third, second, nothing)).toBe('in-extension')
  })
})
