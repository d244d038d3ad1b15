/**
 * Numbers as people type them: `1.234.567`, `Rp 1.234.567`, `1234567`, `12,5`, and what they paste from Excel: `(1.000)` for
 * what is below zero, and from an English one `1,234,567.50`. A separator is taken for thousands only where the groups fit; otherwise it is the decimal sign. What is
 * shown after leaving the field is formatted, so a misreading is seen at once.
 */
import type { Absence } from '../form.ts'
import type { Language } from '../wording.ts'

export type ParsedNumber =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'wrong' }

/** `decimals` 0 for whole numbers: then `12,5` is wrong, while `12,00` is 12. */
export function parseNumber(typed: string, decimals: number, language: Language): ParsedNumber {
  const bare = typed.replace(/[\s\u00a0\u202f]+/g, '')
  // What accountants' formats show for zero.
  if (/^(rp|idr)\.?[-–]+$/i.test(bare)) return { kind: 'number', value: 0 }
  const { digits, negative } = unsigned(bare.replace(/%$/, '').replace(/,-+$/, ''))
  if (digits === '') return { kind: negative ? 'wrong' : 'blank' }
  const sign = negative ? -1 : 1
  const plain = plainDigits(digits, decimals, language)
  if (plain === undefined) return { kind: 'wrong' }
  const value = sign * Number(plain)
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return { kind: 'wrong' }
  if (decimals === 0 && !Number.isInteger(value)) return { kind: 'wrong' }
  return { kind: 'number', value: value === 0 ? 0 : value }
}

/** Without currency and sign: `-Rp500`, `Rp-500`, and the accountants' `(500)`, `Rp(500)` and `(Rp500)`. */
function unsigned(text: string): { digits: string; negative: boolean } {
  const match = /^([-−+]?)(?:rp\.?|idr)?([-−+]?)(\(?)(?:rp\.?|idr)?([^()]*)(\)?)$/i.exec(text)
  if (match === null) return { digits: text, negative: false }
  const [, before = '', after = '', open = '', digits = '', close = ''] = match
  const signs = before + after
  // One sign at most, and brackets only in pairs; anything else is left to be refused.
  if (signs.length > 1 || (open === '') !== (close === '') || (open !== '' && signs !== '')) {
    return { digits: text, negative: false }
  }
  return { digits, negative: open !== '' || /[-−]/.test(signs) }
}

/** The digits with a point for the decimal sign, or `undefined` when they are no number. */
function plainDigits(text: string, decimals: number, language: Language): string | undefined {
  if (/^\d+$/.test(text)) return text
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  if (last < 0) return undefined
  const mark = text.charAt(last)
  const other = mark === '.' ? ',' : '.'
  if (!text.includes(other) && isGrouped(text, mark) && meansThousands(text, mark, decimals, language)) {
    return text.split(mark).join('')
  }
  const whole = text.slice(0, last)
  const fraction = text.slice(last + 1)
  if (whole.includes(mark) || !/^\d*$/.test(fraction)) return undefined
  if (whole.includes(other) ? !isGrouped(whole, other) : !/^\d*$/.test(whole)) return undefined
  const digits = whole.split(other).join('')
  return digits === '' && fraction === '' ? undefined : `${digits || '0'}.${fraction || '0'}`
}

function isGrouped(text: string, mark: string): boolean {
  const [first = '', ...groups] = text.split(mark)
  return /^\d{1,3}$/.test(first) && groups.length > 0 && groups.every((group) => /^\d{3}$/.test(group))
}

/** One group, as in `1,250`, may be a fraction; then the language decides. A whole number has no fraction to mean. */
function meansThousands(text: string, mark: string, decimals: number, language: Language): boolean {
  if (decimals === 0 || text.split(mark).length > 2) return true
  return mark === (language === 'id' ? '.' : ',')
}

const spoken: Record<Absence, readonly string[]> = {
  'not-yet': ['belum ada data', 'belum ada', 'belum', 'bad', 'no data yet', 'no data'],
  'not-applicable': ['tidak berlaku', 'tb', 'n/a', 'na', 'not applicable'],
}

/** An absence typed in a cell: its name, a common short form, or a dash where only one absence is accepted. */
export function parseAbsence(typed: string, accepted: readonly Absence[]): Absence | undefined {
  const text = typed.trim().toLowerCase()
  if (/^[-–—]$/.test(text)) return accepted[0]
  return accepted.find((absence) => spoken[absence].includes(text))
}
