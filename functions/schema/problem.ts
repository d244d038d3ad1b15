/** How the API says no: RFC 9457, media type `application/problem+json`. `code` is the last part of `type` and is stable. */
import * as z from 'zod'
import { draftResponseSchema } from './requests.ts'

export const problemSchema = z.object({
  /** Absolute URI that ends in the code, or `about:blank`. */
  type: z.string(),
  code: z.string(),
  /** In the reader's language; fixed for a code. */
  title: z.string(),
  status: z.int(),
  /** This occurrence, and what to do. */
  detail: z.string(),
  /** Path of the request. */
  instance: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string().optional(), detail: z.string() })).optional(),
  /** Where `errors` names only the first of very many. */
  errorCount: z.int().optional(),
  /** With `region-choice`: where the address is known. */
  regions: z.array(z.object({ region: z.string(), name: z.string() })).optional(),
  triesLeft: z.int().optional(),
  retryAfterSeconds: z.int().optional(),
  opensOn: z.string().optional(),
  closedOn: z.string().optional(),
  currentRevision: z.int().optional(),
  currentVersion: z.int().optional(),
  reason: z.string().optional(),
  /** With `draft-conflict`: what is stored now. */
  current: draftResponseSchema.optional(),
})
export type Problem = z.infer<typeof problemSchema>
