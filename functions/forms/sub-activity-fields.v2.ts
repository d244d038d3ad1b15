/** The longest name of a sub kegiatan in the national list has 306 characters. */
import type { Field } from '../schema/form.ts'

const longestName = 320

export function withLongNames(fields: readonly Field[]): Field[] {
  return fields.map((field) =>
    field.id === 'namaSubKegiatan' && field.type === 'text' ? { ...field, maxLength: longestName } : field,
  )
}
