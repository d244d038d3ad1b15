/** Calendar dates, stored as `YYYY-MM-DD`. */
import type * as zod from 'zod'
import { formatDate } from '../formats.ts'
import { dateBounds } from './bounds.ts'
import type { FieldKind } from './field-kind.ts'
import { isRealDate } from './grammar/real.ts'
import { sound } from './reading.ts'
import type { ShapeParts } from './shape.ts'
import type { Flaw } from './unread.ts'

export const dateShape = ({ z, common, dateBounds }: ShapeParts) =>
  z.object({ ...common, type: z.literal('date'), min: dateBounds.optional(), max: dateBounds.optional() })

const expects = { id: 'tanggal', en: 'a date' }

export const date: FieldKind<zod.infer<ReturnType<typeof dateShape>>> = {
  stored: 'text',
  expects,
  answers: (_field, typed) => isRealDate(typed),
  read: (field, typed, { by }) => {
    const value = by.parseDate(typed)
    if (value !== undefined) return { value }
    const day = by.parseDate(
      typed.trim().replace(/(?:t|[\s,]+)([01]?\d|2[0-3])[:.][0-5]\d([:.]\d{2}(\.\d+)?)?z?$/i, ''),
    )
    if (day === undefined) return { value: typed, flaw: by.notADate(field, typed) }
    return { value: day, notices: [by.notice('time-left-out', typed.trim(), { id: day, en: day })] }
  },
  judge:
    (field, { context, named, say, by }) =>
    (value, scope) => {
      if (typeof value !== 'string') return [say.wrongType(field, expects)]
      if (!isRealDate(value)) return [by.notADate(field, value)]
      const { min, max } = dateBounds(field, scope, context)
      const flaws: Flaw[] = []
      const worded = (day: string) => ({ id: formatDate(day, 'id'), en: formatDate(day, 'en') })
      if (min !== undefined && value < min.value)
        flaws.push(say.tooEarly(field, worded(min.value), named.get(min.from ?? '')))
      if (max !== undefined && value > max.value)
        flaws.push(say.tooLate(field, worded(max.value), named.get(max.from ?? '')))
      return flaws.length === 0 ? sound : flaws
    },
  format: (_field, value, { language }) => formatDate(String(value), language),
  edit: (_field, value) => (isRealDate(String(value)) ? String(value).split('-').reverse().join('/') : String(value)),
}
