/** Never typed: `percent` = 100 * part / whole, or `sum` of fields. Not stored; recomputed wherever it is shown. */
import type * as zod from 'zod'
import { formatNumber } from '../formats.ts'
import type { FieldKind } from './field-kind.ts'
import { sound } from './reading.ts'
import type { ShapeParts } from './shape.ts'

export const computedShape = ({ z, common, fieldId }: ShapeParts) =>
  z.object({
    ...common,
    type: z.literal('computed'),
    formula: z.union([
      z.object({ percent: z.object({ part: fieldId, whole: fieldId }) }),
      z.object({ sum: z.array(fieldId) }),
    ]),
    decimals: z.int().min(0).max(2),
  })

export const computed: FieldKind<zod.infer<ReturnType<typeof computedShape>>> = {
  stored: 'nothing',
  expects: { id: 'angka', en: 'a number' },
  answers: () => true,
  read: () => ({ value: undefined }),
  judge: () => () => sound,
  format: ({ formula, decimals }, value, { language }) => {
    if (typeof value !== 'number') return String(value)
    const text = formatNumber(value, language, decimals)
    return 'percent' in formula ? `${text}%` : text
  },
  unit: ({ formula }) => ('percent' in formula ? { id: '%', en: '%' } : undefined),
}
