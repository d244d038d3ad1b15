/**
 * Shapes of answers that only the API has: what of a round, its people and its notices a caller is shown. Every answer is
 * copied field by field into one of these, so that a new stored attribute never leaves the server by itself.
 */
import * as z from 'zod'
import { type FormDefinition, type ReferenceLists, referenceEntrySchema } from '../schema/form.ts'
import {
  agencyIdSchema,
  formIdSchema,
  instantSchema,
  localDateSchema,
  regionIdSchema,
  roundIdSchema,
} from '../schema/ids.ts'
import { reconciledSchema } from '../schema/reconciled.ts'
import { agencySchema, holidaySchema, personSchema } from '../schema/region.ts'
import {
  assignmentSchema,
  basisSchema,
  findingCountsSchema,
  receiptSchema,
  roundSchema,
  windowSchema,
} from '../schema/round.ts'
import { languageSchema, wordingSchema } from '../schema/wording.ts'

export const formSummarySchema = z.object({
  id: formIdSchema,
  version: z.int(),
  title: wordingSchema,
  shortTitle: wordingSchema,
  description: wordingSchema,
  nilAllowed: z.boolean(),
  /** It has a table: with no row in it, it says nothing yet. */
  asksRows: z.boolean(),
})
export type FormSummary = z.infer<typeof formSummarySchema>
export const agencyViewSchema = agencySchema.omit({ at: true, by: true })
export type AgencyView = z.infer<typeof agencyViewSchema>
/** Addresses and telephones only for the coordinator. */
export const personViewSchema = personSchema
  .pick({ id: true, name: true, title: true, role: true, agencyIds: true, phone: true, disabled: true, deputyId: true })
  .extend({ email: z.string().optional(), mailbox: z.enum(['bounced', 'complained']).nullable() })

export const roundSummarySchema = roundSchema.pick({
  id: true,
  revision: true,
  title: true,
  fiscalYear: true,
  phase: true,
  opensOn: true,
  targetOn: true,
  closesOn: true,
})
export type RoundSummary = z.infer<typeof roundSummarySchema>
/** The dates in force for one agency. Both instants are exclusive. */
const agencyDatesSchema = z.object({
  agencyId: agencyIdSchema,
  targetOn: localDateSchema,
  targetAt: instantSchema,
  closesOn: localDateSchema,
  closesAt: instantSchema,
  /** The target as it was set, where a closing cut it: what a re-opening with a blank target brings back. */
  decidedTargetOn: localDateSchema.optional(),
  /** The coordinator closed it for this agency and not for all; an extension for all asks what becomes of it. */
  closedAlone: z.literal(true).optional(),
})
export type AgencyDates = z.infer<typeof agencyDatesSchema>
export const roundViewSchema = z.object({
  round: roundSchema,
  windows: z.array(windowSchema),
  dates: z.array(agencyDatesSchema),
  agencies: z.array(agencyViewSchema),
  people: z.array(personViewSchema),
  forms: z.array(formSummarySchema),
  holidays: z.array(holidaySchema),
  /** Changes whenever a fact about the dates does: pages poll it. */
  roundVersion: z.string(),
})
export type RoundView = z.infer<typeof roundViewSchema>

/**
 * Forms, not agencies. Every number is counted from the cells that are shown with it. `expected` = `onTime` + `inExtension` + `late` +
 * `timeLeft` + `pastDeadline`, and = `submitted` + `returned` + `draft` + `notStarted`.
 */
const boardCountsSchema = z.object({
  expected: z.int(),
  submitted: z.int(),
  complete: z.int(),
  onTime: z.int(),
  inExtension: z.int(),
  late: z.int(),
  timeLeft: z.int(),
  pastDeadline: z.int(),
  accepted: z.int(),
  returned: z.int(),
  draft: z.int(),
  notStarted: z.int(),
  nil: z.int(),
})
export type BoardCounts = z.infer<typeof boardCountsSchema>
export const completenessBoardSchema = z.object({
  asOf: instantSchema,
  counts: boardCountsSchema,
  /** At the end of each day so far; `expected` of the counts is what they rise to. */
  progress: z.array(z.object({ on: localDateSchema, submitted: z.int(), accepted: z.int() })),
  answers: z.object({ expected: z.int(), answered: z.int() }),
  findings: findingCountsSchema,
  /** Agencies that still owe something, kecamatan first. */
  blockers: z.array(z.string()),
  agencies: z.array(
    z.object({
      agency: agencyViewSchema,
      complete: z.boolean(),
      counts: boardCountsSchema,
      assignments: z.array(assignmentSchema),
    }),
  ),
  forms: z.array(z.object({ form: formSummarySchema, counts: boardCountsSchema })),
})
export type Board = z.infer<typeof completenessBoardSchema>
/** `cells`: what `functions/rules/brief-cells.ts` makes of the assignments. */
export const briefBoardSchema = completenessBoardSchema.extend({
  agencies: z.array(
    completenessBoardSchema.shape.agencies.element
      .omit({ assignments: true })
      .extend({ cells: z.array(assignmentSchema.omit({ agencyId: true, missing: true }).partial()) }),
  ),
})
export type BriefBoard = z.infer<typeof briefBoardSchema>

export const recipientSchema = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  agencyIds: z.array(z.string()),
  email: z.string().optional(),
})
/** Proof without data: counts and hashes. */
export const publicReceiptSchema = receiptSchema.omit({ by: true, totals: true }).extend({
  roundTitle: wordingSchema,
  agencyName: wordingSchema,
  agencyNameThen: wordingSchema.optional(),
  formTitle: wordingSchema,
  latestRevision: z.int(),
  zone: z.string(),
  zoneName: z.string(),
})
export type PublicReceipt = z.infer<typeof publicReceiptSchema>

export const differenceSchema = z.object({
  from: z.int(),
  to: z.int(),
  changes: z.array(
    z.object({
      pointer: z.string(),
      label: wordingSchema,
      kind: z.enum(['added', 'removed', 'changed']),
      /** As people read it; null where there was nothing. */
      before: wordingSchema.nullable(),
      after: wordingSchema.nullable(),
    }),
  ),
})
export type Difference = z.infer<typeof differenceSchema>

/** `held`: no mail goes since then, and why; `unheard`: mails go, but no report on them arrives. */
export const mailHealthSchema = z.object({
  state: z.enum(['ok', 'held', 'unheard']),
  since: instantSchema.nullable(),
  trouble: z.string().nullable(),
})
export const healthSchema = z.object({
  status: z.enum(['ok', 'degraded']),
  table: z.boolean(),
  oldestOverdueSeconds: z.int().nullable(),
  lastTick: instantSchema.nullable(),
  mail: mailHealthSchema,
  reconciled: reconciledSchema.nullable(),
  now: instantSchema,
})

/** Definitions and lists are published data with a schema of their own; the API describes them as objects. */
export const formDefinitionReplySchema = z.custom<FormDefinition>().openapi({ type: 'object' })
export const referencesReplySchema = z.custom<ReferenceLists>().openapi({
  type: 'object',
  description: `By list; an entry has ${Object.keys(referenceEntrySchema.shape).join(', ')}`,
})

// Requests

export const roundParams = z.object({ round: roundIdSchema })
export const workParams = roundParams.extend({ agency: agencyIdSchema, form: formIdSchema })
export const revisionParams = workParams.extend({ revision: z.coerce.number().int().min(1).max(99_999_999) })
export const signInRequestSchema = z.object({ email: z.string().trim().toLowerCase().pipe(z.email().max(254)) })
export const codeRequestSchema = z.object({ code: z.string().min(1).max(40), region: regionIdSchema.optional() })
export const sentReplySchema = z.object({
  sentAt: instantSchema,
  expiresAt: instantSchema,
  /** Seconds until the same code may be mailed again; null = no more. */
  resendAfterSeconds: z.int().nullable(),
})
export const languageRequestSchema = z.object({ language: languageSchema })
export const formVersionParams = z.object({
  form: formIdSchema,
  version: z.coerce.number().int().min(1).max(99_999_999),
})
export const ifMatchHeaders = z.object({ 'if-match': z.string().max(100).optional() })
export const ifNoneMatchHeaders = z.object({ 'if-none-match': z.string().max(100).optional() })
export const submitHeaders = ifMatchHeaders.extend({ 'idempotency-key': z.string().max(200).optional() })
/** `basis`: the figures that the writer saw, as the finding states them. */
export const explanationRequestSchema = z.object({
  text: z.string().trim().min(10).max(2_000),
  basis: basisSchema.optional(),
})
export const decisionOnFindingSchema = explanationRequestSchema.omit({ basis: true }).extend({
  /** true: not followed up in this round, whatever its figures become. */
  setAside: z.boolean().optional(),
})
