/** The region's lists: kelurahan, sources of funds, nomenclature. */
import * as z from 'zod'
import { wordingSchema } from './wording.ts'

/** One entry of a reference list. `scope` limits it to some agencies (a kecamatan's own kelurahan); `aliases` are other spellings seen in use. */
export const referenceEntrySchema = z.object({
  value: z.string(),
  label: wordingSchema,
  aliases: z.array(z.string()).optional(),
  scope: z.array(z.string()).optional(),
  /** Facts that prefill other cells, e.g. the indicator's name of a sub-activity code. */
  facts: z.record(z.string(), z.string()).optional(),
})
export type ReferenceEntry = z.infer<typeof referenceEntrySchema>
export type ReferenceLists = Record<string, readonly ReferenceEntry[]>
