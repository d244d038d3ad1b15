/**
 * The mailed code. It is derived from the challenge whenever it is needed and stored nowhere: table, ledger, logs and
 * backups hold no code, a resend gives the same one, and whoever reads the table learns nothing without the key.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { keyFor } from './purpose-keys.ts'

/** How long a code is valid, from its first sending. */
export const challengeMinutes = 10
const codeDigits = 8

/** 8 digits. `slot` is a challenge's id, or the slot of a notice about it (`<challenge>-<sending>`). */
export function deriveCode(secret: string, slot: string): string {
  const [challengeId = ''] = slot.split('-')
  const digest = createHmac('sha256', keyFor(secret, 'codes')).update(`otp|${challengeId}`).digest()
  return String(digest.readBigUInt64BE(0) % 10n ** BigInt(codeDigits)).padStart(codeDigits, '0')
}

/** How a code is printed: `1234 5678`. */
export function printCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`
}

/** The slot of a sending's notice: the first one is the challenge's id itself. */
export function slotOfSending(challengeId: string, sending: number): string {
  return sending === 1 ? challengeId : `${challengeId}-${sending}`
}

/** Compares in constant time; spaces in what was typed do not matter. */
export function isCode(secret: string, challengeId: string, typed: string): boolean {
  const given = Buffer.from(
    typed
      .replace(/\s/g, '')
      .padEnd(codeDigits)
      .slice(0, codeDigits + 1),
  )
  const wanted = Buffer.from(deriveCode(secret, challengeId))
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
