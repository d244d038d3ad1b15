/** Measured numbers, with up to `decimals` digits after the comma. */
import type * as zod from 'zod'
import { numberKind } from './number.ts'
import type { ShapeParts } from './shape.ts'

export const decimalShape = ({ z, common, numberBound, wording }: ShapeParts) =>
  z.object({
    ...common,
    type: z.literal('decimal'),
    min: numberBound.optional(),
    max: numberBound.optional(),
    /** Digits after the comma, at most. */
    decimals: z.int().min(1).max(6),
    unit: wording.optional(),
  })

/** The unit of a measure often stands in another column, so a per cent sign is taken, and said. */
export const decimal = numberKind<zod.infer<ReturnType<typeof decimalShape>>>({
  expects: { id: 'angka', en: 'a number' },
  decimals: ({ decimals }) => decimals,
  takes: { money: true, percent: true },
  unit: ({ unit }) => unit,
})
