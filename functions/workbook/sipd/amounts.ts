/**
 * Amounts as SIPD and office programs write them: numbers, `1.234.567,00`, `1,234,567`, `Rp. 1.234.567,50`. They are counted in
 * cents, as whole numbers, so that 14,000 lines are summed without an error.
 */
import type { CellValue } from './row-taker.ts'

/** `undefined`: no amount stands there, or none that can be read. */
export function centsOf(value: CellValue | undefined): number | undefined {
  if (value === undefined) return undefined
  const amount = typeof value === 'number' ? value : numberIn(value)
  return amount === undefined || !Number.isFinite(amount) ? undefined : Math.round(amount * 100)
}

function numberIn(text: string): number | undefined {
  const bare = text.replace(/rp\.?|idr|\s/gi, '')
  const negative = /^\(.*\)$/.test(bare) || bare.indexOf('-') === 0
  const digits = bare.replace(/^[-+(]+|\)$/g, '')
  if (digits === '') return undefined
  // `1,1065E+08`: its last figures were rounded away when it was saved, so it is not believed.
  if (!/^\d[\d.,]*$/.test(digits)) return undefined
  const amount = Number(plainDigits(digits))
  return Number.isNaN(amount) ? undefined : negative ? -amount : amount
}

/** Of two signs the last is the decimal one; a single sign is decimal where other than three digits follow it. */
function plainDigits(digits: string): string {
  const [point, comma] = [digits.lastIndexOf('.'), digits.lastIndexOf(',')]
  if (point >= 0 && comma >= 0) return point > comma ? decimal(digits, '.') : decimal(digits, ',')
  const sign = point >= 0 ? '.' : comma >= 0 ? ',' : ''
  if (sign === '') return digits
  const groups = digits.split(sign)
  const thousands = groups.length > 2 || (groups[1] ?? '').length === 3
  return thousands ? groups.join('') : decimal(digits, sign)
}

function decimal(digits: string, sign: string): string {
  const at = digits.lastIndexOf(sign)
  return `${digits.slice(0, at).replace(/[.,]/g, '')}.${digits.slice(at + 1)}`
}
