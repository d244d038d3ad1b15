/**
 * A round and its facts: windows, submissions, reviews, drafts, findings. Facts are numbered, inserted if absent, never
 * changed, and folded when read. Local dates are in the region's zone; a closing instant is exclusive.
 */
import * as z from 'zod'
import { alertPlanSchema } from './alert-plan.ts'
import { completenessSchema, gapSchema } from './answers.ts'
import { agencyIdSchema, formIdSchema, instantSchema, localDateSchema, localTimeSchema, roundIdSchema } from './ids.ts'
import { milestoneSchema } from './milestone.ts'
import { stampSchema } from './region.ts'
import { rehearsalOriginSchema } from './rehearsal.ts'
import { versionMoveSchema } from './version-move.ts'
import { wordingSchema } from './wording.ts'

export const assignmentKeySchema = z.object({
  agencyId: agencyIdSchema,
  formId: formIdSchema,
  formVersion: z.int().min(1),
})
export type AssignmentKey = z.infer<typeof assignmentKeySchema>

export const roundSchema = z.object({
  ...stampSchema.shape,
  id: roundIdSchema,
  revision: z.int().min(1),
  title: wordingSchema,
  fiscalYear: z.int(),
  phase: z.string(),
  opensOn: localDateSchema,
  opensAtTime: localTimeSchema,
  /** Target date: soft. Last day on which a submission is on time. */
  targetOn: localDateSchema,
  /** Final date: hard. After this day's end nothing is accepted. */
  closesOn: localDateSchema,
  alertPlan: alertPlanSchema,
  assignments: z.array(assignmentKeySchema),
  milestones: z.array(milestoneSchema).max(200).optional(),
  /** Only of a rehearsal: nothing in it is real. */
  rehearsal: rehearsalOriginSchema.optional(),
  /** When the coordinator opened it; null = a draft, about which nothing is mailed. Absent in rounds older than drafts: opened. */
  openedAt: instantSchema.nullable().optional(),
  /** The move of a form's version that this very revision made; the next one does not have it. */
  move: versionMoveSchema.optional(),
})
export type Round = z.infer<typeof roundSchema>

/** F7: extension, re-opening, closing; for all agencies, or for those named. */
export const windowSchema = z.object({
  ...stampSchema.shape,
  number: z.int().min(1),
  /** `correct` moves dates earlier: only with a day's warning, so that it never makes anybody's work late. */
  kind: z.enum(['extend', 'reopen', 'close', 'correct']),
  /** For `close`: absent; the window closes at `at`. */
  closesOn: localDateSchema.optional(),
  targetOn: localDateSchema.optional(),
  agencyIds: z.array(agencyIdSchema).min(1).optional(),
  reason: z.string().min(1).max(1_000),
  /** Letter or minutes, number and date. */
  basis: z.string().max(500).optional(),
  /** The request for more time that it grants. */
  request: z.int().min(1).optional(),
  /** What the decider says to the agency whose request it grants. */
  note: z.string().max(1_000).optional(),
})
export type Window = z.infer<typeof windowSchema>

export const findingCountsSchema = z.object({ blocking: z.int(), warning: z.int(), info: z.int() })
export type FindingCounts = z.infer<typeof findingCountsSchema>

/** Sums by table and field, e.g. `{ "penandaan.paguDitandai": 125000000 }`; whole rupiah or counts. */
export const totalsSchema = z.record(z.string(), z.number())
export type Totals = z.infer<typeof totalsSchema>

/** The commit of one revision. Its body lies under `sha256`. */
export const submissionSchema = z.object({
  ...stampSchema.shape,
  agencyId: agencyIdSchema,
  formId: formIdSchema,
  formVersion: z.int(),
  revision: z.int().min(1),
  nil: z.boolean(),
  nilReason: z.string().optional(),
  completeness: completenessSchema,
  /** At most 60 named gaps (only "belum ada data" can remain in a submission); `missingCount` is the whole number. */
  missing: z.array(gapSchema),
  missingCount: z.int(),
  rowCount: z.int(),
  totals: totalsSchema,
  findings: findingCountsSchema,
  /** SHA-256 over canonical JSON (RFC 8785) of the answers, lower-case hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The chain: SHA-256 of `<previous chain or empty>|<revision>|<sha256>`. */
  chain: z.string(),
  previousSha256: z.string().nullable(),
  requestKey: z.string(),
  receiptNumber: z.string(),
})
export type Submission = z.infer<typeof submissionSchema>

export const commentSchema = z.object({ pointer: z.string(), text: z.string().min(1).max(2_000) })
export type Comment = z.infer<typeof commentSchema>

/** F6: the coordinator's decision on one revision. `reopen` takes an acceptance back; its reason is the comment on the whole. */
export const decisionSchema = z.enum(['accept', 'return', 'reopen'])
export const reviewSchema = z.object({
  ...stampSchema.shape,
  agencyId: agencyIdSchema,
  formId: formIdSchema,
  revision: z.int(),
  number: z.int(),
  decision: decisionSchema,
  comments: z.array(commentSchema),
  /** The corrections' own last day; opens this submission alone until its end, also after the final date. */
  dueOn: localDateSchema.optional(),
  /** Never stored: it follows from the move of the round's revision of that number, which asks sent work again. */
  ofMove: z.int().optional(),
})
export type Review = z.infer<typeof reviewSchema>

/** What the agency answers to one comment, which is named by its decision and its place in it. The latest number counts. */
export const replySchema = z.object({
  ...stampSchema.shape,
  agencyId: agencyIdSchema,
  formId: formIdSchema,
  revision: z.int().min(1),
  review: z.int().min(1),
  comment: z.int().min(0),
  number: z.int().min(1),
  kind: z.enum(['fixed', 'answer']),
  text: z.string().max(1_000).optional(),
})
export type Reply = z.infer<typeof replySchema>

export const draftSchema = z.object({
  agencyId: agencyIdSchema,
  formId: formIdSchema,
  formVersion: z.int(),
  version: z.int().min(1),
  savedAt: instantSchema,
  savedBy: z.string(),
  /** The revision it was typed over; 0 or absent = none. A newer revision overtakes the draft. */
  baseRevision: z.int().min(0).optional(),
  completeness: completenessSchema,
  missing: z.array(gapSchema),
  missingCount: z.int(),
  rowCount: z.int(),
  sha256: z.string(),
  /** When its body ends, as seen at the save. Absent (rehearsals, older releases): never; the body lies with those of submissions. */
  endsAt: instantSchema.optional(),
  /** The work in other versions that it was carried over from, oldest first, until its writer throws away what did not fit. */
  carriedFrom: z
    .array(z.object({ formVersion: z.int(), sha256: z.string(), endsAt: instantSchema.optional() }))
    .max(10)
    .optional(),
})
export type Draft = z.infer<typeof draftSchema>

export const severitySchema = z.enum(['blocking', 'warning', 'info'])
export type Severity = z.infer<typeof severitySchema>

/** What a finding is about, so that an explanation holds only for that: `same` must stay equal, `amounts` near what they were. */
export const basisSchema = z.object({ same: z.string(), amounts: z.array(z.number()) })
export type Basis = z.infer<typeof basisSchema>

/**
 * One accuracy finding. Identity: rule + agency + form + row (`-` for none). `rule` is a key of schema/checks/rule-table.ts,
 * `A01`..`A38`. An open finding that still has an `explanation` has outgrown it: its figures left the band.
 */
export const findingSchema = z.object({
  id: z.string(),
  rule: z.string(),
  severity: severitySchema,
  agencyId: agencyIdSchema,
  formId: formIdSchema,
  rowKey: z.string(),
  pointer: z.string(),
  message: wordingSchema,
  state: z.enum(['open', 'explained', 'solved']),
  firstSeenAt: instantSchema,
  lastSeenAt: instantSchema,
  basis: basisSchema.optional(),
  /** `round`: the earlier one in which it was given. `setAside`: not followed up in this round, whatever its figures become. `byName` is not stored. */
  explanation: z
    .object({
      ...stampSchema.shape,
      text: z.string(),
      basis: basisSchema.optional(),
      round: roundIdSchema.optional(),
      setAside: z.literal(true).optional(),
      byName: z.string().optional(),
    })
    .optional(),
})
export type Finding = z.infer<typeof findingSchema>

export const assignmentStatusSchema = z.enum(['not-started', 'draft', 'submitted', 'returned', 'accepted'])
export type AssignmentStatus = z.infer<typeof assignmentStatusSchema>
export const timelinessSchema = z.enum(['on-time', 'in-extension', 'late'])
export type Timeliness = z.infer<typeof timelinessSchema>
/** One of five for every form at any moment: what was sent by its timeliness, what was not by whether there is time left. See docs/punctuality.md. */
export const punctualitySchema = z.enum([...timelinessSchema.options, 'time-left', 'past-deadline'])
export type Punctuality = z.infer<typeof punctualitySchema>

/** The answer of `GET /api/rounds/{round}/assignments`, one per agency and form. */
export const assignmentSchema = z.object({
  agencyId: agencyIdSchema,
  formId: formIdSchema,
  /** The version that is asked; and that of the submission that counts. */
  formVersion: z.int(),
  sentVersion: z.int().nullable(),
  status: assignmentStatusSchema,
  nil: z.boolean(),
  completeness: completenessSchema,
  missing: z.array(gapSchema),
  missingCount: z.int(),
  opensAt: instantSchema,
  targetAt: instantSchema,
  closesAt: instantSchema,
  targetOn: localDateSchema,
  closesOn: localDateSchema,
  open: z.boolean(),
  workingDaysLeft: z.int(),
  timeliness: timelinessSchema.nullable(),
  punctuality: punctualitySchema,
  /** Only of returned work with a last day of its own, which is then the date to tell; `dueAt` is its exclusive end. */
  dueOn: localDateSchema.nullable(),
  dueAt: instantSchema.nullable(),
  /** Past its target without a submission that counts. */
  overdue: z.boolean(),
  revision: z.int(),
  submittedAt: instantSchema.nullable(),
  savedAt: instantSchema.nullable(),
  savedBy: z.string().nullable(),
  savedByName: z.string().nullable(),
  draftVersion: z.int(),
  rowCount: z.int(),
  findings: findingCountsSchema,
})
export type Assignment = z.infer<typeof assignmentSchema>

export const receiptSchema = z.object({
  number: z.string(),
  round: roundIdSchema,
  agencyId: agencyIdSchema,
  formId: formIdSchema,
  formVersion: z.int(),
  revision: z.int(),
  at: instantSchema,
  by: z.string(),
  nil: z.boolean(),
  rowCount: z.int(),
  totals: totalsSchema,
  sha256: z.string(),
  previousSha256: z.string().nullable(),
})
export type Receipt = z.infer<typeof receiptSchema>
