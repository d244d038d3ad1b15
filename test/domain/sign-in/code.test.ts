import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveCode, isCode, printCode, slotOfSending } from '../../../functions/domain/secrets/code.ts'
import { isSameSecret, newChallengeId, newSecret } from '../../../functions/domain/secrets/token.ts'

const key = 'a test key of more than thirty-two characters'

describe('the code', () => {
  it('is 8 digits, the same for every sending, another for another challenge or key', () => {
    const code = deriveCode(key, '00000000000000000000000000000001')
    expect(code).toMatch(/^\d{8}$/)
    // Taken by another program: HKDF of the secret for `lengkap|codes`, HMAC-SHA256 of `otp|<id>`, the first 64 bits modulo 10^8. It may never change while codes are under way.
    expect(code).toBe('64027220')
    expect(deriveCode(key, slotOfSending('00000000000000000000000000000001', 3))).toBe(code)
    expect(deriveCode(key, '00000000000000000000000000000002')).not.toBe(code)
    expect(deriveCode(`${key}!`, '00000000000000000000000000000001')).not.toBe(code)
  })

  it('keeps leading zeros and is spread over all digits', () => {
    const codes = Array.from({ length: 2_000 }, (_, index) => deriveCode(key, `id${index}`))
    expect(codes.every((code) => /^\d{8}$/.test(code))).toBe(true)
    expect(new Set(codes.map((code) => code[0])).size).toBe(10)
  })

  it('is recognised with spaces anywhere, and nothing else is', () => {
    const id = newChallengeId()
    const code = deriveCode(key, id)
    expect(isCode(key, id, printCode(code))).toBe(true)
    expect(isCode(key, id, ` ${code.split('').join(' ')}\n`)).toBe(true)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (typed) => {
        expect(isCode(key, id, typed)).toBe(typed.replace(/\s/g, '') === code)
      }),
    )
    for (const wrong of [`${code}0`, code.slice(1), '', `${code.slice(0, 7)}x`])
      expect(isCode(key, id, wrong)).toBe(false)
  })
})

it('secrets have 256 bits and are compared whole', () => {
  const secret = newSecret()
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect(isSameSecret(secret, secret)).toBe(true)
  expect(isSameSecret(secret.slice(0, -1), secret)).toBe(false)
})
