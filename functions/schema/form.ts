/**
 * A form definition: typed data from which the page, the validator (browser and server alike), completeness,
 * totals and the workbook are derived. A published version never changes; a change is a new file with a new version.
 */
import * as z from 'zod'
import { conditionSchema } from './condition.ts'
import { expressionSchema } from './expressions/expression-schema.ts'
import { type Field, shapes } from './fields/kinds.ts'
import { shapeParts } from './fields/shape.ts'
import { fieldIdSchema, formIdSchema } from './ids.ts'
import { wordingSchema } from './wording.ts'

export { type Absence, absenceSchema, type Condition } from './condition.ts'
export type { Field, FieldType } from './fields/kinds.ts'
export type { Choice, DateBound } from './fields/shape.ts'
export { type ReferenceEntry, type ReferenceLists, referenceEntrySchema } from './reference.ts'

export const fieldSchema: z.ZodType<Field> = z.discriminatedUnion('type', shapes(shapeParts))

/** Rows that must be there: one per entry of the reference list, or one per pair of two lists. Their cells in `by` are fixed. */
const fixedRowsSchema = z.object({
  by: z
    .array(z.object({ field: fieldIdSchema, reference: z.string() }))
    .min(1)
    .max(2),
})

export const tableSchema = z.object({
  id: fieldIdSchema,
  /** As of a question. */
  was: fieldIdSchema.optional(),
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
  /** `relevant` as of a question; `count`: how many rows there must be, no more and no less. */
  rules: z.object({ relevant: expressionSchema.optional(), count: expressionSchema.optional() }).optional(),
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
  /** Lists that rules look things up in, with the columns that they look at. */
  lists: z.record(z.string(), z.array(z.record(z.string(), z.string()))).optional(),
  /** Set where any question or table has `rules`, or an expression that it is worked out by. */
  ruled: z.literal(true).optional(),
  /** May an agency answer "nihil" (nothing to report) with a reason instead? */
  nilAllowed: z.boolean(),
})
export type FormDefinition = z.infer<typeof formDefinitionSchema>
