/**
 * A form's version in a running round, and what moving to another one means: which questions changed, and what becomes of what
 * was answered. A place in a form is written `field` in the header, `table` or `table.field`.
 */
import * as z from 'zod'
import { valueSchema } from './answers.ts'
import { agencyIdSchema, formIdSchema } from './ids.ts'
import { wordingSchema } from './wording.ts'

const pathSchema = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}(\.[a-z][A-Za-z0-9]{0,39})?$/)
/** New place -> old place, where the form itself does not say it by `was`. */
export const moveMappingSchema = z.record(pathSchema, pathSchema)
export type MoveMapping = z.infer<typeof moveMappingSchema>

/** What becomes of work that was sent in the old version: it stays valid, or it is asked for again. */
const sentPolicySchema = z.enum(['keep', 'ask-again'])

const move = {
  formId: formIdSchema,
  to: z.int().min(1),
  mapping: moveMappingSchema.optional(),
  sent: sentPolicySchema,
}
/** As it stands in the revision of the round that made it; `agencyIds`: all whom it moved. */
export const versionMoveSchema = z.object({
  ...move,
  agencyIds: z.array(agencyIdSchema).min(1),
  reason: z.string().min(1).max(1_000),
})
export type VersionMove = z.infer<typeof versionMoveSchema>

/** `agencyIds` absent: all that are asked this form. */
export const versionMoveRequestSchema = z.object({
  ...move,
  agencyIds: z.array(agencyIdSchema).min(1).max(2_000).optional(),
  reason: z.string().trim().max(1_000),
})
export type VersionMoveRequest = z.infer<typeof versionMoveRequestSchema>

/**
 * One difference between two versions. `answers`: what was answered there is `kept`, `carried` to its new name, `left` beside the form
 * to be read and asked anew, only left there (`aside`), or there is none yet (`new`).
 */
export const formChangeSchema = z.object({
  kind: z.enum(['added', 'removed', 'renamed', 'reworded', 'retyped', 'choices', 'rules']),
  path: z.string(),
  /** The table in which it stands. */
  table: wordingSchema.optional(),
  label: wordingSchema,
  /** The old and the new label, explanation or type. */
  before: wordingSchema.optional(),
  after: wordingSchema.optional(),
  choicesGone: z.array(wordingSchema).optional(),
  choicesNew: z.array(wordingSchema).optional(),
  answers: z.enum(['kept', 'carried', 'left', 'aside', 'new']),
})
export type FormChange = z.infer<typeof formChangeSchema>

/** An answer that another version has no place for: where it stood, and what it was, as people read it. */
export const leftAnswerSchema = z.object({
  version: z.int(),
  pointer: z.string(),
  label: wordingSchema,
  row: wordingSchema.optional(),
  value: wordingSchema,
})
export type LeftAnswer = z.infer<typeof leftAnswerSchema>

/** Answers as another version asks them, and what of them found no place there. */
export const carriedSchema = z.object({
  answers: z.object({
    fields: z.record(z.string(), valueSchema),
    rows: z.record(z.string(), z.array(z.object({ rowKey: z.string(), cells: z.record(z.string(), valueSchema) }))),
  }),
  left: z.array(leftAnswerSchema),
})
