/**
 * Numbers as people type them: `1.234.567`, `Rp 1.234.567,50`, `25 juta`, `1,2 M`, `12,5`, and what they paste from Excel:
 * `(1.000)` for what is below zero, `1.5E+08`, and from an English one `1,234,567.50`. A separator is taken for thousands only
 * where the groups fit; otherwise it is the decimal sign. Two numbers in one cell are never one.
 */
import type { Language, Wording } from '../../wording.ts'
import type { NoticeCode } from '../notices.ts'

export type NumberRules = {
  readonly language: Language
  /** 0 for whole numbers: then a lone group as in `1,250` is thousands. */
  readonly decimals: number
  /** Takes Rp, and the short words of money (`M` is a thousand million). */
  readonly money?: boolean
  /** Takes a per cent sign. */
  readonly percent?: boolean
  readonly unit?: Wording | undefined
}
export type ParsedNumber =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly value: number; readonly said?: NoticeCode }
  | { readonly kind: 'wrong'; readonly why?: 'two-values' | 'percent' | 'currency' }

const wrong = { kind: 'wrong' } as const
/** Powers of ten. The short ones are words of money: elsewhere an `M` may be a metre. */
const scales: Record<string, number> = {
  ribu: 3,
  rb: 3,
  juta: 6,
  jt: 6,
  miliar: 9,
  milyar: 9,
  triliun: 12,
  trilyun: 12,
}
const shortScales: Record<string, number> = { m: 9, mrd: 9, t: 12, k: 3 }
const englishScales: Record<string, number> = { thousand: 3, million: 6, billion: 9, trillion: 12 }
const betweenValues = /\d[\s.,%]*(?:[\n;/|&+–-]|\b(?:dan|and|sampai|to|atau|or|s\/?d)\b|\s)\s*(?:rp\.?\s*)?\d/i

export function parseNumber(typed: string, rules: NumberRules): ParsedNumber {
  const text = typed.trim().replace(/[ \t\u00a0\u2007\u2009\u202f]+/g, ' ')
  if (text === '') return { kind: 'blank' }
  // What accountants' formats show for zero.
  if (rules.money && /^(rp|idr)\.? ?[-–]+$/i.test(text)) return { kind: 'number', value: 0, said: 'zero' }
  const { bare, percent } = withoutUnit(text, rules)
  if (percent && !rules.percent && rules.unit?.id !== '%') return { kind: 'wrong', why: 'percent' }
  const { digits, negative, currency } = unsigned(bare.replace(/ ?(rupiah|idr)$/i, '').replace(/[,.] ?[-–]+$/, ''))
  if (currency && !rules.money) return { kind: 'wrong', why: 'currency' }
  if (digits === '') return negative || percent ? wrong : { kind: 'blank' }
  const found = magnitude(digits, rules)
  if (found === undefined) return betweenValues.test(text) ? { kind: 'wrong', why: 'two-values' } : wrong
  const value = negative ? -found.value : found.value
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return wrong
  const said = found.said ?? (percent && rules.unit === undefined ? 'percent' : undefined)
  return { kind: 'number', value: value === 0 ? 0 : value, ...(said === undefined ? {} : { said }) }
}

function withoutUnit(text: string, { unit }: NumberRules): { bare: string; percent: boolean } {
  const mark = /%$| ?(?:persen|percent)$/i.exec(text)
  const before = text.slice(0, mark?.index)
  if (mark !== null && (mark[0] === '%' || /\d$/.test(before))) return { bare: before.trim(), percent: true }
  for (const word of unit === undefined ? [] : [unit.id, unit.en]) {
    const rest = text.slice(0, -word.length)
    if (text.slice(-word.length).toLowerCase() === word.toLowerCase() && /\d ?$/.test(rest))
      return { bare: rest.trim(), percent: false }
  }
  return { bare: text, percent: false }
}

/** Without currency and sign: `-Rp500`, `Rp-500`, and the accountants' `(500)`, `Rp(500)` and `(Rp500)`. */
function unsigned(text: string): { digits: string; negative: boolean; currency: boolean } {
  const match = /^([-−+]?) ?(rp\.?|idr)? ?([-−+]?)(\(?) ?(rp\.?|idr)? ?([^()]*?) ?(\)?)$/i.exec(text)
  if (match === null) return { digits: text, negative: false, currency: false }
  const [, before = '', first = '', after = '', open = '', second = '', digits = '', close = ''] = match
  const signs = before + after
  const currency = first + second !== ''
  // One sign at most, and brackets only in pairs; anything else is left to be refused.
  if (signs.length > 1 || (open === '') !== (close === '') || (open !== '' && signs !== '')) {
    return { digits: text, negative: false, currency }
  }
  return { digits, negative: open !== '' || /[-−]/.test(signs), currency }
}

function magnitude(text: string, rules: NumberRules): { value: number; said?: NoticeCode } | undefined {
  if (/^\d+([.,]\d+)?e[+-]?\d+$/i.test(text)) return { value: Number(text.replace(',', '.')), said: 'scientific' }
  if (/[a-z]/i.test(text)) return inWords(text, rules)
  if (/^\d{1,3}( \d{3})+([.,]\d+)?$/.test(text)) {
    const value = Number(text.replace(/ /g, '').replace(',', '.'))
    // One blank could also stand between two numbers.
    return / .* /.test(text) ? { value } : { value, said: 'grouped' }
  }
  const plain = plainDigits(text, rules)
  return plain === undefined ? undefined : { value: Number(plain) }
}

/** `25 juta`, `1,2 M`, `1 miliar 250 juta`: each smaller than the one before. */
function inWords(text: string, rules: NumberRules): { value: number; said: NoticeCode } | undefined {
  const known = { ...scales, ...englishScales, ...(rules.money ? shortScales : {}) }
  const parts = text.match(/[\d.,]+ ?[a-z]+\.?/gi) ?? []
  if (parts.length === 0 || parts.join(' ').replace(/ /g, '') !== text.replace(/ /g, '')) return undefined
  let [value, last] = [0, Number.POSITIVE_INFINITY]
  for (const part of parts) {
    const [, amount = '', word = ''] = /^([\d.,]+) ?([a-z]+)/i.exec(part) ?? []
    const scale = Object.hasOwn(known, word.toLowerCase()) ? known[word.toLowerCase()] : undefined
    const plain = plainDigits(amount, { ...rules, decimals: 2 })
    if (scale === undefined || plain === undefined || scale >= last) return undefined
    // By its digits: 1,1 times a thousand million is no whole number in floating point.
    value += Number(`${plain}e${scale}`)
    last = scale
  }
  return { value, said: 'scaled' }
}

/** The digits with a point for the decimal sign, or `undefined` when they are no number. */
function plainDigits(text: string, { decimals, language }: NumberRules): string | undefined {
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
