/**
 * What stands between a form and being done, as one list for the form's page, its last look, the list of tasks and mails:
 * `wrong` (cannot be sent so), `empty` (still to be answered) and `explain` (a warning nobody has explained). Every place is in it
 * once, and what many rows have in common is one line with a count.
 */
import type { AnswerContext } from '../schema/answers/context.ts'
import { rowLabel } from '../schema/answers/row-label.ts'
import type { AnswerError, Answers, Gap, NamedGap } from '../schema/answers.ts'
import type { FormDefinition, Table } from '../schema/form.ts'
import { isPersonal } from '../schema/personal.ts'
import type { Severity } from '../schema/round.ts'
import type { Wording } from '../schema/wording.ts'
import type { ProblemCounts, ProblemKind } from './problem-counts.ts'

/** `pointer` is the first of its `count` places. */
export type Problem = {
  readonly kind: ProblemKind
  readonly pointer: string
  readonly label: Wording
  readonly count: number
}
export type Problems = {
  /** Wrong ones first; within a kind in the order in which they were found. */
  readonly lines: readonly Problem[]
  readonly counts: ProblemCounts
  /** Every place, in the form's order: for going from one to the next. */
  readonly places: readonly string[]
}
export type Filled = { readonly definition: FormDefinition; readonly answers: Answers; readonly context: AnswerContext }
export type Judged = {
  /** What keeps the answers from being sent. */
  readonly flaws: readonly AnswerError[]
  readonly gaps: readonly NamedGap[]
  /** Only open ones that are to be explained. */
  readonly warnings: readonly { readonly pointer: string; readonly rule: string; readonly text: Wording }[]
}

/** Flaws that say of an answer only that it is not there. */
const absent = new Set(['required', 'too-few-rows', 'fixed-row-missing'])

type Place = { kind: ProblemKind; pointer: string; what: Wording; key: string }

export function listProblems(filled: Filled, { flaws, gaps, warnings }: Judged): Problems {
  const wrong = new Map<string, Place>()
  for (const { pointer, code, message } of flaws)
    if (!absent.has(code) && !wrong.has(pointer))
      wrong.set(pointer, { kind: 'wrong', pointer, what: message, key: code })
  const empty = new Map<string, Place>()
  for (const { pointer, label, own } of gaps)
    if (!wrong.has(pointer)) empty.set(pointer, { kind: 'empty', pointer, what: own ?? label, key: own?.id ?? '' })
  for (const { pointer, code, message } of flaws)
    if (absent.has(code) && !wrong.has(pointer) && !covers(empty, pointer))
      empty.set(pointer, { kind: 'empty', pointer, what: message, key: code })
  const explain = warnings.map(({ pointer, rule, text }) => ({
    kind: 'explain' as const,
    pointer,
    what: text,
    key: rule,
  }))
  const order = orderOf(filled)
  const places = [...wrong.values(), ...empty.values(), ...explain]
  return {
    lines: linesOf(filled, places),
    counts: { wrong: wrong.size, empty: empty.size, explain: explain.length },
    places: [...new Set(places.map(({ pointer }) => pointer))].sort((a, b) => compare(order(a), order(b))),
  }
}

/** The next place after the one that has the focus; from the last one on with the first. */
export function nextPlace(filled: Filled, places: readonly string[], from: string | undefined): string | undefined {
  if (from === undefined) return places[0]
  const order = orderOf(filled)
  const at = order(from)
  return places.find((pointer) => pointer !== from && compare(order(pointer), at) > 0) ?? places[0]
}

/** How many lines are kept of a saved form; `missingCount` says how many places there are in all. */
const mostLines = 60

/**
 * What of the list is kept with a draft or submission: lines that are wrong or empty, and how many places they stand for. What is wrong with
 * an answer about a person is not quoted: others read the list, and it stays when the answer is erased.
 */
export function keptProblems(
  definition: FormDefinition,
  { lines, counts }: Problems,
): { missing: Gap[]; missingCount: number } {
  const kept = lines.flatMap(({ kind, pointer, label, count }) => {
    if (kind === 'explain') return []
    const asked = kind === 'wrong' ? personalAt(definition, pointer) : undefined
    return [{ kind, pointer, label: asked === undefined ? label : toCorrect(asked), count }]
  })
  return { missing: kept.slice(0, mostLines), missingCount: counts.wrong + counts.empty }
}

function personalAt(definition: FormDefinition, pointer: string): Wording | undefined {
  const { table, field } = partsOf(pointer)
  const fields = table === undefined ? definition.fields : definition.tables.find(({ id }) => id === table)?.fields
  const found = fields?.find(({ id }) => id === field)
  return found !== undefined && isPersonal(found) ? found.label : undefined
}

function toCorrect({ id, en }: Wording): Wording {
  return { id: `${id}: perbaiki isiannya`, en: `${en}: correct the answer` }
}

/** A gap is told of a whole row or table where nothing of it was begun. */
function covers(empty: ReadonlyMap<string, Place>, pointer: string): boolean {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) if (empty.has(at)) return true
  return false
}

function linesOf(filled: Filled, places: readonly Place[]): Problem[] {
  const groups = new Map<string, Place[]>()
  for (const place of places) {
    const { table, field } = partsOf(place.pointer)
    // Findings of one rule differ in their figures, and each has to be read.
    const own = table === undefined || place.kind === 'explain' ? place.pointer : `${table}/${field ?? ''}`
    const key = `${place.kind} ${place.key} ${own}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [place])
    else group.push(place)
  }
  return Array.from(groups.values(), (group) => lineOf(filled, group))
}

function lineOf(filled: Filled, group: readonly Place[]): Problem {
  const [first] = group
  if (first === undefined) throw new Error('a group of nothing')
  const { kind, pointer } = first
  const name = rowAt(filled, pointer)
  const label = group.length > 1 ? groupLabel(filled, group, first) : prefixed(name, first.what)
  return { kind, pointer, label, count: group.length }
}

function groupLabel({ definition }: Filled, group: readonly Place[], { kind, pointer, what }: Place): Wording {
  const rows = group.length
  const { table, field } = partsOf(pointer)
  const found = definition.tables.find(({ id }) => id === table)
  const column = found?.fields.find(({ id }) => id === field)?.label ?? found?.title ?? definition.title
  if (kind === 'empty' && field === undefined)
    return { id: `${column.id}: ${rows} baris ${what.id}`, en: `${column.en}: ${rows} rows ${what.en}` }
  if (kind === 'empty') return { id: `${what.id}: ${rows} baris`, en: `${what.en}: ${rows} rows` }
  return {
    id: `${column.id}: ${what.id} (${rows} baris)`,
    en: `${column.en}: ${what.en} (${rows} rows)`,
  }
}

function prefixed(name: Wording | undefined, what: Wording): Wording {
  return name === undefined ? what : { id: `${name.id}: ${what.id}`, en: `${name.en}: ${what.en}` }
}

function rowAt({ definition, answers, context }: Filled, pointer: string): Wording | undefined {
  const { table: id, rowKey } = partsOf(pointer)
  const table = definition.tables.find((each) => each.id === id)
  if (table === undefined || rowKey === undefined) return undefined
  const rows = answers.rows[table.id] ?? []
  const index = rows.findIndex((row) => row.rowKey === rowKey)
  const row = rows[index]
  return row === undefined ? undefined : rowLabel(table, row, index, context)
}

function partsOf(pointer: string): { table?: string; rowKey?: string; field?: string } {
  const [, part, first, second, third] = pointer.split('/')
  if (part !== 'rows') return { field: first }
  return { table: first, rowKey: second, field: third }
}

type Order = readonly [table: number, row: number, field: number]

/** Header first, then tables in their order, rows from above, cells from the left; a row before its cells. */
function orderOf({ definition, answers }: Filled): (pointer: string) => Order {
  const rows = new Map<string, number>()
  for (const { id } of definition.tables)
    for (const [index, { rowKey }] of (answers.rows[id] ?? []).entries()) rows.set(`${id}/${rowKey}`, index)
  const at = (fields: Table['fields'], id: string | undefined) => fields.findIndex((field) => field.id === id)
  return (pointer) => {
    const { table, rowKey, field } = partsOf(pointer)
    if (table === undefined) return [-1, -1, at(definition.fields, field)]
    const index = definition.tables.findIndex(({ id }) => id === table)
    return [index, rows.get(`${table}/${rowKey}`) ?? -1, at(definition.tables[index]?.fields ?? [], field)]
  }
}

function compare(a: Order, b: Order): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
}

/** Open warnings: what somebody has to explain. */
export function toExplain<F extends { severity: Severity; state: string }>(findings: readonly F[]): F[] {
  return findings.filter(({ severity, state }) => severity === 'warning' && state === 'open')
}
