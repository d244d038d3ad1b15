/**
 * By what a person is found in texts: names, addresses and telephones of all revisions of the person's record. Words that stand for
 * something else (ids, hashes, keys) have no spaces and no @, and are left alone unless they are a telephone as a whole.
 */
import type { Person } from '../../schema/region.ts'
import { erasedWord } from '../../schema/sealed.ts'

export type Traces = { readonly texts: RegExp | undefined; readonly phone: RegExp | undefined }

/** Shorter ones are found in too many other words. */
const leastName = 3
const leastDigits = 7

export function tracesOf(history: readonly Pick<Person, 'name' | 'email' | 'phone'>[]): Traces {
  const names = distinct(history.map(({ name }) => name.trim())).filter((name) => name.length >= leastName)
  const emails = distinct(history.map(({ email }) => email.trim()))
  const phones = distinct(history.flatMap(({ phone = '' }) => coreOf(phone) ?? []))
  const parts = [
    ...names.map((name) => `(?<![\\p{L}\\p{N}])${escaped(name).replace(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}])`),
    ...emails.map((email) => `(?<![\\w.+-])${escaped(email)}(?![\\w-])`),
    ...phones.map(phonePattern),
  ]
  const whole = phones.length === 0 ? undefined : new RegExp(`^\\s*(?:${phones.map(phonePattern).join('|')})\\s*$`)
  return { texts: parts.length === 0 ? undefined : new RegExp(parts.join('|'), 'giu'), phone: whole }
}

/** The value without the person; the very same value where nothing of the person is in it. */
export function scrubbed<T>(value: T, traces: Traces): T {
  if (typeof value === 'string') return scrubbedText(value, traces) as T
  if (Array.isArray(value)) {
    const each = value.map((one) => scrubbed(one, traces))
    return each.some((one, at) => one !== value[at]) ? (each as T) : value
  }
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  let changed = false
  const entries = Object.entries(value).map(([key, one]) => {
    const clean: unknown = scrubbed(one, traces)
    changed ||= clean !== one
    return [key, clean]
  })
  return changed ? (Object.fromEntries(entries) as T) : value
}

/** Is it, as a whole or in part, about the person? For single answers, where a name needs no space. */
export function names(value: unknown, { texts, phone }: Traces): boolean {
  if (typeof value !== 'string') return false
  return (texts !== undefined && value.search(texts) >= 0) || (phone?.test(value) ?? false)
}

function scrubbedText(text: string, { texts, phone }: Traces): string {
  if (phone?.test(text)) return erasedWord
  return texts !== undefined && /[\s@]/.test(text) ? text.replace(texts, erasedWord) : text
}

/** The digits of a telephone without country code or leading zero. */
function coreOf(phone: string): string | undefined {
  const digits = phone.replace(/\D/g, '').replace(/^(62|0)/, '')
  return digits.length < leastDigits ? undefined : digits
}

function phonePattern(core: string): string {
  return `(?<!\\d)(?:\\+?62[ .()-]*|0)?${[...core].join('[ .()-]*')}(?!\\d)`
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\-]/g, (sign) => (sign === '-' ? '\\x2d' : `\\${sign}`))
}

function distinct(all: readonly string[]): string[] {
  return [...new Set(all.filter((each) => each !== ''))].sort((a, b) => b.length - a.length)
}
