/** A day with a time of day, stored as `YYYY-MM-DDTHH:MM` of the region's own zone. */
import type * as zod from 'zod'
import { formatDate } from '../formats.ts'
import type { FieldKind } from './field-kind.ts'
import { isRealDate, isRealTime } from './grammar/real.ts'
import type { ShapeParts } from './shape.ts'

export const momentShape = ({ z, common }: ShapeParts) => z.object({ ...common, type: z.literal('moment') })

const expects = {
  id: 'tanggal dan jam, misalnya 13/02/2026 08.30',
  en: 'a date and time, for example 13/02/2026 08:30',
}
function isRealMoment(text: string): boolean {
  return /^.{10}T.{5}$/.test(text) && isRealDate(text.slice(0, 10)) && isRealTime(text.slice(11))
}

export const moment: FieldKind<zod.infer<ReturnType<typeof momentShape>>> = {
  stored: 'text',
  expects,
  answers: (_field, typed) => isRealMoment(typed),
  read: (field, typed, { by }) => by.readMoment(field, typed, expects),
  judge: (field, { say, by }) => by.clockJudge(field, { expects, isReal: isRealMoment }, say),
  format: (_field, value, { language }) => written(String(value), (day) => formatDate(day, language), language),
  edit: (_field, value, { language }) => written(String(value), (day) => day.split('-').reverse().join('/'), language),
}

function written(value: string, day: (date: string) => string, language: 'id' | 'en'): string {
  if (!isRealMoment(value)) return value
  const time = value.slice(11)
  return `${day(value.slice(0, 10))} ${language === 'id' ? time.replace(':', '.') : time}`
}
