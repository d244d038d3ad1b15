/** A38: a total that is not what its parts come to, row by row or over whole columns, also of two tables. */
import type { AnswerContext } from '../../answers/context.ts'
import { formatValue } from '../../answers/format-value.ts'
import type { Cells } from '../../answers.ts'
import type { Wording } from '../../wording.ts'
import type { Found } from '../check.ts'
import { type Filled, isAbsent, mayBeTold, type Placed, placedIn, sumOf } from './filled.ts'
import type { CheckPlace, TotalCheck } from './own-check.ts'

/** Sums of decimals are a little off. */
const nearly = 1e-6

type Parts = { readonly total: Placed; readonly parts: readonly Placed[] }
type Sums = { readonly total: number; readonly parts: number }

export function totalsIn(filled: Filled, check: TotalCheck, context: AnswerContext): readonly Found[] {
  const total = placedIn(filled.definition, check.total)
  const parts = check.parts.flatMap((place) => placedIn(filled.definition, place) ?? [])
  if (total === undefined || parts.length === 0 || parts.length < check.parts.length) return []
  const placed = { total, parts }
  const { table, field } = check.total
  const same = [check.total, ...check.parts].map((place) => [place.table, place.field].join('.')).join(' ')
  const rowByRow = table !== undefined && check.parts.every((part) => part.table === table)
  if (!rowByRow) {
    const sums = sumsOf(check, (place) => wholeOf(filled, place))
    const pointer = table === undefined ? `/fields/${field}` : `/rows/${table}`
    return disagreeing(sums) ? [{ pointer, same, ...told(placed, sums, { context, whole: true }) }] : []
  }
  return filled.rows(table).flatMap((row): Found[] => {
    const sums = sumsOf(check, (place) => inRow(row.cells, place.field))
    if (!disagreeing(sums)) return []
    const at = { pointer: `/rows/${table}/${row.rowKey}/${field}`, rowKey: row.rowKey, same }
    return [{ ...at, ...told(placed, sums, { context, whole: false }) }]
  })
}

/** `'unknown'`: said to be so by an absence; blank counts as nothing, as in a spreadsheet. */
type Part = number | undefined | 'unknown'

function inRow(cells: Cells, field: string): Part {
  const value = cells[field]
  return typeof value === 'number' ? value : isAbsent(value) ? 'unknown' : undefined
}

function wholeOf(filled: Filled, { table, field }: CheckPlace): Part {
  if (table === undefined) return inRow(filled.header, field)
  const rows = filled.rows(table)
  return rows.some(({ cells }) => isAbsent(cells[field])) ? 'unknown' : sumOf(rows, field)
}

/** Nothing is said while the total, or every part, is not there. */
function sumsOf(check: TotalCheck, partAt: (place: CheckPlace) => Part): Sums | undefined {
  const total = partAt(check.total)
  const parts = check.parts.map(partAt)
  const numbers = parts.filter((part) => typeof part === 'number')
  if (typeof total !== 'number' || numbers.length === 0 || parts.includes('unknown')) return undefined
  return { total, parts: numbers.reduce((left, right) => left + right, 0) }
}

function disagreeing(sums: Sums | undefined): sums is Sums {
  return sums !== undefined && Math.abs(sums.total - sums.parts) > nearly * Math.max(1, Math.abs(sums.total))
}

type Telling = { readonly context: AnswerContext; readonly whole: boolean }

function told({ total, parts }: Parts, sums: Sums, { context, whole }: Telling): Pick<Found, 'text' | 'amounts'> {
  const open = mayBeTold([total.field, ...parts.map(({ field }) => field)])
  const figure = (value: number, language: 'id' | 'en') =>
    open ? ` (${formatValue(total.field, value, language, context)})` : ''
  const named = (placed: Placed) => (whole ? columnName(placed) : placed.field.label)
  const list = (language: 'id' | 'en') => parts.map((part) => `"${named(part)[language]}"`).join(' + ')
  const text = {
    id: `"${named(total).id}"${figure(sums.total, 'id')} tidak sama dengan ${list('id')}${figure(sums.parts, 'id')}. Periksa keduanya; bila memang benar, jelaskan.`,
    en: `"${named(total).en}"${figure(sums.total, 'en')} is not ${list('en')}${figure(sums.parts, 'en')}. Check both; if they are right, explain.`,
  }
  return { text, ...(open ? { amounts: [sums.total, sums.parts] } : {}) }
}

function columnName({ field, table }: Placed): Wording {
  if (table === undefined) return field.label
  return { id: `${table.title.id} › ${field.label.id}`, en: `${table.title.en} › ${field.label.en}` }
}
