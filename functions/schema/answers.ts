/**
 * What an agency answers. Pointers in errors, findings and comments are RFC 6901 over this shape, with the row's key in
 * place of its index: `/fields/nomorDokumen`, `/rows/penandaan/01J.../paguDitandai`.
 */
import * as z from 'zod'
import { absenceSchema } from './condition.ts'
import { fieldIdSchema, rowKeySchema } from './ids.ts'
import { type Wording, wordingSchema } from './wording.ts'

/** A number (integers, whole rupiah), a string (text, choice id, ISO date, https URL), an array of choice ids, or an absence. */
export const valueSchema = z.union([
  z.number(),
  z.string().max(5_000),
  z.array(z.string().max(200)).max(500),
  z.object({ absent: absenceSchema }),
])
export type Value = z.infer<typeof valueSchema>

export const cellsSchema = z.record(fieldIdSchema, valueSchema)
export type Cells<T = Value> = Record<string, T>

export const rowSchema = z.object({ rowKey: rowKeySchema, cells: cellsSchema })
export type Row<T = Value> = { rowKey: string; cells: Cells<T> }

export const answersSchema = z.object({
  fields: cellsSchema,
  rows: z.record(fieldIdSchema, z.array(rowSchema).max(10_000)),
})
export type Answers<T = Value> = { fields: Cells<T>; rows: Record<string, Row<T>[]> }

/** A pointed error, in both languages. `code` is stable: `required`, `too-small`, `not-a-choice`, ... */
export const answerErrorSchema = z.object({
  pointer: z.string(),
  code: z.string(),
  message: wordingSchema,
})
export type AnswerError = z.infer<typeof answerErrorSchema>

/** Required answers expected and given. `answered` never exceeds `expected`. */
export const completenessSchema = z.object({ expected: z.int().min(0), answered: z.int().min(0) })
export type Completeness = z.infer<typeof completenessSchema>

/** A gap with its name: the field, and for rows which row, so that a digest can say what is missing. */
export const gapSchema = z.object({
  pointer: z.string(),
  label: wordingSchema,
  /** What is there is wrong, or there is nothing yet; facts of earlier releases have only the latter and do not say so. */
  kind: z.enum(['wrong', 'empty']).optional(),
  /** For how many places it stands, the first of which is named; 1 where it is absent. */
  count: z.int().min(1).optional(),
})
export type Gap = z.infer<typeof gapSchema>
/** `own`: what it is called without its row. */
export type NamedGap = Gap & { readonly own?: Wording }
