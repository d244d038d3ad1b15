/** One key a purpose: what is made with one can be used for nothing else; what older releases made with the secret itself still counts. */
import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { feedToken, isFeedToken } from '../../functions/domain/calendar/feed-token.ts'
import { isSubscriberToken, unsubscribeToken } from '../../functions/domain/notices/write/unsubscribe-token.ts'
import { deriveCode, isCode } from '../../functions/domain/secrets/code.ts'
import { keyFor, type Purpose } from '../../functions/domain/secrets/purpose-keys.ts'
import { deviceKeyOf, hashAddress } from '../../functions/domain/secrets/token.ts'
import { saltOf } from '../../functions/domain/submission/salt.ts'

const secret = 'a test key of more than thirty-two characters'
const another = 'another key of more than thirty-two characters'
const purposes: Purpose[] = ['codes', 'counters', 'feeds', 'unsubscribe', 'receipts']
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text)

it('every purpose has another key, and another secret has others', () => {
  const all = [...purposes.map((each) => keyFor(secret, each)), ...purposes.map((each) => keyFor(another, each))]
  expect(new Set([...all.map((key) => key.toString('hex')), Buffer.from(secret).toString('hex')]).size).toBe(11)
  for (const key of all) expect(key).toHaveLength(32)
  expect(keyFor(secret, 'codes')).toEqual(keyFor(secret, 'codes'))
})

it('what is made for a purpose is made with its key and no other', () => {
  const place = { region: 'r', agencyId: 'a' }
  const made: Record<string, string> = {
    feeds: feedToken(secret, place, { agency: 1 }).split('.').at(-1) ?? '',
    unsubscribe: unsubscribeToken(secret, { region: 'r', personId: 'p' }).split('.').at(-1) ?? '',
    counters: hashAddress(secret, 'a@b.example'),
    receipts: saltOf(secret, { region: 'r', round: 'p', agencyId: 'a', formId: 'f' }, { revision: 1, requestKey: 'k' }),
  }
  const texts: Record<string, string> = {
    feeds: 'calendar|r|a|1',
    unsubscribe: 'unsubscribe|r|p',
    counters: 'address|a@b.example',
    receipts: '["r","p","a","f",1,"k"]',
  }
  for (const [purpose, value] of Object.entries(made))
    for (const other of [
      ...purposes.map((each) => [each, keyFor(secret, each)] as const),
      ['itself', secret] as const,
    ]) {
      const full = [
        hmac(other[1], texts[purpose] ?? '').digest('hex'),
        hmac(other[1], texts[purpose] ?? '').digest('base64url'),
      ]
      expect(
        full.some((each) => each.startsWith(value)),
        `${purpose} by ${other[0]}`,
      ).toBe(other[0] === purpose)
    }
  const code = hmac(keyFor(secret, 'codes'), 'otp|abc').digest().readBigUInt64BE(0) % 100_000_000n
  expect(deriveCode(secret, 'abc')).toBe(String(code).padStart(8, '0'))
})

it('addresses of calendars and links that stop digests, made by an older release, still count', () => {
  const older = `r.a.who.${hmac(secret, 'calendar|r|a|3|who|2').digest('base64url')}`
  expect(isFeedToken(secret, older, { agency: 3, reader: 2 })).toBe(true)
  expect(isFeedToken(secret, older, { agency: 4, reader: 2 })).toBe(false)
  expect(isFeedToken(another, older, { agency: 3, reader: 2 })).toBe(false)
  const stop = `r.p.${hmac(secret, 'unsubscribe|r|p|5').digest('base64url')}`
  expect(isSubscriberToken(secret, stop, 5)).toBe(true)
  expect(isSubscriberToken(secret, stop, 6)).toBe(false)
  expect(isSubscriberToken(another, stop, 5)).toBe(false)
})

it('a rotated secret ends codes, calendars and links, as the run book says', () => {
  const place = { region: 'r', agencyId: 'a' }
  expect(isFeedToken(another, feedToken(secret, place, { agency: 1 }), { agency: 1 })).toBe(false)
  expect(isSubscriberToken(another, unsubscribeToken(secret, { region: 'r', personId: 'p' }))).toBe(false)
  expect(isCode(another, 'abc', deriveCode(secret, 'abc'))).toBe(false)
  expect(isCode(secret, 'abc', deriveCode(secret, 'abc'))).toBe(true)
})

it('what lies encrypted in browsers is opened by the key that it was closed with', () => {
  const older = hmac(secret, 'device|r|p').digest('base64url')
  expect(deviceKeyOf(secret, { region: 'r', personId: 'p' })).toBe(older)
})
