/** Where two states of a form's answers differ, and what stands at such a place. */
import type { Answers, Cells, Row, Value } from '../../../functions/schema/answers.ts'
import { targetOf } from './place.ts'
import { same } from './same.ts'

/** The value of a cell, or the whole row. */
export function partAt(answers: Answers, pointer: string): Value | Row | undefined {
  const { table, rowKey, field } = targetOf(pointer)
  if (table === undefined) return field === undefined ? undefined : answers.fields[field]
  const row = answers.rows[table]?.find((each) => each.rowKey === rowKey)
  return field === undefined ? row : row?.cells[field]
}

export const byKey = (rows: readonly Row[]) => new Map(rows.map((row) => [row.rowKey, row]))

/** Where `after` differs from `before`: cells, and rows that came or went. */
export function changedPointers(before: Answers, after: Answers): readonly string[] {
  const pointers = changedCells('/fields', before.fields, after.fields)
  for (const table of new Set([...Object.keys(after.rows), ...Object.keys(before.rows)])) {
    const old = byKey(before.rows[table] ?? [])
    const fresh = byKey(after.rows[table] ?? [])
    for (const key of new Set([...fresh.keys(), ...old.keys()])) {
      const pointer = `/rows/${table}/${key}`
      const [was, is] = [old.get(key), fresh.get(key)]
      if (was === undefined || is === undefined) pointers.push(pointer)
      else pointers.push(...changedCells(pointer, was.cells, is.cells))
    }
  }
  return pointers
}

function changedCells(at: string, before: Cells, after: Cells): string[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before)])
  return [...names].filter((name) => !same(before[name], after[name])).map((name) => `${at}/${name}`)
}
