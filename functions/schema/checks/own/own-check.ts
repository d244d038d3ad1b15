/**
 * Checks that a coordinator chooses for a form, without code: rows that are there twice, numbers far from the last round's, totals that
 * disagree. They are kept beside the form, so a published definition stays as it was, and hold from the next check.
 */
import * as z from 'zod'
import { stampSchema } from '../../region.ts'

/** Lenient: what is not whole or not of this form is refused in words by whoever saves it. Without `table` a question of the header. */
const name = z.string().max(64)
const placeSchema = z.object({ table: name.optional(), field: name })
export type CheckPlace = z.infer<typeof placeSchema>

/** `across`: looked for in the other agencies' answers too. */
const duplicateSchema = z.object({
  kind: z.literal('duplicate'),
  table: name.optional(),
  fields: z.array(name).max(10),
  across: z.boolean(),
})
/** `rowsBy`: what tells that two rows are the same one; without it the sum of the column is compared. `least`: smaller changes do not count. */
const jumpSchema = z.object({
  kind: z.literal('jump'),
  ...placeSchema.shape,
  rowsBy: z.array(name).max(10).optional(),
  limit: z.object({ by: z.enum(['percent', 'factor']), value: z.number() }),
  least: z.number().optional(),
})
/** All in one table: row by row. Otherwise a column stands for its sum. */
const totalSchema = z.object({ kind: z.literal('total'), total: placeSchema, parts: z.array(placeSchema).max(40) })

export const ownCheckSchema = z.discriminatedUnion('kind', [duplicateSchema, jumpSchema, totalSchema])
export type OwnCheck = z.infer<typeof ownCheckSchema>
export type DuplicateCheck = z.infer<typeof duplicateSchema>
export type JumpCheck = z.infer<typeof jumpSchema>
export type TotalCheck = z.infer<typeof totalSchema>

/** More than these nobody reads the findings of. */
export const mostOwnChecks = 20
/** More are refused by shape, so that no request is unbounded. */
export const ownChecksSchema = z.array(ownCheckSchema).max(100)

/** All checks of one form: revised as a whole. */
export const formChecksSchema = z.object({ ...stampSchema.shape, formId: z.string(), checks: ownChecksSchema })
export type FormChecks = z.infer<typeof formChecksSchema>

/** By the id of the form. */
export type OwnChecks = Readonly<Record<string, readonly OwnCheck[]>>
