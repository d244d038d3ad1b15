/** Nothing goes out before one has looked: a draft mails nobody, opening it does, and an agency that is taken out is told. */
import { describe, expect, it } from 'vitest'
import { plan } from '../../../functions/domain/notices/plan.ts'
import { mayWrite } from '../../../functions/domain/round/may-write.ts'
import type { Round } from '../../../functions/schema/round.ts'
import { region } from '../../fixtures/region.ts'
import { at, factsOf, formId, round } from '../../fixtures/round.ts'

const agencyIds = ['dinsos', 'perikanan']
const place = region(agencyIds)
const created = at(9, '10:00').toISOString()
const draft: Round = { ...round(agencyIds), at: created, by: 'koordinator', openedAt: null }
const openedAt = (when: Date): Round => ({
  ...draft,
  revision: 2,
  at: when.toISOString(),
  openedAt: when.toISOString(),
})
const facts = (...revisions: Round[]) => ({ ...factsOf(revisions.at(-1)!, {}), earlier: revisions.slice(0, -1) })
const due = (now: Date, ...revisions: Round[]) => plan(now, { region: place, rounds: [facts(...revisions)] })

describe('a draft', () => {
  it('mails nobody at any hour of its week, and accepts nothing', () => {
    for (let day = 9; day <= 19; day += 1) expect(due(at(day, '17:30'), draft)).toEqual([])
    const state = { region: place, facts: facts(draft) }
    expect(mayWrite(at(12, '10:00'), state, 'dinsos', formId)).toMatchObject({ code: 'round-not-open' })
  })

  it('opened before its hour opens at its hour, and after it at once; what had passed by then is no mail', () => {
    const early = due(at(10, '09:00'), draft, openedAt(at(9, '15:00')))
    expect(early.map(({ kind, dueAt }) => `${kind} ${dueAt}`)).toContain(`opening ${at(10, '09:00').toISOString()}`)
    expect(due(at(10, '08:59'), draft, openedAt(at(9, '15:00')))).toEqual([])
    const late = openedAt(at(12, '10:00'))
    const first = due(at(12, '10:00'), draft, late)
    expect(new Set(first.map(({ kind, dueAt }) => `${kind} ${dueAt}`))).toEqual(
      new Set([`opening ${at(12, '10:00').toISOString()}`]),
    )
    expect(mayWrite(at(12, '10:00'), { region: place, facts: facts(draft, late) }, 'dinsos', formId)).toBe('ok')
  })

  it('of a release before drafts counts as opened', () => {
    const { openedAt: _, ...old } = draft
    expect(due(at(10, '09:00'), old).map(({ kind }) => kind)).toContain('opening')
  })
})

describe('an agency taken out of an open round', () => {
  const opened = openedAt(at(9, '15:00'))
  const without = (when: Date): Round => ({
    ...opened,
    revision: 3,
    at: when.toISOString(),
    assignments: round(['dinsos']).assignments,
  })
  const told = (now: Date, ...revisions: Round[]) =>
    due(now, ...revisions).flatMap(({ kind, recipientId }) => (kind === 'unassigned' ? recipientId : []))
  it('is told with its head, once, and not where nobody had been told of the round', () => {
    const taken = without(at(11, '10:00'))
    expect(told(at(11, '10:01'), draft, opened, taken)).toEqual(
      expect.arrayContaining(['op-perikanan', 'kepala-perikanan']),
    )
    expect(told(at(11, '10:01'), draft, opened, taken)).toHaveLength(2)
    expect(told(at(10, '08:00'), draft, opened, without(at(9, '16:00')))).toEqual([])
    expect(told(at(11, '10:01'), draft, { ...without(at(9, '14:00')), openedAt: null })).toEqual([])
  })
  it('is told nothing where it was put back meanwhile', () => {
    const back: Round = { ...opened, revision: 4, at: at(11, '10:05').toISOString() }
    expect(told(at(11, '10:06'), draft, opened, without(at(11, '10:00')), back)).toEqual([])
  })
})
