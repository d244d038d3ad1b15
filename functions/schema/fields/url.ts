/** Links to documents elsewhere. */
import type * as zod from 'zod'
import type { FieldKind } from './field-kind.ts'
import { sound } from './reading.ts'
import type { ShapeParts } from './shape.ts'

export const urlShape = ({ z, common }: ShapeParts) => z.object({ ...common, type: z.literal('url') })

const expects = { id: 'alamat tautan', en: 'a link' }

export const url: FieldKind<zod.infer<ReturnType<typeof urlShape>>> = {
  stored: 'text',
  expects,
  answers: () => true,
  read: (_field, typed) => ({ value: typed }),
  judge:
    (field, { say }) =>
    (value) => {
      if (typeof value !== 'string') return [say.wrongType(field, expects)]
      return isHttps(value) ? sound : [say.notAUrl(field)]
    },
  format: (_field, value) => String(value),
}

function isHttps(text: string): boolean {
  if (!/^https:\/\/[^\s]+$/i.test(text) || !URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' && hostname.includes('.')
}
