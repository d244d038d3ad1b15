/** Dates: read, and judged by their bounds. */
import { formatDate } from '../formats.ts'
import { type DateBounds, dateBounds } from './bounds.ts'
import { parseDate } from './grammar/date.ts'
import { isRealDate } from './grammar/real.ts'
import { notice } from './notices.ts'
import { type Judge, type Judging, type Reading, sound } from './reading.ts'
import { type Flaw, type Labelled, notADate } from './unread.ts'

type DateField = Labelled & { readonly min?: DateBounds; readonly max?: DateBounds }
const clock = /(?:t|[\s,]+)([01]?\d|2[0-3])[:.][0-5]\d([:.]\d{2}(\.\d+)?)?z?$/i

export function readDate(field: DateField, typed: string): Reading {
  const value = parseDate(typed)
  if (value !== undefined) return { value }
  const day = parseDate(typed.trim().replace(clock, ''))
  if (day === undefined) return { value: typed, flaw: notADate(field, typed) }
  return { value: day, notices: [notice('time-left-out', typed.trim(), { id: day, en: day })] }
}

export function dateJudge(field: DateField, expects: Labelled['label'], { context, named, say }: Judging): Judge {
  return (value, scope) => {
    if (typeof value !== 'string') return [say.wrongType(field, expects)]
    if (!isRealDate(value)) return [notADate(field, value)]
    const { min, max } = dateBounds(field, scope, context)
    const flaws: Flaw[] = []
    const worded = (day: string) => ({ id: formatDate(day, 'id'), en: formatDate(day, 'en') })
    if (min !== undefined && value < min.value)
      flaws.push(say.tooEarly(field, worded(min.value), named.get(min.from ?? '')))
    if (max !== undefined && value > max.value)
      flaws.push(say.tooLate(field, worded(max.value), named.get(max.from ?? '')))
    return flaws.length === 0 ? sound : flaws
  }
}
