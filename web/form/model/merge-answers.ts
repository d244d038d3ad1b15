/**
 * Two people edited one draft. Changes that do not touch each other are put together; where both changed the same answer
 * differently, or one removed a row that the other edited, both versions are kept and a person decides.
 */
import type { Answers, Cells, Row, Value } from '../../../functions/schema/answers.ts'
import type { DraftResponse } from '../../../functions/schema/requests.ts'
import { byKey } from './changed.ts'
import { editAnswers } from './edit-answers.ts'
import { targetOf } from './place.ts'
import { same } from './same.ts'

/** Who saved the other side, and when: the draft is saved on meanwhile, by others too. */
export type Saver = Pick<DraftResponse, 'savedBy' | 'savedByName' | 'savedAt'>

/**
 * One answer on which both sides differ from the base and from each other; for a removed row, that side's row is `undefined`.
 * `ofWindow`: the other side is what another window of this device could not save, not what the server has.
 */
export type Clash = { readonly pointer: string; readonly ofWindow?: true; readonly by?: Saver } & (
  | { readonly kind: 'cell'; readonly mine: Value | undefined; readonly theirs: Value | undefined }
  | {
      readonly kind: 'row'
      readonly mine: Row | undefined
      readonly theirs: Row | undefined
      /** Where their row stands among theirs. */
      readonly index?: number
    }
)

/** Of one place both the server and another window may have another side. */
export const clashId = ({ pointer, ofWindow }: Clash) => (ofWindow === true ? `${pointer}~` : pointer)

/** `merged` holds all that could be put together, and my side of each clash until somebody decides. */
export type Merge = { readonly merged: Answers; readonly clashes: readonly Clash[] }

/** `base` is what both started from. */
export function mergeAnswers(base: Answers, mine: Answers, theirs: Answers): Merge {
  const clashes: Clash[] = []
  const fields = mergeCells('/fields', base.fields, mine.fields, theirs.fields, clashes)
  const rows: Answers['rows'] = {}
  for (const table of new Set([...Object.keys(theirs.rows), ...Object.keys(mine.rows)])) {
    rows[table] = mergeRows(
      `/rows/${table}`,
      base.rows[table] ?? [],
      mine.rows[table] ?? [],
      theirs.rows[table] ?? [],
      clashes,
    )
  }
  return { merged: { fields, rows }, clashes }
}

/** The merged answers with their side of these clashes in place of mine. */
export function takeTheirs(merged: Answers, clashes: readonly Clash[]): Answers {
  return clashes.reduce((answers, clash) => {
    const { table, rowKey, field } = targetOf(clash.pointer)
    if (clash.kind === 'cell' && field !== undefined) {
      const place = table === undefined || rowKey === undefined ? { field } : { table, rowKey, field }
      return editAnswers(answers, { do: 'set', changes: [{ place, value: clash.theirs }] })
    }
    if (clash.kind !== 'row' || table === undefined || rowKey === undefined) return answers
    const without = editAnswers(answers, { do: 'remove-rows', table, rowKeys: [rowKey] })
    if (clash.theirs === undefined) return without
    const here = (answers.rows[table] ?? []).findIndex((row) => row.rowKey === rowKey)
    const index = here < 0 ? Math.max(0, clash.index ?? 0) : here
    return editAnswers(without, { do: 'insert-rows', table, rows: [clash.theirs], index })
  }, merged)
}

function mergeCells(at: string, base: Cells, mine: Cells, theirs: Cells, clashes: Clash[]): Cells {
  const merged: Record<string, Value> = {}
  for (const field of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const taken = pick(base[field], mine[field], theirs[field])
    if (taken.clash) {
      clashes.push({ kind: 'cell', pointer: `${at}/${field}`, mine: mine[field], theirs: theirs[field] })
    }
    if (taken.value !== undefined) merged[field] = taken.value
  }
  return merged
}

function pick<T>(base: T, mine: T, theirs: T): { value: T; clash: boolean } {
  if (same(mine, theirs) || same(mine, base)) return { value: theirs, clash: false }
  return { value: mine, clash: !same(theirs, base) }
}

/** Their order, with my own new rows after it. */
function mergeRows(
  at: string,
  base: readonly Row[],
  mine: readonly Row[],
  theirs: readonly Row[],
  clashes: Clash[],
): Row[] {
  const before = byKey(base)
  const ours = byKey(mine)
  const known = byKey(theirs)
  const rows: Row[] = []
  for (const row of theirs) {
    const own = ours.get(row.rowKey)
    const old = before.get(row.rowKey)
    const pointer = `${at}/${row.rowKey}`
    if (own !== undefined) {
      rows.push({ rowKey: row.rowKey, cells: mergeCells(pointer, old?.cells ?? {}, own.cells, row.cells, clashes) })
    } else if (old === undefined) rows.push(row)
    else if (!same(old.cells, row.cells)) clashes.push({ kind: 'row', pointer, mine: undefined, theirs: row })
  }
  for (const row of mine) {
    if (known.has(row.rowKey)) continue
    const old = before.get(row.rowKey)
    if (old !== undefined && same(old.cells, row.cells)) continue
    if (old !== undefined) clashes.push({ kind: 'row', pointer: `${at}/${row.rowKey}`, mine: row, theirs: undefined })
    rows.push(row)
  }
  return rows
}
