/** The shape of a tree in a form definition. */
import * as z from 'zod'
import type { Expression } from './expression.ts'

export const expressionSchema: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    z.strictObject({ number: z.number() }),
    z.strictObject({ text: z.string() }),
    z.strictObject({ field: z.string() }),
    z.strictObject({ column: z.string(), table: z.string() }),
    z.strictObject({ rows: z.string() }),
    z.strictObject({ list: z.string(), pick: z.string().optional() }),
    z.strictObject({ self: z.literal(true) }),
    z.strictObject({ choice: z.string() }),
    z.strictObject({ call: z.custom<Extract<Expression, { call: unknown }>['call']>(), of: z.array(expressionSchema) }),
  ]),
)
