/** Never typed: `percent` = 100 * part / whole, `sum` of fields, or a rule of the form. Not stored; recomputed wherever it is shown. */
import type * as zod from 'zod'
import { formatDate, formatNumber } from '../formats.ts'
import type { FieldKind } from './field-kind.ts'
import { sound } from './reading.ts'
import type { ShapeParts } from './shape.ts'

export const computedShape = ({ z, common, fieldId, expression }: ShapeParts) =>
  z.object({
    ...common,
    type: z.literal('computed'),
    formula: z.union([
      z.object({ percent: z.object({ part: fieldId, whole: fieldId }) }),
      z.object({ sum: z.array(fieldId) }),
      z.object({ expression, gives: z.enum(['number', 'percent', 'text', 'date']) }),
    ]),
    decimals: z.int().min(0).max(6),
    /** Worked out and kept with the results, but not shown while the form is filled. */
    hidden: z.boolean().optional(),
    /** Its label is all that there is to it: a note that is not always shown. */
    note: z.boolean().optional(),
  })

export const computed: FieldKind<zod.infer<ReturnType<typeof computedShape>>> = {
  stored: 'nothing',
  expects: { id: 'angka', en: 'a number' },
  answers: () => true,
  read: () => ({ value: undefined }),
  judge: () => () => sound,
  format: ({ formula, decimals }, value, { language }) => {
    if (typeof value !== 'number')
      return 'gives' in formula && formula.gives === 'date' ? formatDate(String(value), language) : String(value)
    const text = formatNumber(value, language, decimals)
    return isPercent(formula) ? `${text}%` : text
  },
  unit: ({ formula }) => (isPercent(formula) ? { id: '%', en: '%' } : undefined),
}

/** Words only: nothing is asked, and nothing comes out. */
export function isNote(field: { readonly type: string; readonly note?: boolean | undefined }): boolean {
  return field.note === true
}

/** Is it shown with a per cent sign? */
export function isPercent(formula: zod.infer<ReturnType<typeof computedShape>>['formula']): boolean {
  return 'percent' in formula || ('gives' in formula && formula.gives === 'percent')
}
