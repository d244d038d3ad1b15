/** Free text, with suggestions where the form names a list. */
import type * as zod from 'zod'
import type { FieldKind } from './field-kind.ts'
import { sound } from './reading.ts'
import type { ShapeParts } from './shape.ts'
import type { Flaw } from './unread.ts'

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
  // A suggested text may have been written by its label or another spelling.
  read: (field, typed, { context, by }) => {
    const text = typed.trim()
    if (field.purpose === 'tel' && /^8\d{8,11}$/.test(text)) {
      const value = `0${text}`
      return { value, notices: [by.notice('leading-zero', text, { id: value, en: value })] }
    }
    // As Excel saves a long number as CSV: most of its digits are gone.
    const cut = /^\d[.,]\d+E\+1[0-9]$/i.test(text)
      ? [by.notice('cut-by-excel', text, { id: text, en: text })]
      : undefined
    const value = by.matchName(field, typed, context) ?? typed
    return cut === undefined ? { value } : { value, notices: cut }
  },
  judge: (field, { say, by }) => {
    const { minLength = 0, maxLength, pattern, suggest } = field
    const matches = pattern && by.wholeTextMatcher(pattern.source)
    // Rule A01 only warns of a code in the old numbering, and offers the present one.
    return (value) => {
      if (typeof value !== 'string') return [say.wrongType(field, expects)]
      const flaws: Flaw[] = []
      if (value.length < minLength) flaws.push(say.tooShort(field, minLength))
      if (value.length > maxLength) flaws.push(say.tooLong(field, maxLength, value.length))
      if (
        pattern !== undefined &&
        matches?.(value) === false &&
        !(suggest === 'sub-kegiatan' && by.paddedCode(value) !== undefined)
      )
        flaws.push(say.patternMissed(field, pattern.message))
      return flaws.length === 0 ? sound : flaws
    }
  },
  format: (_field, value) => String(value),
}
