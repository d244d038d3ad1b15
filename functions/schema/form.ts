/**
 * A form definition: typed data from which the page, the validator (browser and server alike), completeness,
 * totals and the workbook are derived. A published version never changes; a change is a new file with a new version.
 */
import * as z from 'zod'
import { fieldIdSchema, formIdSchema } from './ids.ts'
import { wordingSchema } from './wording.ts'

/**
 * A condition over the cells of the same row first, then over the header fields.
 * `is` is true when the value is one of the list; `includes` when a many-choice value holds one of the list;
 * `below`/`equals` compare a number (`equals` also with another field); `given` asks whether there is a value (an absence is none);
 * `absent` whether one of these absences stands in its place.
 */
export type Condition =
  | { field: string; is: readonly (string | number)[] }
  | { field: string; includes: readonly string[] }
  | { field: string; below: number | { field: string } }
  | { field: string; above: number | { field: string } }
  | { field: string; equals: number | { field: string } }
  | { field: string; given: boolean }
  | { field: string; absent: readonly ('not-yet' | 'not-applicable')[] }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }

/** The two ways to answer without a value: "belum ada data" (answered, but not complete) and "tidak berlaku" (complete). */
export const absenceSchema = z.enum(['not-yet', 'not-applicable'])
export type Absence = z.infer<typeof absenceSchema>

const numberOrField = z.union([z.number(), z.object({ field: fieldIdSchema })])
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.object({ field: fieldIdSchema, is: z.array(z.union([z.string(), z.number()])) }),
    z.object({ field: fieldIdSchema, includes: z.array(z.string()) }),
    z.object({ field: fieldIdSchema, below: numberOrField }),
    z.object({ field: fieldIdSchema, above: numberOrField }),
    z.object({ field: fieldIdSchema, equals: numberOrField }),
    z.object({ field: fieldIdSchema, given: z.boolean() }),
    z.object({ field: fieldIdSchema, absent: z.array(absenceSchema) }),
    z.object({ all: z.array(conditionSchema) }),
    z.object({ any: z.array(conditionSchema) }),
    z.object({ not: conditionSchema }),
  ]),
)

/** A number, or the number in another field of the row (then of the header). */
export const numberBoundSchema = z.union([z.number(), z.object({ field: fieldIdSchema })])
/** A date, another field's date, the local date on which the answers are checked, or a day (`MM-DD`) counted in years from the fiscal year. */
export const dateBoundSchema = z.union([
  z.iso.date(),
  z.literal('today'),
  z.object({ field: fieldIdSchema }),
  z.object({ fiscalYearPlus: z.int(), monthDay: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/) }),
])
export type DateBound = z.infer<typeof dateBoundSchema>
/** One bound, or several that must all hold. */
export const dateBoundsSchema = z.union([dateBoundSchema, z.array(dateBoundSchema)])

export const choiceSchema = z.object({ value: z.string().min(1), label: wordingSchema })
export type Choice = z.infer<typeof choiceSchema>
/** Choices stand in the form itself, or are taken from one of the region's reference lists (`kelurahan`, `sumber-dana`, ...). */
export const choicesSchema = z.union([z.array(choiceSchema).min(1), z.object({ reference: z.string() })])

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
}

export const fieldSchema = z.discriminatedUnion('type', [
  z.object({
    ...common,
    type: z.literal('text'),
    minLength: z.int().optional(),
    maxLength: z.int(),
    /** A regular expression that must match the whole trimmed text, with the sentence that says what is expected. */
    pattern: z.object({ source: z.string(), message: wordingSchema }).optional(),
    multiline: z.boolean().optional(),
    /** How a browser may help: `tel`, `email`. */
    purpose: z.enum(['tel', 'email', 'name']).optional(),
    /** Reference list from which values are suggested (free text stays possible). */
    suggest: z.string().optional(),
  }),
  z.object({
    ...common,
    type: z.literal('integer'),
    min: numberBoundSchema.optional(),
    max: numberBoundSchema.optional(),
    unit: wordingSchema.optional(),
    /** Summed over the rows, in the page's footer and on the receipt. */
    total: z.boolean().optional(),
  }),
  /** Whole rupiah, never negative unless `min` says so. */
  z.object({
    ...common,
    type: z.literal('rupiah'),
    min: numberBoundSchema.optional(),
    max: numberBoundSchema.optional(),
    total: z.boolean().optional(),
  }),
  z.object({
    ...common,
    type: z.literal('decimal'),
    min: numberBoundSchema.optional(),
    max: numberBoundSchema.optional(),
    /** Digits after the comma, at most. */
    decimals: z.int().min(1).max(6),
    unit: wordingSchema.optional(),
  }),
  z.object({ ...common, type: z.literal('date'), min: dateBoundsSchema.optional(), max: dateBoundsSchema.optional() }),
  z.object({ ...common, type: z.literal('choice'), choices: choicesSchema }),
  z.object({ ...common, type: z.literal('choices'), choices: choicesSchema, minChoices: z.int().optional() }),
  z.object({ ...common, type: z.literal('url') }),
  /** Never typed: `percent` = 100 * part / whole, `sum` of fields, or `ratio`. Not stored; recomputed wherever it is shown. */
  z.object({
    ...common,
    type: z.literal('computed'),
    formula: z.union([
      z.object({ percent: z.object({ part: fieldIdSchema, whole: fieldIdSchema }) }),
      z.object({ sum: z.array(fieldIdSchema) }),
    ]),
    decimals: z.int().min(0).max(2),
  }),
])
export type Field = z.infer<typeof fieldSchema>
export type FieldType = Field['type']

/** Rows that must be there: one per entry of the reference list, or one per pair of two lists. Their cells in `by` are fixed. */
export const fixedRowsSchema = z.object({
  by: z
    .array(z.object({ field: fieldIdSchema, reference: z.string() }))
    .min(1)
    .max(2),
})

export const tableSchema = z.object({
  id: fieldIdSchema,
  title: wordingSchema,
  hint: wordingSchema.optional(),
  fields: z.array(fieldSchema).min(1),
  minRows: z.int().min(0),
  maxRows: z.int().min(1).max(10_000),
  /** No two rows may agree in all of these. */
  uniqueBy: z.array(fieldIdSchema).optional(),
  fixedRows: fixedRowsSchema.optional(),
  /** Shown, demanded and counted only while the condition over the header fields holds; rows of a hidden table are dropped on submit. */
  visibleWhen: conditionSchema.optional(),
  /** Sums within a row that may not exceed another cell, e.g. pendek + sangat pendek <= diukur. */
  sumLimits: z
    .array(z.object({ sum: z.array(fieldIdSchema), atMost: fieldIdSchema, message: wordingSchema }))
    .optional(),
})
export type Table = z.infer<typeof tableSchema>

export const formDefinitionSchema = z.object({
  id: formIdSchema,
  version: z.int().min(1),
  title: wordingSchema,
  /** Short name for matrices and mail subjects, e.g. "3A". */
  shortTitle: wordingSchema,
  description: wordingSchema,
  /** Header fields, answered once. */
  fields: z.array(fieldSchema),
  tables: z.array(tableSchema),
  /** May an agency answer "nihil" (nothing to report) with a reason instead? */
  nilAllowed: z.boolean(),
})
export type FormDefinition = z.infer<typeof formDefinitionSchema>

/** One entry of a reference list. `scope` limits it to some agencies (a kecamatan's own kelurahan); `aliases` are other spellings seen in use. */
export const referenceEntrySchema = z.object({
  value: z.string(),
  label: wordingSchema,
  aliases: z.array(z.string()).optional(),
  scope: z.array(z.string()).optional(),
  /** Facts that prefill other cells, e.g. the indicator's name of a sub-activity code. */
  facts: z.record(z.string(), z.string()).optional(),
})
export type ReferenceEntry = z.infer<typeof referenceEntrySchema>
export type ReferenceLists = Record<string, readonly ReferenceEntry[]>
