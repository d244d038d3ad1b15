/**
 * Words for people: Indonesian first, English second. Everything that a person may read travels in both,
 * and the reader's language is chosen last (page, mail, problem).
 */
import * as z from 'zod'

/** A sentence or label in both languages. */
export const wordingSchema = z.object({ id: z.string().min(1), en: z.string().min(1) })
export type Wording = z.infer<typeof wordingSchema>

export const languageSchema = z.enum(['id', 'en'])
export type Language = z.infer<typeof languageSchema>
