/**
 * What the shapes of fields are made of. A field file states its shape as a function of these parts and imports zod as a type
 * only, so that the page, which reads and shows values and parses no forms, is not made to load zod.
 */
import * as z from 'zod'
import { absenceSchema, conditionSchema } from '../condition.ts'
import { fieldIdSchema } from '../ids.ts'
import { wordingSchema } from '../wording.ts'

const common = {
  id: fieldIdSchema,
  label: wordingSchema,
  /** The operational definition, shown beside the field. */
  hint: wordingSchema.optional(),
  /** `true`, `false`, or required while the condition holds. */
  required: z.union([z.boolean(), conditionSchema]),
  /** Shown and counted only while the condition holds; a hidden field's value is dropped on submit. */
  visibleWhen: conditionSchema.optional(),
  /** Which absences are accepted in place of a value. */
  absences: z.array(absenceSchema).optional(),
  /** Read from the mark beside a published definition, and never a part of it; see schema/personal.ts. */
  personal: z.boolean().optional(),
}

/** A number, or the number in another field of the row (then of the header). */
const numberBound = z.union([z.number(), z.object({ field: fieldIdSchema })])
/** A date, another field's date, the local date on which the answers are checked, or a day (`MM-DD`) counted in years from the fiscal year. */
const dateBound = z.union([
  z.iso.date(),
  z.literal('today'),
  z.object({ field: fieldIdSchema }),
  z.object({ fiscalYearPlus: z.int(), monthDay: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/) }),
])
export type DateBound = z.infer<typeof dateBound>
/** One bound, or several that must all hold. */
const dateBounds = z.union([dateBound, z.array(dateBound)])

const choice = z.object({ value: z.string().min(1), label: wordingSchema })
export type Choice = z.infer<typeof choice>
/** Choices stand in the form itself, or are taken from one of the region's reference lists (`kelurahan`, `sumber-dana`, ...). */
const choices = z.union([z.array(choice).min(1), z.object({ reference: z.string() })])

export const shapeParts = {
  z,
  common,
  wording: wordingSchema,
  fieldId: fieldIdSchema,
  numberBound,
  dateBounds,
  choices,
}
export type ShapeParts = typeof shapeParts
