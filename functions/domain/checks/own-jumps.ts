/** A37: a number that is far from what the same agency sent in the last round: of the header, of a column, or of the same row. */
import type { AnswerContext } from '../../schema/answers/context.ts'
import { formatValue } from '../../schema/answers/format-value.ts'
import type { Row } from '../../schema/answers.ts'
import type { Found } from '../../schema/checks/check.ts'
import type { CheckedSubmission } from '../../schema/checks/check-context.ts'
import { fieldsOf, keyOf } from '../../schema/checks/own/duplicates.ts'
import { type Filled, isAbsent, mayBeTold, type Placed, placedIn, sumOf } from '../../schema/checks/own/filled.ts'
import type { JumpCheck } from '../../schema/checks/own/own-check.ts'
import { formatNumber } from '../../schema/formats.ts'
import type { FoundAt } from './city.ts'

/** A submission as it was when it was sent. */
export type Sent = { readonly submission: CheckedSubmission; readonly context: AnswerContext; readonly filled: Filled }

export function jumps(check: JumpCheck, now: Sent, before: Sent): readonly FoundAt[] {
  const [placed, earlier] = [now, before].map(({ submission }) => placedIn(submission.definition, check))
  if (placed === undefined || earlier === undefined) return []
  const { table, field, rowsBy = [] } = check
  if (table === undefined) {
    const [is, was] = [now, before].map(({ filled }) => filled.header[field])
    return jumpAt(check, { sent: now, placed, pointer: `/fields/${field}` }, [was, is])
  }
  if (rowsBy.length === 0) {
    const [is, was] = [now, before].map(({ filled }) => wholeOf(filled.rows(table), field))
    return jumpAt(check, { sent: now, placed, pointer: `/rows/${table}` }, [was, is])
  }
  const fieldsBy = (sent: Sent) =>
    fieldsOf(sent.submission.definition, { kind: 'duplicate', table, fields: rowsBy, across: false })
  const known = new Map(before.filled.rows(table).map((row) => [keyOf(row.cells, fieldsBy(before)), row]))
  return now.filled.rows(table).flatMap((row) => {
    const key = keyOf(row.cells, fieldsBy(now))
    const twin = key === undefined ? undefined : known.get(key)
    const pointer = `/rows/${table}/${row.rowKey}/${field}`
    return jumpAt(check, { sent: now, placed, pointer, rowKey: row.rowKey }, [twin?.cells[field], row.cells[field]])
  })
}

function wholeOf(rows: readonly Row[], field: string): number | undefined {
  return rows.some(({ cells }) => isAbsent(cells[field])) ? undefined : sumOf(rows, field)
}

type JumpPlace = { readonly sent: Sent; readonly placed: Placed; readonly pointer: string; readonly rowKey?: string }

function jumpAt(check: JumpCheck, place: JumpPlace, [was, is]: readonly unknown[]): FoundAt[] {
  if (typeof was !== 'number' || typeof is !== 'number' || !isFar(check, was, is)) return []
  const { sent, placed, ...at } = place
  const { submission, context } = sent
  const { field, table } = placed
  const open = mayBeTold([field])
  const figures = (language: 'id' | 'en') => {
    const [then, now] = [was, is].map((value) => formatValue(field, value, language, context))
    if (!open) return ''
    return language === 'id' ? ` dari ${then} menjadi ${now}` : ` from ${then} to ${now}`
  }
  const name = (language: 'id' | 'en') =>
    table === undefined || at.rowKey !== undefined
      ? field.label[language]
      : `${table.title[language]} › ${field.label[language]}`
  const { by, value } = check.limit
  const limit: Record<'id' | 'en', string> =
    by === 'percent'
      ? { id: `lebih dari ${number(value, 'id')}%`, en: `by more than ${number(value, 'en')}%` }
      : { id: `lebih dari ${number(value, 'id')} kali lipat`, en: `more than ${number(value, 'en')}-fold` }
  const text = {
    id: `"${name('id')}" berubah${figures('id')} sejak putaran lalu, ${limit.id}. Periksa angkanya; bila memang benar, jelaskan sebabnya.`,
    en: `"${name('en')}" moved${figures('en')} since the last round, ${limit.en}. Check the figure; if it is right, explain why.`,
  }
  const found: Found = {
    ...at,
    text,
    same: `${check.table ?? ''}.${check.field}`,
    ...(open ? { amounts: [was, is] } : {}),
  }
  return [{ ...found, agencyId: submission.agency.id, formId: submission.definition.id }]
}

function number(value: number, language: 'id' | 'en'): string {
  return formatNumber(value, language, 2)
}

/** From nothing to something is far, whatever the limit: `least` is there for small numbers. */
export function isFar({ limit, least = 0 }: Pick<JumpCheck, 'limit' | 'least'>, was: number, is: number): boolean {
  const change = Math.abs(is - was)
  if (change === 0 || change < least) return false
  if (limit.by === 'percent') return change * 100 > limit.value * Math.abs(was)
  const [small, large] = [Math.min(Math.abs(was), Math.abs(is)), Math.max(Math.abs(was), Math.abs(is))]
  return was * is < 0 || large > limit.value * small
}
