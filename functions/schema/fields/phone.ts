/**
 * Telephone numbers, stored as they are dialled from anywhere: `+6281234567890`. A spreadsheet that takes one for a number
 * drops its leading 0; it is put back, and that is said.
 */
import type * as zod from 'zod'
import type { FieldKind } from './field-kind.ts'
import { isRealPhone } from './grammar/real.ts'
import type { ShapeParts } from './shape.ts'

export const phoneShape = ({ z, common }: ShapeParts) => z.object({ ...common, type: z.literal('phone') })
type PhoneField = zod.infer<ReturnType<typeof phoneShape>>

const expects = { id: 'nomor telepon, misalnya 0812-3456-7890', en: 'a telephone number, for example 0812-3456-7890' }

export const phone: FieldKind<PhoneField> = {
  stored: 'text',
  expects,
  answers: (_field, typed) => isRealPhone(typed),
  read: (field, typed, { by }) => by.readPhone(field, typed, parts),
  judge: (field, { say, by }) => by.phoneJudge(field, parts, say),
  format: (_field, value) => formatPhone(String(value)),
}

/** As it is dialled here: `0812-3456-7890`, `0380-821234`; of other countries as stored. */
function formatPhone(value: string): string {
  if (!isRealPhone(value) || !value.startsWith('+62')) return value
  const local = `0${value.slice(3)}`
  if (local.startsWith('08')) return local.replace(/^(\d{4})(\d{4})(\d+)$/, '$1-$2-$3')
  return local.replace(/^(02[124]|031|061|0\d{3})(\d+)$/, '$1-$2')
}

const parts = { expects, format: formatPhone }
