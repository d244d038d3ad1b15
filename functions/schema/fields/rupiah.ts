/** Money: whole rupiah, never negative unless `min` says so. Cents are rounded, and it is said. */
import type * as zod from 'zod'
import { formatRupiah } from '../formats.ts'
import { numberKind } from './number.ts'
import type { ShapeParts } from './shape.ts'

export const rupiahShape = ({ z, common, numberBound }: ShapeParts) =>
  z.object({
    ...common,
    type: z.literal('rupiah'),
    min: numberBound.optional(),
    max: numberBound.optional(),
    total: z.boolean().optional(),
  })

export const rupiah = numberKind<zod.infer<ReturnType<typeof rupiahShape>>>({
  expects: { id: 'rupiah utuh tanpa sen', en: 'an amount in whole rupiah' },
  decimals: () => 0,
  rounds: true,
  floor: 0,
  takes: { money: true },
  unit: () => ({ id: 'Rp', en: 'Rp' }),
  format: formatRupiah,
})
