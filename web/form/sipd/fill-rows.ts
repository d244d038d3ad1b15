/** Which rows a budget offers a form, and the edits that take them: code, name, source and ceiling are there, the rest is typed. */

import type { Answers, Cells, Row, Value } from '../../../functions/schema/answers.ts'
import { currentCode } from '../../../functions/schema/checks/sub-activity-code.ts'
import type { Table } from '../../../functions/schema/form.ts'
import type { AgencyBudget, BudgetRow } from '../../../functions/schema/sipd/agency-budget.ts'
import { documentOf } from '../../../functions/schema/sipd/stages.ts'
import type { Change, Edit } from '../model/edit-answers.ts'
import type { KnownBudgets } from './own-budgets.ts'

/** The form's table that a budget can fill, and the field of its ceiling. */
export type Target = { readonly table: Table; readonly ceiling: string }
export type Offer = BudgetRow & { readonly key: string; readonly stunting: boolean }
export type Moved = { readonly row: Row; readonly typed: number; readonly now: number }

const ceilings = ['paguSubKegiatan', 'pagu2025']

export function targetOf(tables: readonly Table[]): Target | undefined {
  for (const table of tables) {
    const ceiling = ceilings.filter((id) => table.fields.some((field) => field.id === id))[0]
    if (ceiling !== undefined && table.fields.some(({ id }) => id === 'kodeSubKegiatan')) return { table, ceiling }
  }
  return undefined
}

const keyOf = (code: string, source: string | null) => `${code} ${source ?? ''}`
const textOf = (value: Value | undefined) => (typeof value === 'string' ? value.trim() : '')
const placeOf = ({ cells }: Row) => keyOf(currentCode(textOf(cells.kodeSubKegiatan)), textOf(cells.sumberDana))

/** What is not in the form yet: codes of the stunting list first, then by code. */
export function offersOf(budget: AgencyBudget, rows: readonly Row[], stunting: ReadonlySet<string>): readonly Offer[] {
  const here = new Set(rows.map(placeOf))
  return budget.rows
    .map((row) => ({
      ...row,
      key: `${keyOf(row.code, row.source)} ${row.funds.join()}`,
      stunting: stunting.has(row.code),
    }))
    .filter(({ code, source }) => !here.has(keyOf(code, source)))
    .sort((a, b) => Number(b.stunting) - Number(a.stunting) || (a.key < b.key ? -1 : 1))
}

/** Rows whose ceiling is another one in this budget. */
export function movedOf({ ceiling }: Target, budget: AgencyBudget, rows: readonly Row[]): readonly Moved[] {
  const known = new Map(budget.rows.map((row) => [keyOf(row.code, row.source), row.ceiling]))
  const moved: Moved[] = []
  for (const row of rows) {
    const [typed, now] = [row.cells[ceiling], known.get(placeOf(row))]
    if (typeof typed === 'number' && now !== undefined && typed !== now) moved.push({ row, typed, now })
  }
  return moved
}

export function takeMoved({ table, ceiling }: Target, moved: readonly Moved[]): Edit {
  const changes = moved.map(({ row, now }) => ({
    place: { table: table.id, rowKey: row.rowKey, field: ceiling },
    value: now,
  }))
  return { do: 'set', changes }
}

type Taking = {
  readonly target: Target
  readonly known: KnownBudgets
  readonly budget: AgencyBudget
  readonly answers: Answers
  readonly newKey: () => string
}

/**
 * As many as the table has room for. The document is named too, where nobody has; and a table that is asked for only after an answer gets
 * that answer, for rows that nobody sees would be lost.
 */
export function takeOffers(offers: readonly Offer[], { target, known, budget, answers, newKey }: Taking): Edit[] {
  const { table } = target
  const rows = answers.rows[table.id] ?? []
  const fresh = offers
    .slice(0, Math.max(0, table.maxRows - rows.length))
    .map((offer): Row => ({ rowKey: newKey(), cells: cellsOf(offer, { target, known, budget }) }))
  const insert: Edit = { do: 'insert-rows', table: table.id, rows: fresh, index: rows.length }
  const head = [...asking(table, answers), ...naming(target, budget, answers)]
  return head.length === 0 ? [insert] : [{ do: 'set', changes: head }, insert]
}

function naming({ ceiling }: Target, { stage }: AgencyBudget, { fields }: Answers): Change[] {
  if (ceiling !== 'paguSubKegiatan' || fields.dokumenAnggaran !== undefined) return []
  return [{ place: { field: 'dokumenAnggaran' }, value: documentOf(stage) }]
}

function asking({ visibleWhen }: Table, { fields }: Answers): Change[] {
  if (visibleWhen === undefined || !('is' in visibleWhen)) return []
  const { field, is } = visibleWhen
  const [first] = is
  return first === undefined || is.some((value) => value === fields[field]) ? [] : [{ place: { field }, value: first }]
}

function cellsOf(offer: Offer, { target, known, budget }: Pick<Taking, 'target' | 'known' | 'budget'>): Cells {
  const { table, ceiling } = target
  const has = (id: string) => table.fields.some((field) => field.id === id)
  // The report of spending knows no funds: only of a code with one source it can be told whose it is.
  const alone = budget.rows.filter(({ code }) => code === offer.code).length === 1
  const spent = alone ? known.spent?.filter(({ code }) => code === offer.code)[0]?.amount : undefined
  const note = offer.source === null || offer.source === 'LAINNYA' ? `Sumber dana SIPD: ${offer.funds.join('; ')}` : ''
  const cells: Record<string, Value> = {
    kodeSubKegiatan: offer.code,
    namaSubKegiatan: offer.name,
    [ceiling]: offer.ceiling,
    ...(offer.source === null ? {} : { sumberDana: offer.source }),
    ...(note !== '' && has('keterangan') ? { keterangan: note.slice(0, 500) } : {}),
    // Also where it is above the ceiling: then one of the two is wrong, and the form says so.
    ...(spent !== undefined && spent >= 0 && has('realisasi2025') ? { realisasi2025: spent } : {}),
  }
  return cells
}
