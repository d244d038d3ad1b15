/** Wall-clock times, stored as `HH:MM` of the region's own zone. */
import type * as zod from 'zod'
import type { FieldKind } from './field-kind.ts'
import { isRealTime } from './grammar/real.ts'
import type { ShapeParts } from './shape.ts'

export const timeShape = ({ z, common }: ShapeParts) => {
  const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  return z.object({ ...common, type: z.literal('time'), min: time.optional(), max: time.optional() })
}

const expects = { id: 'jam, misalnya 08.30', en: 'a time, for example 08:30' }
const written = (time: string, language: 'id' | 'en') => (language === 'id' ? time.replace(':', '.') : time)
const worded = (time: string) => ({ id: written(time, 'id'), en: time })

export const time: FieldKind<zod.infer<ReturnType<typeof timeShape>>> = {
  stored: 'text',
  expects,
  answers: (_field, typed) => isRealTime(typed),
  read: (field, typed, { by }) => {
    const value = by.parseTime(typed)
    return value === undefined ? { value: typed, flaw: by.notRead(field, typed, expects) } : { value }
  },
  judge: (field, { say, by }) => by.clockJudge(field, { expects, isReal: isRealTime, worded }, say),
  format: (_field, value, { language }) =>
    isRealTime(String(value)) ? written(String(value), language) : String(value),
}
