/**
 * Which addresses SES takes, and which senders it believes.
 * One bad address refuses the whole message, as in SES: never a message to only some of its recipients.
 */
import { addressParser } from 'postal-mime'
import { invalid } from './ses-refusal.ts'

/**
 * The bare addresses of a header such as `Nama <a@b.example>, c@d.example`; groups are unwrapped. A lenient parser is
 * asked only where quotes, comments or groups need one: elsewhere it would repair what SES refuses.
 */
export function addressesIn(list: string): string[] {
  if (/["(:]/.test(list)) return addressParser(list, { flatten: true }).map((mailbox) => mailbox.address ?? '')
  return list.trim() === '' ? [] : list.split(',').map(bareAddress)
}

/** `a@b.example` out of `Nama <a@b.example>` or of itself. */
export function bareAddress(entry: string): string {
  return /<([^<>]*)>\s*$/.exec(entry)?.[1] ?? entry.trim()
}

/** Throws InvalidParameterValue, with SES's own words, unless it has the form `user@[subdomain.]domain.tld` in ASCII. */
export function refuseMalformed(address: string): void {
  const at = address.lastIndexOf('@')
  if (at < 0) throw invalid("Missing final '@domain'")
  const user = address.slice(0, at)
  const domain = address.slice(at + 1)
  if (user === '') throw invalid('Missing local name')
  if (domain === '') throw invalid('Missing domain')
  if (/[^!-~]/.test(user)) throw invalid('Local address contains control or whitespace')
  if (/[^!-~]/.test(domain)) throw invalid('Domain contains control or whitespace')
  if (user.includes('..')) throw invalid('Local address contains dot-dot')
  if (domain.includes('..')) throw invalid('Domain contains dot-dot')
  if (user.startsWith('.')) throw invalid('Local address starts with dot')
  if (user.endsWith('.')) throw invalid('Local address ends with dot')
  if (domain.startsWith('.')) throw invalid('Domain starts with dot')
  if (domain.endsWith('.')) throw invalid('Domain ends with dot')
  if (user.length > 64 || address.length > 320) throw invalid('Illegal address')
  if (!/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+$/.test(user)) throw invalid('Illegal address')
  if (!/^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]+$/.test(domain)) {
    throw invalid('Domain contains illegal character')
  }
}

/**
 * Whether an identity covers the address: the address itself (its user part with its case, as SES compares), its domain,
 * or a domain above it.
 */
export function isVerified(address: string, identities: readonly string[]): boolean {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1).toLowerCase()
  return identities.some((identity) => {
    const identityAt = identity.lastIndexOf('@')
    if (identityAt < 0) return domain === identity.toLowerCase() || domain.endsWith(`.${identity.toLowerCase()}`)
    return (
      identity.slice(0, identityAt) === address.slice(0, at) && identity.slice(identityAt + 1).toLowerCase() === domain
    )
  })
}
