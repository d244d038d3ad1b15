/** Counts: whole numbers, with what they count. */
import type * as zod from 'zod'
import { numberKind } from './number.ts'
import type { ShapeParts } from './shape.ts'

export const integerShape = ({ z, common, numberBound, wording }: ShapeParts) =>
  z.object({
    ...common,
    type: z.literal('integer'),
    min: numberBound.optional(),
    max: numberBound.optional(),
    unit: wording.optional(),
    /** Summed over the rows, in the page's footer and on the receipt. */
    total: z.boolean().optional(),
  })

export const integer = numberKind<zod.infer<ReturnType<typeof integerShape>>>({
  expects: { id: 'bilangan bulat tanpa koma', en: 'a whole number' },
  decimals: () => 0,
  unit: ({ unit }) => unit,
})
