/**
 * What the shapes of fields are made of. A field file states its shape as a function of these parts and imports zod as a type
 * only, so that the page, which reads and shows values and parses no forms, is not made to load zod.
 */
import * as z from 'zod'
import { absenceSchema, conditionSchema } from '../condition.ts'
import { expressionSchema } from '../expressions/expression-schema.ts'
import { fieldIdSchema } from '../ids.ts'
import { wordingSchema } from '../wording.ts'

/** Both languages of a text that has answers in it. */
const liveText = z.object({ id: expressionSchema, en: expressionSchema })
/** What the form itself says of a question (docs/xlsform.md); with one of these a form needs what works rules out. */
const rules = z.object({
  /** Asked only while it holds; the answer of a question that is not asked does not exist. */
  relevant: expressionSchema.optional(),
  required: expressionSchema.optional(),
  /** Holds for each answer that is given; a warning is said, and keeps nothing from being sent. */
  constraint: z
    .object({ test: expressionSchema, message: wordingSchema, severity: z.literal('warning').optional() })
    .optional(),
  /** Shown, not to be changed, while it holds. */
  readOnly: expressionSchema.optional(),
  /** What the question begins with. */
  default: expressionSchema.optional(),
  /** Holds for each choice on offer. */
  choices: expressionSchema.optional(),
  /** The label and hint with answers in them; `label` and `hint` of the field have a gap there. */
  label: liveText.optional(),
  hint: liveText.optional(),
  /** Of choices with answers in their labels; `at`: their place in the field's list. */
  choiceLabels: z.array(liveText.extend({ at: z.int() })).optional(),
})
export type Rules = z.infer<typeof rules>

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
  /** What this question was called in the version before, where it is the same question under a new name. */
  was: fieldIdSchema.optional(),
  /** Read from the mark beside a published definition, and never a part of it; see schema/personal.ts. */
  personal: z.boolean().optional(),
  rules: rules.optional(),
  /** The headings of the groups it stands in, the outermost first. */
  under: z.array(wordingSchema).optional(),
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

const choice = z.object({
  value: z.string().min(1),
  label: wordingSchema,
  /** Other columns of its list, which rules choose by. */
  columns: z.record(z.string(), z.string()).optional(),
})
export type Choice = z.infer<typeof choice>
/** Choices stand in the form itself, or are taken from one of the region's reference lists (`kelurahan`, `sumber-dana`, ...). */
const choices = z.union([z.array(choice).min(1), z.object({ reference: z.string() })])

export const shapeParts = {
  /** Word by word: handed over whole, the library would stand in every bundle with all its languages (267 kB). */
  z: {
    object: z.object,
    literal: z.literal,
    string: z.string,
    int: z.int,
    boolean: z.boolean,
    array: z.array,
    union: z.union,
    enum: z.enum,
  },
  common,
  wording: wordingSchema,
  fieldId: fieldIdSchema,
  expression: expressionSchema,
  numberBound,
  dateBounds,
  choices,
}
export type ShapeParts = typeof shapeParts
