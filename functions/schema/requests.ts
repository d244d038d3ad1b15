/** What the API takes about a round, and what it answers beside the facts themselves. */
import * as z from 'zod'
import { answersSchema, completenessSchema, gapSchema } from './answers.ts'
import { agencyIdSchema, instantSchema, localDateSchema } from './ids.ts'
import { commentSchema, decisionSchema, replySchema, reviewSchema, submissionSchema } from './round.ts'
import { formChangeSchema, leftAnswerSchema } from './version-move.ts'
import { wordingSchema } from './wording.ts'

export const windowRequestSchema = z
  .object({
    kind: z.enum(['extend', 'reopen', 'close', 'correct']),
    closesOn: localDateSchema.optional(),
    targetOn: localDateSchema.optional(),
    agencyIds: z.array(agencyIdSchema).min(1).optional(),
    reason: z.string().trim().min(1).max(1_000),
    basis: z.string().trim().max(500).optional(),
    /** Of an extension for all: what becomes of agencies that were closed alone. Needed where there are any. */
    closedAlone: z.enum(['reopen', 'leave']).optional(),
  })
  .refine((w) => w.kind === 'close' || w.closesOn !== undefined, {
    path: ['closesOn'],
    message: 'closesOn is required',
  })
export type WindowRequest = z.infer<typeof windowRequestSchema>

/** `{ answers }`, or `{ nil: true, reason }` with at least 20 characters. `formVersion`: which version is answered; absent: the one that is asked. */
export const submissionRequestSchema = z.union([
  z.object({ formVersion: z.int().optional(), answers: answersSchema }),
  z.object({
    formVersion: z.int().optional(),
    nil: z.literal(true),
    reason: z.string().trim().min(20).max(1_000),
  }),
])
export type SubmissionRequest = z.infer<typeof submissionRequestSchema>

/** `discardLeft`: what earlier versions left beside the form may go. */
export const draftRequestSchema = z.object({
  formVersion: z.int(),
  answers: answersSchema,
  discardLeft: z.literal(true).optional(),
})
/**
 * `GET|PUT .../draft`. `version` 0 means that nothing is saved yet and `answers` are the blank (or last submitted) ones.
 * `closesAt`, when read: the instant from which it can no longer be saved.
 */
export const draftResponseSchema = z.object({
  version: z.int(),
  formVersion: z.int(),
  savedAt: instantSchema.nullable(),
  savedBy: z.string().nullable(),
  savedByName: z.string().nullable(),
  baseRevision: z.int(),
  completeness: completenessSchema,
  missing: z.array(gapSchema),
  answers: answersSchema,
  closesAt: instantSchema.optional(),
  /** When read: answers to earlier versions that this one has no place for. */
  left: z.array(leftAnswerSchema).optional(),
})
export type DraftResponse = z.infer<typeof draftResponseSchema>

export const reviewRequestSchema = z.object({
  revision: z.int().min(1),
  decision: decisionSchema,
  comments: z.array(commentSchema).max(200),
  dueOn: localDateSchema.optional(),
})
export type ReviewRequest = z.infer<typeof reviewRequestSchema>

const placed = { review: z.int().min(1).max(99), comment: z.int().min(0).max(199) }
/** "Sudah diperbaiki", or a short answer in words. */
export const replyRequestSchema = z.discriminatedUnion('kind', [
  z.object({ ...placed, kind: z.literal('fixed') }),
  z.object({ ...placed, kind: z.literal('answer'), text: z.string().trim().min(2).max(1_000) }),
])
export type ReplyRequest = z.infer<typeof replyRequestSchema>

/** As people are shown them: with the name of who decided, and of who answered. */
export const reviewViewSchema = reviewSchema.extend({ byName: z.string() })
export type ReviewView = z.infer<typeof reviewViewSchema>
export const replyViewSchema = replySchema.extend({ byName: z.string() })
export type ReplyView = z.infer<typeof replyViewSchema>

/** Answers of elsewhere with which a form can begin. */
export const startingPointSchema = z.object({
  kind: z.enum(['last-round', 'continued']),
  title: wordingSchema,
  at: instantSchema.nullable(),
  rowCount: z.int(),
  answers: answersSchema,
  /** Where it answered another version of the form: what has changed since. */
  changes: z.array(formChangeSchema).optional(),
})
export type StartingPoint = z.infer<typeof startingPointSchema>

export const submissionDetailSchema = z.object({
  submission: submissionSchema,
  answers: answersSchema,
  reviews: z.array(reviewViewSchema),
  replies: z.array(replyViewSchema),
  byName: z.string(),
  /** As the agency was called when it sent this, where it has another name now. */
  agencyNameThen: wordingSchema.optional(),
})
export type SubmissionDetail = z.infer<typeof submissionDetailSchema>
