/**
 * A rehearsal round: a copy of a round with a clock of its own, whose mails are captured and never sent. Its id says that it is
 * one, so that whatever handles a round, a notice or an address of the page knows it without reading anything.
 */
import * as z from 'zod'
import { instantSchema, roundIdSchema } from './ids.ts'
import { noticePlanSchema } from './notice.ts'
import { stampSchema } from './region.ts'
import type { Wording } from './wording.ts'

/** No other round's id may begin like this. */
export const rehearsalPrefix = 'latihan-'

export function isRehearsalId(id: string): boolean {
  return id.startsWith(rehearsalPrefix)
}

const marks: Wording = { id: 'LATIHAN: ', en: 'REHEARSAL: ' }

/** A title that says that nothing of this is real; marked once, however often it is copied or edited. */
export function rehearsalTitle(title: Wording): Wording {
  const marked = (text: string, mark: string) => (text.startsWith(mark) ? text : `${mark}${text}`)
  return { id: marked(title.id, marks.id), en: marked(title.en, marks.en) }
}

/** What a rehearsal is a copy of, and where its clock begins; `awayAt`: when it was put out of the list. */
export const rehearsalOriginSchema = z.object({
  of: roundIdSchema,
  startsAt: instantSchema,
  awayAt: instantSchema.optional(),
})
export const awayRequestSchema = z.object({ away: z.boolean() })

/** The clock was moved to `now`. `at` is the real moment, for the audit trail. */
export const clockMoveSchema = z.object({ ...stampSchema.shape, number: z.int().min(1), now: instantSchema })
export type ClockMove = z.infer<typeof clockMoveSchema>

/** `base`: the number of the last move that the page knows, 0 = none; so two clicks are never two steps by accident. */
export const clockStepSchema = z.object({ step: z.enum(['hour', 'day']), base: z.int().min(0) })
export type ClockStep = z.infer<typeof clockStepSchema>

export const rehearsalClockSchema = z.object({ now: instantSchema, number: z.int().min(0) })
export type RehearsalClock = z.infer<typeof rehearsalClockSchema>

/** What became of one mail of a rehearsal: written, or dropped for a reason as the dispatcher would have done. `at`: when. */
export const capturedMailSchema = z.object({
  ...noticePlanSchema.pick({ nid: true, kind: true, agencyId: true, formId: true, recipientId: true, why: true }).shape,
  at: instantSchema,
  outcome: z.enum(['captured', 'cancelled', 'suppressed', 'expired']),
  reason: z.string().optional(),
  subject: z.string().optional(),
})
export type CapturedMail = z.infer<typeof capturedMailSchema>
