/** Lines below the headers that are no rows of the table: totals, the headers once more, and the block of signatures. */
import { isTotalWord, unspaced } from '../../rules/total-line.ts'
import { isDash } from '../../schema/fields/grammar/absence.ts'
import type { Field } from '../../schema/form.ts'
import type { FileRow } from './file-row.ts'
import type { TableSheet } from './recognise.ts'

export type Aside = 'total' | 'header' | 'signature'

/** Behind it what is summed, where all else that must be filled in is blank. */
const totalOf = /^(grand\s*|sub\s*-?\s*)?(total|jumlah)\b/
const signature =
  /^(mengetahui|menyetujui|mengesahkan|disetujui|diketahui|dibuat|disusun|a\.?n\.?\b|an\.|plt\.?\b|plh\.?\b|kepala\b|sekretaris\b|camat\b|lurah\b|nip\b|pembina\b|penata\b|ttd\b|tanda tangan|hormat kami|\(?[._\s]{6,}\)?$)/
/** "Kupang, 12 Februari 2026", "Oelamasi,      2026": a place, a comma, and a date or room for one. */
const placeAndDate =
  /^\p{L}[\p{L} .'-]{2,29},\s*(tanggal\s*)?[\d._…/-]*\s*([\p{L}._…]+\s*)?(20[\d._…]{2,4}|[._…]+)$|^\p{L}[\p{L} .'-]{2,29}\s*,$/u

export function asidesOf(of: TableSheet, rows: readonly FileRow[]) {
  const aside = new Map<Aside, FileRow[]>()
  const put = (kind: Aside, row: FileRow) => aside.set(kind, [...(aside.get(kind) ?? []), row])
  const block = of.columns.size > 3 ? signatureFrom(rows) : rows.length
  const kept = rows.filter((row, index) => {
    // Whatever key it got in sorting.
    const kind = isHeader(of, row)
      ? 'header'
      : row.key !== undefined
        ? undefined
        : index >= block
          ? 'signature'
          : isTotal(row)
            ? 'total'
            : undefined
    if (kind !== undefined) put(kind, row)
    return kind === undefined
  })
  return { rows: kept, aside: [...aside].map(([kind, list]) => ({ kind, rows: list })) }
}

function textsOf({ cells }: FileRow): { readonly field: Field; readonly text: string }[] {
  return [...cells].flatMap(([field, { value }]) =>
    typeof value === 'string' && value.trim() !== '' ? [{ field, text: value.trim().toLowerCase() }] : [],
  )
}

/** More than half of the columns say what their header says. */
function isHeader(of: TableSheet, row: FileRow): boolean {
  const head = of.sheet.rows[of.headerRow] ?? []
  const texts = textsOf(row)
  const same = texts.filter(({ field, text }) => {
    const column = row.cells.get(field)?.column ?? -1
    const title = head[column]
    return typeof title === 'string' && title.trim().toLowerCase() === text
  })
  return same.length >= 2 && 2 * same.length > texts.length
}

/** One text, a word for a sum, beside numbers alone; "Jumlah ibu hamil" in a row with a code is an answer. */
function isTotal(row: FileRow): boolean {
  const texts = textsOf(row).filter(({ field }) => field.type === 'text' || field.type === 'choice')
  const said = new Set(texts.flatMap(({ text }) => (isDash(text) ? [] : [unspaced(text)])))
  const [only = ''] = said
  if (said.size !== 1 || only.length > 60) return false
  if (isTotalWord(only)) return true
  const demanded = [...row.cells].filter(([{ required, type }]) => required === true && type === 'text')
  return (
    totalOf.test(only) && demanded.length > 1 && demanded.filter(([, { value }]) => value !== undefined).length <= 1
  )
}

/** From the first line of a block at the end that follows a gap and says what signatures say. */
function signatureFrom(rows: readonly FileRow[]): number {
  let from = rows.length
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index]
    if (row === undefined || row.key !== undefined || filled(row) > 3 || hasAmount(row)) break
    from = index
  }
  const block = rows.slice(from)
  const before = rows[from - 1]
  const says = block.findIndex((row) =>
    textsOf(row).some(({ text }) => signature.test(text) || placeAndDate.test(text)),
  )
  if (says < 0) return rows.length
  // Lines of few cells directly under the table are rows not yet filled in; the block begins after a gap or with its own words.
  for (let index = 0; index <= says; index += 1) {
    const above = index === 0 ? before : block[index - 1]
    const line = block[index]
    if (above !== undefined && line !== undefined && line.row > above.row + 1) return from + index
  }
  return from + says
}

function filled({ cells }: FileRow): number {
  return [...cells.values()].filter(({ value }) => value !== undefined).length
}

/** The number of an official's identity stands alone in its line and is longer than any amount. */
function hasAmount(row: FileRow): boolean {
  const numbers = [...row.cells.values()].filter(({ value }) => typeof value === 'number')
  return numbers.some(({ value }) => filled(row) > 1 || Number(value) < 1e15)
}
