/** Dates: read, and judged by their bounds. */
import { formatDate, formatWeekday } from '../formats.ts'
import { type DateBounds, dateBounds } from './bounds.ts'
import { namedWeekday, parseDate } from './grammar/date.ts'
import { isRealDate } from './grammar/real.ts'
import { type Notice, notice } from './notices.ts'
import { type Judge, type Judging, type Reading, sound } from './reading.ts'
import { type Flaw, type Labelled, notADate } from './unread.ts'

type DateField = Labelled & { readonly min?: DateBounds; readonly max?: DateBounds }
const clock = /(?:t|[\s,]+)([01]?\d|2[0-3])[:.][0-5]\d([:.]\d{2}(\.\d+)?)?z?$/i

export function readDate(field: DateField, typed: string): Reading {
  const value = parseDate(typed)
  if (value !== undefined) return withNotices(value, otherWeekday(typed, value))
  const day = parseDate(typed.trim().replace(clock, ''))
  if (day === undefined) return { value: typed, flaw: notADate(field, typed) }
  return withNotices(day, [notice('time-left-out', typed.trim(), { id: day, en: day }), ...otherWeekday(typed, day)])
}

function withNotices(value: string, notices: readonly Notice[]): Reading {
  return notices.length === 0 ? { value } : { value, notices }
}

/** Papers in circulation often name a wrong weekday: the date counts, and the difference is said, since either may be the error. */
function otherWeekday(typed: string, date: string): Notice[] {
  const named = namedWeekday(typed)
  if (named === undefined || named === (new Date(date).getUTCDay() || 7)) return []
  const worded = (language: 'id' | 'en') => `${formatWeekday(date, language)}, ${formatDate(date, language)}`
  return [notice('other-weekday', typed.trim(), { id: worded('id'), en: worded('en') })]
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
