import { describe, expect, it } from 'vitest'
import { newChallengeId, newSecret } from '../../../functions/domain/secrets/token.ts'
import {
  challengeEnd,
  readChallengeCookie,
  resendWaitSeconds,
  writeChallengeCookie,
} from '../../../functions/domain/sign-in/challenge.ts'
import {
  isValid,
  readSessionCookie,
  type Session,
  sessionsToRevoke,
  standing,
  writeSessionCookie,
} from '../../../functions/domain/sign-in/session.ts'
import { person } from '../../fixtures/region.ts'

const operator = person('op', ['dinsos'])
const start = new Date('2026-02-10T01:00:00.000Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const session = (more: Partial<Session> = {}): Session => ({
  region: 'kota-kupang',
  personId: 'op',
  hash: 'h',
  standing: standing(operator),
  startedAt: start.toISOString(),
  seenAt: start.toISOString(),
  ...more,
})

describe('a session', () => {
  it('ends at the very millisecond of its idle end', () => {
    expect(isValid(new Date(later(60).getTime() - 1), operator, session())).toBe(true)
    expect(isValid(later(60), operator, session())).toBe(false)
  })

  it('speaks for the person as it was: letter case and order do not matter, role and address do', () => {
    const many = person('op', ['a', 'b'])
    expect(standing({ ...many, agencyIds: ['b', 'a'], email: many.email.toUpperCase() })).toBe(standing(many))
    expect(standing({ ...many, role: 'coordinator' })).not.toBe(standing(many))
    expect(standing({ ...many, name: 'Lain' })).toBe(standing(many))
  })

  it('is over for good when the person is signed out everywhere, once more each time', () => {
    const generations = [0, 1, 2].map((generation) => standing({ ...operator, generation }))
    expect(new Set(generations).size).toBe(3)
    expect(generations[0]).toBe(standing(operator))
    // SHA-256 of `operator|<address>|dinsos`, its first 16 digits, by another program: another form would sign everybody out.
    expect(standing({ ...operator, email: 'op@lengkap.example' })).toBe('029f41869a04cf76')
  })

  it('makes room only among those alive, longest unused first', () => {
    const alive = [1, 2, 3, 4, 5].map((minute) => session({ hash: `h${minute}`, seenAt: later(minute).toISOString() }))
    const over = session({ hash: 'revoked', revokedAt: start.toISOString() })
    expect(sessionsToRevoke(later(6), operator, [over, ...alive]).map(({ hash }) => hash)).toEqual(['h1'])
    expect(sessionsToRevoke(later(6), operator, alive.slice(1))).toEqual([])
  })
})

it('cookies are read back as written, and nothing else is read', () => {
  const cookie = { region: 'kota-kupang', personId: 'op-dinsos', secret: newSecret() }
  expect(readSessionCookie(writeSessionCookie(cookie))).toEqual(cookie)
  const challenge = { id: newChallengeId(), secret: newSecret() }
  expect(readChallengeCookie(writeChallengeCookie(challenge))).toEqual(challenge)
  const broken = [
    undefined,
    '',
    'a.b.c',
    writeSessionCookie({ ...cookie, region: 'a#b' }),
    `${writeSessionCookie(cookie)}.x`,
  ]
  for (const value of broken) expect(readSessionCookie(value)).toBeUndefined()
  for (const value of [undefined, '', 'x.y', `${writeChallengeCookie(challenge)} `]) {
    expect(readChallengeCookie(value)).toBeUndefined()
  }
})

it('a resend waits out its pause, and is no longer offered after the third or the end', () => {
  const challenge = {
    id: 'c',
    browserHash: 'b',
    person: undefined,
    state: 'open' as const,
    tries: 0,
    sendings: 1,
    lastSentAt: start.toISOString(),
    expiresAt: challengeEnd(start).toISOString(),
  }
  expect(resendWaitSeconds(new Date(start.getTime() + 59_001), challenge)).toBe(1)
  expect(resendWaitSeconds(later(1), challenge)).toBe(0)
  expect(resendWaitSeconds(later(1), { ...challenge, sendings: 4 })).toBeUndefined()
  expect(resendWaitSeconds(later(1), { ...challenge, state: 'used' })).toBeUndefined()
  expect(resendWaitSeconds(new Date(later(10).getTime() - 1), challenge)).toBe(0)
  expect(resendWaitSeconds(later(10), challenge)).toBeUndefined()
  expect(resendWaitSeconds(later(1), { ...challenge, sendings: 3, tries: 4 })).toBe(0)
  expect(resendWaitSeconds(later(1), { ...challenge, tries: 5 })).toBeUndefined()
})
