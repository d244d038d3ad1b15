/** How a request for more time stands: granted by name, or by any decision that gives its agency the day; refused; or open. */
import { describe, expect, it } from 'vitest'
import { stateOfRequest } from '../../../functions/domain/round/request-state.ts'
import type { RoundFacts } from '../../../functions/domain/round/rounds.ts'
import { at, factsOf, round, window } from '../../fixtures/round.ts'

const asked = {
  at: at(12, '10:00').toISOString(),
  by: 'op-dinsos',
  number: 1,
  agencyId: 'dinsos',
  days: 2,
  closesOn: '2026-02-19',
  reason: 'Listrik padam.',
}
const refusal = { at: at(13, '10:00').toISOString(), by: 'koordinator', number: 1, reason: 'Tidak perlu.' }
const state = (more: Partial<RoundFacts> = {}) =>
  stateOfRequest(factsOf(round(['dinsos', 'perikanan']), { extensions: [asked], ...more }), 1)
const justBefore = (when: Date) => new Date(when.getTime() - 1)
const day = { closesOn: asked.closesOn }

describe('a request is granted', () => {
  it.each<[string, Parameters<typeof window>[2]]>([
    ['an extension for all', day],
    ['an extension for its agency', { ...day, agencyIds: ['dinsos'] }],
    ['a re-opening', { ...day, kind: 'reopen' }],
    ['a later day', { closesOn: '2026-02-20' }],
  ])('by %s from the moment of asking', (_, more) => {
    const granting = window(1, at(12, '10:00'), more)
    expect(state({ windows: [granting] })).toEqual({ state: 'granted', window: granting })
    expect(state({ windows: [window(1, justBefore(at(12, '10:00')), more)] })).toEqual({ state: 'open' })
  })

  it.each<[string, Parameters<typeof window>[2]]>([
    ['an earlier day', { closesOn: '2026-02-18' }],
    ['another agency’s extension', { ...day, agencyIds: ['perikanan'] }],
    ['a correction', { ...day, kind: 'correct' }],
    ['a closing', { kind: 'close' }],
    ['a new target alone', { targetOn: '2026-02-16' }],
  ])('not by %s', (_, more) => {
    expect(state({ windows: [window(1, at(12, '11:00'), more)] })).toEqual({ state: 'open' })
  })

  it('by the decision that names it, whatever day that gives, and also after a refusal', () => {
    const named = window(2, at(14, '10:00'), { closesOn: '2026-02-18', agencyIds: ['dinsos'], request: 1 })
    expect(state({ windows: [named] })).toEqual({ state: 'granted', window: named })
    expect(state({ windows: [named], extensionRefusals: [refusal] })).toMatchObject({ state: 'granted' })
    const covering = window(1, at(12, '11:00'), day)
    expect(state({ windows: [covering, named] })).toMatchObject({ window: { number: 2 } })
    expect(state({ windows: [covering, window(2, at(12, '12:00'), day)] })).toMatchObject({ window: { number: 1 } })
  })
})

describe('a refusal', () => {
  it('stands, unless the day was given before it', () => {
    const given = (when: Date) => state({ windows: [window(1, when, day)], extensionRefusals: [refusal] })
    expect(state({ extensionRefusals: [refusal] })).toEqual({ state: 'refused', refusal })
    expect(given(justBefore(at(13, '10:00')))).toMatchObject({ state: 'granted' })
    expect(given(at(13, '10:00'))).toEqual({ state: 'refused', refusal })
  })

  it('of another request is none of this one', () => {
    const others = { extensions: [{ ...asked, number: 2, agencyId: 'perikanan' }, asked] }
    const given = window(1, at(12, '11:00'), { ...day, agencyIds: ['perikanan'] })
    expect(state({ ...others, windows: [given] })).toEqual({ state: 'open' })
    expect(state({ extensionRefusals: [{ ...refusal, number: 2 }] })).toEqual({ state: 'open' })
  })
})

it('a request that nobody made is open to whoever asks, whatever was decided', () => {
  expect(state({ extensions: [], windows: [window(1, at(12, '11:00'), day)] })).toEqual({ state: 'open' })
})
