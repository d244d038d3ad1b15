/**
 * Answers as they are kept and hashed: in place of an answer about a person stands its salted digest, and the answer itself lies
 * apart. So it can be erased, and hash, chain and receipt still verify. Bodies of older releases hold such answers themselves.
 */
import * as z from 'zod'
import { type Answers, rowSchema, type Value, valueSchema } from './answers.ts'
import { fieldIdSchema } from './ids.ts'

const sealSchema = z.strictObject({ sealed: z.string().regex(/^[0-9a-f]{64}$/) })
const keptValueSchema = z.union([sealSchema, valueSchema])
const cellsSchema = z.record(fieldIdSchema, keptValueSchema)

export type Seal = z.infer<typeof sealSchema>
export type SealedAnswers = Answers<Value | Seal>
export const sealedAnswersSchema: z.ZodType<SealedAnswers> = z.object({
  fields: cellsSchema,
  rows: z.record(fieldIdSchema, z.array(rowSchema.extend({ cells: cellsSchema })).max(10_000)),
})

/** An answer that was taken out, with the salt of its digest. */
const keptAnswerSchema = z.object({ pointer: z.string(), salt: z.string(), value: valueSchema })
export type KeptAnswer = z.infer<typeof keptAnswerSchema>
export const keptAnswersSchema = z.array(keptAnswerSchema)

/** What is written: the body, and what was taken out of it. `salt`: of a submission, hashed with the answers, so that its public hash tells nothing about few answers. */
export type Body = SealedAnswers & {
  readonly salt?: string | undefined
  readonly kept?: readonly KeptAnswer[] | undefined
}
export const bodySchema: z.ZodType<Body> = sealedAnswersSchema.and(z.object({ kept: keptAnswersSchema.optional() }))

export function isSeal(value: Value | Seal | undefined): value is Seal {
  return typeof value === 'object' && 'sealed' in value
}

/** What readers see in the place of an answer, a name or a text that was erased. */
export const erasedWord = '[dihapus]'
