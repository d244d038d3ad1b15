/** A35: two rows of one agency that agree in what the coordinator chose. */
import type { Cells, Value } from '../../answers.ts'
import type { Field, FormDefinition } from '../../form.ts'
import type { Found } from '../check.ts'
import { type Filled, labelsOf, placedIn } from './filled.ts'
import type { DuplicateCheck } from './own-check.ts'

/** The chosen questions, or none where this version of the form lacks one. */
export function fieldsOf(definition: FormDefinition, { table, fields }: DuplicateCheck): readonly Field[] {
  const placed = fields.flatMap(
    (field) => placedIn(definition, { field, ...(table === undefined ? {} : { table }) }) ?? [],
  )
  return placed.length === fields.length ? placed.map(({ field }) => field) : []
}

/** What two rows agree in, whatever the case and blanks of their letters; `undefined` while one of it is not answered. */
export function keyOf(cells: Cells, fields: readonly Field[]): string | undefined {
  const parts = fields.map(({ id }) => plain(cells[id]))
  return parts.some((part) => part === '') || parts.length === 0 ? undefined : JSON.stringify(parts)
}

function plain(value: Value | undefined): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return value.trim().replace(/\s+/g, ' ').toLowerCase()
  return Array.isArray(value) ? value.toSorted().join(' ') : ''
}

export function duplicatesIn(filled: Filled, check: DuplicateCheck): readonly Found[] {
  const { table } = check
  const fields = fieldsOf(filled.definition, check)
  const [shown] = fields
  if (table === undefined || shown === undefined) return []
  const seen = new Map<string, { rowKey: string; number: number }>()
  const labels = labelsOf(fields)
  return filled.rows(table).flatMap((row, index): Found[] => {
    const key = keyOf(row.cells, fields)
    if (key === undefined) return []
    const twin = seen.get(key)
    if (twin === undefined) {
      seen.set(key, { rowKey: row.rowKey, number: index + 1 })
      return []
    }
    const text = {
      id: `${labels.id} sama dengan baris ${twin.number}. Hapus salah satunya; bila memang dua hal yang berbeda, jelaskan.`,
      en: `${labels.en} the same as in row ${twin.number}. Delete one of the two; if they are not the same, explain.`,
    }
    const same = `${check.fields.join(' ')} ${twin.rowKey}`
    return [{ pointer: `/rows/${table}/${row.rowKey}/${shown.id}`, rowKey: row.rowKey, text, same }]
  })
}
