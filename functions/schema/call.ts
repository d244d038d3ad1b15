/**
 * That a coordinator has called an agency about a round: numbered facts of the agency, which take it off the day's call list for a
 * while and are counted in the next digest. Coordinators alone read them.
 */
import * as z from 'zod'
import { agencyIdSchema, instantSchema, requestKeySchema } from './ids.ts'
import { stampSchema } from './region.ts'

export const callSchema = z.object({
  ...stampSchema.shape,
  agencyId: agencyIdSchema,
  number: z.int().min(1),
  note: z.string().min(1).max(500).optional(),
  /** Whom the list asked to call on that day, those called already among them: of so many the next digest counts. */
  asked: z.array(agencyIdSchema).max(500),
  /** The number of a call of this agency that was noted by mistake; this one then is no call. */
  takesBack: z.int().min(1).optional(),
  requestKey: requestKeySchema,
})
export type Call = z.infer<typeof callSchema>

/** `requestKey`: made once by the page; the same one again is the same call. */
export const callRequestSchema = z.object({
  agencyId: agencyIdSchema,
  note: z.string().trim().max(500).optional(),
  takesBack: z.int().min(1).optional(),
  requestKey: requestKeySchema,
})
export type CallRequest = z.infer<typeof callRequestSchema>

/** `whatsapp`: opens a message that is ready to be sent. `deputyOf`: in whose place. */
const contactSchema = z.object({
  name: z.string(),
  phone: z.string(),
  deputyOf: z.string().optional(),
  whatsapp: z.string().optional(),
})

/** An agency that a call can help, and why, in the order of what a call can win. */
export const callEntrySchema = z.object({
  agencyId: z.string(),
  agency: z.string(),
  reasons: z.array(z.string()),
  people: z.array(contactSchema),
  /** Answers over answers of all its forms. */
  answered: z.int(),
  expected: z.int(),
})
export type CallEntry = z.infer<typeof callEntrySchema>

/** A call as coordinators read it. `sentSince`: the agency has sent something after it. */
export const noteOfCallSchema = z.object({
  agencyId: z.string(),
  agency: z.string(),
  number: z.int(),
  at: instantSchema,
  byName: z.string(),
  note: z.string().optional(),
  today: z.boolean(),
  sentSince: z.boolean(),
  takenBack: z.boolean(),
})
export type NoteOfCall = z.infer<typeof noteOfCallSchema>

/** `today`: what is left of the day's five; `later`: who else is at risk; `calls`: newest first. */
export const callListSchema = z.object({
  asOf: instantSchema,
  today: z.array(callEntrySchema),
  later: z.array(callEntrySchema),
  calledToday: z.int(),
  calls: z.array(noteOfCallSchema),
})
export type CallList = z.infer<typeof callListSchema>
