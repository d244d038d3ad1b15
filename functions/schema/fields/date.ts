/** Calendar dates, stored as `YYYY-MM-DD`. */
import type * as zod from 'zod'
import { formatDate } from '../formats.ts'
import type { FieldKind } from './field-kind.ts'
import { isRealDate } from './grammar/real.ts'
import type { ShapeParts } from './shape.ts'

export const dateShape = ({ z, common, dateBounds }: ShapeParts) =>
  z.object({ ...common, type: z.literal('date'), min: dateBounds.optional(), max: dateBounds.optional() })

const expects = { id: 'tanggal', en: 'a date' }

export const date: FieldKind<zod.infer<ReturnType<typeof dateShape>>> = {
  stored: 'text',
  expects,
  answers: (_field, typed) => isRealDate(typed),
  read: (field, typed, { by }) => by.readDate(field, typed),
  judge: (field, parts) => parts.by.dateJudge(field, expects, parts),
  format: (_field, value, { language }) => formatDate(String(value), language),
  edit: (_field, value) => (isRealDate(String(value)) ? String(value).split('-').reverse().join('/') : String(value)),
}
