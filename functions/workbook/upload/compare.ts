/**
 * What the file changes, cell by cell. A cell counts as touched when it differs from what was given out with the file; then
 * the file's value is taken, and where the draft has changed meanwhile too, that is told as a clash. A file that was not made
 * here can fill and change cells but empties none and removes no row.
 */
import { isBlank, normalValue } from '../../schema/answers/absence.ts'
import type { Cells, Row, Value } from '../../schema/answers.ts'
import type { Field } from '../../schema/form.ts'
import type { ChangedCells } from '../../schema/workbook.ts'
import { markAt, markOf } from '../cells/fingerprint.ts'
import type { Codecs } from '../template/manifest.ts'
import { columnsOf } from '../template/words.ts'
import type { FileCell } from './read-rows.ts'

export type CellClash = { readonly field: Field; readonly draft: Value | null; readonly file: Value | null }
export type CellChanges = { readonly cells: ChangedCells; readonly clashes: readonly CellClash[] }

/** `marks` are those of the row as it was given out; `undefined` for a row or file without. */
export type Comparison = {
  readonly fields: readonly Field[]
  readonly codecs: Codecs
  readonly file: ReadonlyMap<Field, FileCell>
  readonly draft: Cells
  readonly marks: string | undefined
  readonly keep?: ReadonlySet<string>
}

export function compareCells({ fields, codecs, file, draft, marks, keep }: Comparison): CellChanges {
  const cells: Record<string, Value | null> = {}
  const clashes: CellClash[] = []
  for (const [index, field] of columnsOf(fields).entries()) {
    const read = file.get(field)
    if (read === undefined || read.flaw !== undefined || keep?.has(field.id)) continue
    const there = draft[field.id]
    const mark = markAt(marks, index)
    if (mark === undefined ? read.value === undefined : markOf(read.value) === mark) continue
    if (sameAnswer(read.value, there)) continue
    cells[field.id] = read.value ?? null
    const codec = codecs.get(field)
    if (mark !== undefined && markOf(codec?.read(codec.write(there)).value) !== mark) {
      clashes.push({ field, draft: there ?? null, file: read.value ?? null })
    }
  }
  return { cells, clashes }
}

/** Was any cell of the row changed in the file? Asked of rows that the draft no longer has. */
export function isTouched(fields: readonly Field[], file: ReadonlyMap<Field, FileCell>, marks: string): boolean {
  return columnsOf(fields).some((field, index) => {
    const read = file.get(field)
    return read !== undefined && read.flaw === undefined && markOf(read.value) !== markAt(marks, index)
  })
}

/** Has the draft's row still the content that was given out? */
export function isAsGiven(fields: readonly Field[], row: Row, marks: string, codecs: Codecs): boolean {
  return columnsOf(fields).every((field, index) => {
    const codec = codecs.get(field)
    return markOf(codec?.read(codec.write(row.cells[field.id])).value) === markAt(marks, index)
  })
}

function sameAnswer(a: Value | undefined, b: Value | undefined): boolean {
  const [left, right] = [a, b].map((value) => (value === undefined || isBlank(value) ? null : normalValue(value)))
  return JSON.stringify(left) === JSON.stringify(right)
}
