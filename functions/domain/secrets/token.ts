/**
 * Secrets that a browser keeps, and the one-way forms in which the table knows them. Secrets are the only random values of
 * the system: everything else is composed from what it identifies.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { keyFor } from './purpose-keys.ts'

/** 256 random bits, base64url: 43 characters, which hold neither `.` nor `=`. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** 128 random bits in lower-case hex: the id of a challenge. */
export function newChallengeId(): string {
  return randomBytes(16).toString('hex')
}

/** How a secret is stored. Secrets have 256 bits, so a plain hash cannot be searched. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** How an address (e-mail, IP) is stored in counters: few enough values to be guessed, hence keyed. */
export function hashAddress(secret: string, address: string): string {
  return createHmac('sha256', keyFor(secret, 'counters')).update(`address|${address}`).digest('hex').slice(0, 32)
}

/**
 * What encrypts a person's work in their own browsers, base64url; nobody else is told it. Made with the secret itself, as in the first
 * release that had it: with another key nobody could open again what is kept in browsers.
 */
export function deviceKeyOf(secret: string, { region, personId }: { region: string; personId: string }): string {
  return createHmac('sha256', secret).update(`device|${region}|${personId}`).digest('base64url')
}

/** Compares secrets of any length in constant time. */
export function isSameSecret(given: string, wanted: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(given)), Buffer.from(hashSecret(wanted)))
}
