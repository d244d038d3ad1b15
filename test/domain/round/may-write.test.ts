/** Who may write when: the first and the last instant, acceptance, and the day of their own that corrections have. */
import { describe, expect, it } from 'vitest'
import { closingOf, correctionsDueOn, mayWrite } from '../../../functions/domain/round/may-write.ts'
import type { RoundFacts } from '../../../functions/domain/round/rounds.ts'
import { region } from '../../fixtures/region.ts'
import { at, factsOf, formId, review, round, submission, window } from '../../fixtures/round.ts'

const agencyIds = ['dinsos', 'perikanan']
const facts = (more: Partial<RoundFacts> = {}) => factsOf(round(agencyIds, {}, [formId, 'lain']), more)
const write = (now: Date, more: Partial<RoundFacts> = {}, agencyId = 'dinsos', form = formId) =>
  mayWrite(now, { facts: facts(more), region: region(agencyIds) }, agencyId, form)
const justBefore = (when: Date) => new Date(when.getTime() - 1)
const sent = [submission('dinsos', at(12, '10:00'))]
const returned = review('dinsos', at(13, '10:00'), { decision: 'return', dueOn: '2026-02-20' })

describe('an agency may write', () => {
  it('from the opening hour until the final instant', () => {
    expect(write(justBefore(at(10, '09:00')))).toEqual({ code: 'round-not-open', opensOn: '2026-02-10' })
    expect(write(at(10, '09:00'))).toBe('ok')
    expect(write(justBefore(at(18, '00:00')))).toBe('ok')
    expect(write(at(18, '00:00'))).toEqual({ code: 'round-closed', closedOn: '2026-02-17' })
  })

  it('no longer from the very instant of a closing', () => {
    const windows = [window(1, at(12, '10:00'), { kind: 'close' })]
    expect(write(justBefore(at(12, '10:00')), { windows })).toBe('ok')
    expect(write(at(12, '10:00'), { windows })).toEqual({ code: 'round-closed', closedOn: '2026-02-12' })
  })

  it('only the forms that it has in the round', () => {
    expect(write(at(11, '10:00'), {}, 'dinsos', 'asing')).toEqual({ code: 'not-found', what: 'assignment' })
    expect(write(at(11, '10:00'), {}, 'asing')).toEqual({ code: 'not-found', what: 'assignment' })
  })

  it('not what was accepted, until a newer revision or a decision opens it again; other forms stay open', () => {
    const accepted = review('dinsos', at(13, '10:00'))
    expect(write(at(13, '11:00'), { submissions: sent, reviews: [accepted] })).toEqual({
      code: 'submission-accepted',
      revision: 1,
    })
    expect(write(at(13, '11:00'), { submissions: sent, reviews: [accepted] }, 'dinsos', 'lain')).toBe('ok')
    expect(write(at(13, '11:00'), { submissions: sent, reviews: [accepted] }, 'perikanan')).toBe('ok')
    const reopened = review('dinsos', at(13, '12:00'), { number: 2, decision: 'reopen', dueOn: '2026-02-20' })
    expect(write(at(13, '13:00'), { submissions: sent, reviews: [reopened, accepted] })).toBe('ok')
    const atOnce = {
      submissions: [submission('dinsos', at(10, '09:00'))],
      reviews: [review('dinsos', at(10, '09:00'))],
    }
    expect(write(at(10, '09:00'), atOnce)).toMatchObject({ code: 'submission-accepted' })
    const other = review('dinsos', at(13, '10:00'), { formId: 'lain' })
    expect(write(at(13, '11:00'), { submissions: sent, reviews: [other] })).toBe('ok')
    const second = submission('dinsos', at(13, '14:00'), { revision: 2 })
    expect(write(at(13, '15:00'), { submissions: [second, ...sent], reviews: [accepted] })).toBe('ok')
  })
})

describe('corrections', () => {
  const more = { submissions: sent, reviews: [returned] }

  it('have a last day of their own, for that form alone', () => {
    expect(write(at(18, '00:00'), more)).toBe('ok')
    expect(write(justBefore(at(21, '00:00')), more)).toBe('ok')
    expect(write(at(21, '00:00'), more)).toEqual({ code: 'round-closed', closedOn: '2026-02-20' })
    expect(write(at(18, '00:00'), more, 'dinsos', 'lain')).toMatchObject({ code: 'round-closed' })
    expect(write(at(18, '00:00'), more, 'perikanan')).toMatchObject({ code: 'round-closed' })
  })

  it('never end before the window does', () => {
    const early = { submissions: sent, reviews: [{ ...returned, dueOn: '2026-02-14' }] }
    expect(closingOf(facts(early), 'Asia/Makassar', 'dinsos', formId)).toEqual({
      closesOn: '2026-02-17',
      closesAt: at(18, '00:00'),
    })
  })

  it('end with a closing decided after the return, not with one before or at the same instant', () => {
    const due = (closedAt: Date, concerned?: string[]) =>
      correctionsDueOn(
        facts({
          ...more,
          windows: [window(1, closedAt, { kind: 'close', ...(concerned && { agencyIds: concerned }) })],
        }),
        'dinsos',
        formId,
      )
    expect(due(at(13, '09:00'))).toBe('2026-02-20')
    expect(due(at(13, '10:00'))).toBe('2026-02-20')
    expect(due(at(13, '10:01'))).toBeUndefined()
    expect(due(at(13, '10:01'), ['perikanan'])).toBe('2026-02-20')
    const extended = window(1, at(14, '10:00'), { kind: 'extend', closesOn: '2026-02-18' })
    expect(correctionsDueOn(facts({ ...more, windows: [extended] }), 'dinsos', formId)).toBe('2026-02-20')
  })

  it('follow the latest decision: by revision, then by number', () => {
    const due = (...reviews: RoundFacts['reviews']) =>
      correctionsDueOn(facts({ submissions: sent, reviews }), 'dinsos', formId)
    const accepted = review('dinsos', at(14, '10:00'), { number: 2 })
    const second = review('dinsos', at(15, '10:00'), { revision: 2, decision: 'return', dueOn: '2026-02-23' })
    expect(due()).toBeUndefined()
    expect(due(accepted, returned)).toBeUndefined()
    expect(due({ ...accepted, dueOn: '2026-02-20' }, returned)).toBeUndefined()
    expect(due(second, accepted, returned)).toBe('2026-02-23')
    expect(
      due(review('dinsos', at(14, '10:00'), { number: 2, decision: 'reopen', dueOn: '2026-02-19' }), returned),
    ).toBe('2026-02-19')
  })
})
