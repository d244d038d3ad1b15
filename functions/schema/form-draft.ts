/** A form read from a workbook: the definition as far as it could be read, and each thing that could not be mapped, by place. */
import * as z from 'zod'
import type { FormDefinition } from './form.ts'
import { formChangeSchema } from './version-move.ts'
import { wordingSchema } from './wording.ts'

/** `row` as Excel counts, from 1; 0 = the sheet as a whole. Blocking flaws keep the draft from being published. */
export const draftFlawSchema = z.object({
  sheet: z.string(),
  row: z.int(),
  column: z.string(),
  code: z.string(),
  blocking: z.boolean(),
  message: wordingSchema,
})
export type DraftFlaw = z.infer<typeof draftFlawSchema>

/** What the file does not say, as the page asked it. `languages`: which of the file's own is our Indonesian, and our English. */
export const draftOptionsSchema = z.object({
  formId: z.string().max(64).optional(),
  title: z.string().max(200).optional(),
  languages: z.object({ id: z.string().optional(), en: z.string().optional() }).optional(),
})
export type DraftOptions = z.infer<typeof draftOptionsSchema>

/** A draft as the page sends it: the workbook and its CSV files in base 64, with the answers to what was asked. */
export const draftFilesSchema = draftOptionsSchema.extend({
  file: z.base64(),
  files: z
    .array(z.object({ name: z.string().max(200), file: z.base64() }))
    .max(20)
    .optional(),
})
export type DraftFiles = z.infer<typeof draftFilesSchema>

export const formDraftSchema = z.object({
  definition: z.custom<FormDefinition>().nullable(),
  flaws: z.array(draftFlawSchema),
  /** The file's languages, where none of them is one of ours: somebody has to say which is which. */
  languages: z.array(z.string()).optional(),
})
export type FormDraft = z.infer<typeof formDraftSchema>

/** The draft as a coordinator sees it before publishing it. */
export const formPreviewSchema = formDraftSchema.extend({
  /** The newest published version of this id; 0 = a new form. */
  currentVersion: z.int(),
  /** Does the file say the same as that version? */
  unchanged: z.boolean(),
  /** What it asks differently from that version. */
  changes: z.array(formChangeSchema),
  publishable: z.boolean(),
})
export type FormPreview = z.infer<typeof formPreviewSchema>
