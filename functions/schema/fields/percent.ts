/** Percentages, stored in points: 64.3 is 64.3%. Above 100 only where the form sets no `max`. */
import type * as zod from 'zod'
import { numberKind } from './number.ts'
import type { ShapeParts } from './shape.ts'

export const percentShape = ({ z, common, numberBound }: ShapeParts) =>
  z.object({
    ...common,
    type: z.literal('percent'),
    min: numberBound.optional(),
    max: numberBound.optional(),
    /** Digits after the comma, at most. */
    decimals: z.int().min(0).max(6),
  })

export const percent = numberKind<zod.infer<ReturnType<typeof percentShape>>>({
  expects: { id: 'persentase, misalnya 64,3', en: 'a percentage, for example 64.3' },
  decimals: ({ decimals }) => decimals,
  floor: 0,
  unit: () => ({ id: '%', en: '%' }),
})
