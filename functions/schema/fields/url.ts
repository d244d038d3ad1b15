/** Links to documents elsewhere. */
import type * as zod from 'zod'
import type { FieldKind } from './field-kind.ts'
import type { ShapeParts } from './shape.ts'

export const urlShape = ({ z, common }: ShapeParts) => z.object({ ...common, type: z.literal('url') })

const expects = { id: 'alamat tautan', en: 'a link' }

export const url: FieldKind<zod.infer<ReturnType<typeof urlShape>>> = {
  stored: 'text',
  expects,
  answers: () => true,
  read: (_field, typed) => ({ value: typed }),
  judge: (field, { say, by }) => by.urlJudge(field, expects, say),
  format: (_field, value) => String(value),
}
