/** A download of a form's workbook: who was given it, and what was last taken from it, by whom. */
import * as z from 'zod'
import { agencyIdSchema, formIdSchema, instantSchema } from './ids.ts'

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)
const stepSchema = z.object({ by: z.string(), at: instantSchema, sha256: sha256Schema })
export type DownloadStep = z.infer<typeof stepSchema>

export const downloadSchema = z.object({
  agencyId: agencyIdSchema,
  formId: formIdSchema,
  id: z.string(),
  /** Of this item: each change stands on the one before. */
  version: z.int().min(1),
  madeAt: instantSchema,
  madeBy: z.string(),
  /** What uploads would take, and what was taken, the latest of each person; bodies by their hash. */
  offers: z.array(stepSchema),
  takes: z.array(stepSchema),
})
export type Download = z.infer<typeof downloadSchema>

export const takenRequestSchema = z.object({ download: z.string().max(64), offer: sha256Schema })
