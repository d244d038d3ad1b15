/** Who is mailed: roles of an agency, heads at their steps or where no operator can be reached, nobody who is disabled. */
import { describe, expect, it } from 'vitest'
import {
  agenciesOf,
  agencyPeople,
  coordinators,
  mailboxOf,
  recipientOf,
  roundPeople,
  stepFor,
} from '../../../functions/domain/notices/plan/recipients.ts'
import { agencyOf, type RegionFacts } from '../../../functions/domain/region/regions.ts'
import { bounced, person, region } from '../../fixtures/region.ts'
import { at, round } from '../../fixtures/round.ts'

const agencyIds = ['dinsos', 'perikanan']
const kupang = region([...agencyIds, 'naker'])
const theRound = round(agencyIds)
const ids = (people: readonly { id: string }[]) => people.map(({ id }) => id)
const withPeople = (...people: RegionFacts['people'][number][]) =>
  region(agencyIds, { people: [...people, ...kupang.people.filter(({ id }) => !ids(people).includes(id))] })
const disabledOperator = person('op-dinsos', ['dinsos'], { disabled: true })

describe('the people of an agency', () => {
  it('are its enabled operators, then its heads; readers and coordinators of the same agency are not among them', () => {
    const own = withPeople(
      person('kepala-dinsos', ['dinsos'], { role: 'verifier' }),
      person('pembaca', ['dinsos'], { role: 'viewer' }),
      person('pengampu', ['dinsos'], { role: 'coordinator' }),
    )
    expect(ids(agencyPeople(own, 'dinsos'))).toEqual(['op-dinsos', 'kepala-dinsos'])
    expect(ids(agencyPeople(withPeople(disabledOperator), 'dinsos'))).toEqual(['kepala-dinsos'])
  })
})

describe('the people of a round', () => {
  it('serve an agency that takes part', () => {
    expect(ids(roundPeople(kupang, theRound))).toEqual([
      'op-dinsos',
      'kepala-dinsos',
      'op-perikanan',
      'kepala-perikanan',
    ])
    expect(ids(roundPeople(withPeople(disabledOperator), theRound))).not.toContain('op-dinsos')
    const reader = person('pembaca', ['dinsos'], { role: 'viewer' })
    expect(ids(roundPeople(withPeople(reader), theRound))).not.toContain('pembaca')
    const both = person('dua', ['naker', 'perikanan', 'dinsos'])
    expect(ids(roundPeople(withPeople(both), theRound))).toContain('dua')
    expect(agenciesOf(both, theRound)).toEqual(agencyIds)
    expect(agenciesOf(person('satu', ['perikanan', 'naker']), theRound)).toEqual(['perikanan'])
  })
})

describe('a step of the plan', () => {
  const gets = (who: string, step: 'opening' | 'overdue', place = kupang, agencyId = 'dinsos') => {
    const found = place.people.find(({ id }) => id === who)
    const due = { at: at(12, '08:00'), ...(step === 'opening' ? { headAt: at(12, '08:00') } : {}) }
    return found !== undefined && stepFor(place, agencyId, found, due) !== undefined
  }

  it('reaches every operator of the agency, and heads at the steps that the round names', () => {
    expect([gets('op-dinsos', 'opening'), gets('op-dinsos', 'overdue')]).toEqual([true, true])
    expect([gets('kepala-dinsos', 'opening'), gets('kepala-dinsos', 'overdue')]).toEqual([true, false])
  })

  it('reaches nobody of another agency, nobody disabled, and no other role', () => {
    expect(gets('op-perikanan', 'opening')).toBe(false)
    expect(gets('kepala-perikanan', 'opening')).toBe(false)
    expect(gets('op-dinsos', 'opening', withPeople(disabledOperator))).toBe(false)
    expect(gets('pembaca', 'opening', withPeople(person('pembaca', ['dinsos'], { role: 'viewer' })))).toBe(false)
    expect(gets('pengampu', 'opening', withPeople(person('pengampu', ['dinsos'], { role: 'coordinator' })))).toBe(false)
  })

  it('reaches the head where no operator is left whose address works', () => {
    expect(gets('kepala-dinsos', 'overdue', withPeople(disabledOperator))).toBe(true)
    expect(gets('kepala-dinsos', 'overdue', { ...kupang, mailboxes: [bounced('op-dinsos')] })).toBe(true)
    const later = at(12, '08:05').toISOString()
    expect(gets('kepala-dinsos', 'overdue', { ...kupang, mailboxes: [bounced('op-dinsos', later)] })).toBe(false)
    const just = at(12, '08:00').toISOString()
    expect(gets('kepala-dinsos', 'overdue', { ...kupang, mailboxes: [bounced('op-dinsos', just)] })).toBe(true)
    const two = withPeople(person('op-kedua', ['dinsos']))
    expect(gets('kepala-dinsos', 'overdue', { ...two, mailboxes: [bounced('op-dinsos')] })).toBe(false)
  })
})

describe('the whole region', () => {
  it('has coordinators who are told everything, and viewers where they are asked for', () => {
    expect(ids(coordinators(kupang))).toEqual(['koordinator'])
    expect(ids(coordinators(kupang, true))).toEqual(['koordinator', 'viewer'])
    const gone = withPeople(person('koordinator', ['bappeda'], { role: 'coordinator', disabled: true }))
    expect(ids(coordinators(gone, true))).toEqual(['viewer'])
  })

  it('has each agency under its id', () => {
    expect(agencyOf(kupang, 'perikanan')?.id).toBe('perikanan')
    expect(agencyOf(kupang, 'tidak-ada')).toBeUndefined()
  })

  it('writes to whoever is there and enabled', () => {
    expect(recipientOf(kupang, 'op-dinsos')?.id).toBe('op-dinsos')
    expect(recipientOf(kupang, 'tidak-ada')).toBeUndefined()
    expect(recipientOf(withPeople(disabledOperator), 'op-dinsos')).toBeUndefined()
  })

  it('knows a mailbox as broken only for the address that a person has now', () => {
    const found = person('op-dinsos', ['dinsos'])
    const place = { ...kupang, mailboxes: [bounced('op-perikanan'), bounced('op-dinsos')] }
    expect(mailboxOf(place, found)).toMatchObject({ personId: 'op-dinsos', state: 'bounced' })
    expect(mailboxOf(place, { ...found, email: 'baru@lengkap.example' })).toBeUndefined()
    expect(mailboxOf(place, person('op-naker', ['naker']))).toBeUndefined()
    expect(mailboxOf(place, { ...found, id: 'pengganti' })).toBeUndefined()
  })
})
