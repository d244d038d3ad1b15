/** Free text, with suggestions where the form names a list. */
import type * as zod from 'zod'
import type { FieldKind } from './field-kind.ts'
import type { ShapeParts } from './shape.ts'

export const textShape = ({ z, common, wording }: ShapeParts) =>
  z.object({
    ...common,
    type: z.literal('text'),
    minLength: z.int().optional(),
    maxLength: z.int(),
    /** A regular expression that must match the whole trimmed text, with the sentence that says what is expected. */
    pattern: z.object({ source: z.string(), message: wording }).optional(),
    multiline: z.boolean().optional(),
    /** How a browser may help: `tel`, `email`. */
    purpose: z.enum(['tel', 'email', 'name']).optional(),
    /** Reference list from which values are suggested (free text stays possible). */
    suggest: z.string().optional(),
  })
type TextField = zod.infer<ReturnType<typeof textShape>>

const expects = { id: 'teks', en: 'text' }

export const text: FieldKind<TextField> = {
  stored: 'text',
  expects,
  answers: () => true,
  read: (field, typed, { context, by }) => by.readText(field, typed, context),
  judge: (field, { say, by }) => by.textJudge(field, expects, say),
  format: (_field, value) => String(value),
}
