/** Telephone numbers as people here write them: `0812-3456-7890`, `+62 812 3456 7890`, `(0380) 821234`, `HP. 0812 ...`. */
import { isRealPhone } from './real.ts'

export type ParsedPhone = { readonly value: string; readonly zeroAdded: boolean } | 'two-values' | undefined

export function parsePhone(typed: string): ParsedPhone {
  const text = typed.trim().replace(/^(hp|wa|whatsapp|telp?|tlp|telepon|telephone|phone|no)\b[.:\s]*/i, '')
  if (/\d[^\d]*(?:[\n/;,|&]|\b(?:dan|atau|and|or)\b)[^\d]*\d{4}/i.test(text)) return 'two-values'
  if (!/^\+?[\d\s().\u00a0\u2010-\u2015-]+$/.test(text)) return undefined
  const digits = text.replace(/\D/g, '')
  const zeroAdded = /^[2-9]/.test(digits) && !text.startsWith('+') && !digits.startsWith('62')
  const value =
    text.startsWith('+') || /^62/.test(digits) ? abroad(digits) : digits.replace(/^00/, '+').replace(/^0/, '+62')
  const whole = zeroAdded && digits.startsWith('8') ? `+62${digits}` : value
  return isRealPhone(whole) ? { value: whole, zeroAdded } : undefined
}

/** Many write the 0 even behind the country: `+62 (0)812`. */
function abroad(digits: string): string {
  return `+${digits.replace(/^620/, '62')}`
}
