/**
 * One key a purpose, derived (HKDF, RFC 5869) from the installation's secret: what is made with one can be used for nothing else, and no
 * two purposes depend on their texts never being alike. A new secret ends all that hangs on it: codes, addresses of
 * calendars, links that stop digests. Keys of older releases were the secret itself: calendars and mails still hold what was made with it.
 */
import { hkdfSync } from 'node:crypto'

/** `canary`: its browser's mark; `counters`: under which limits count addresses; `receipts`: of which a submission's salt is made. */
export type Purpose = 'canary' | 'codes' | 'counters' | 'feeds' | 'unsubscribe' | 'receipts'

const bytes = 32
const derived = new Map<string, Buffer>()

export function keyFor(secret: string, purpose: Purpose): Buffer {
  const name = `${purpose}|${secret}`
  const known = derived.get(name)
  if (known !== undefined) return known
  const key = Buffer.from(hkdfSync('sha256', secret, '', `lengkap|${purpose}`, bytes))
  derived.set(name, key)
  return key
}
