/**
 * What the file changes, cell by cell. A cell counts as touched when it differs from what the file last had; then the file's
 * value is taken, and where the draft has changed meanwhile too, that is told as a clash. Where nothing is known of the file's
 * past, it fills blank cells, empties none, and what it says otherwise than the draft is a question.
 */

import { isBlank } from '../../schema/answers/absence.ts'
import type { Cells, Row, Value } from '../../schema/answers.ts'
import type { Field } from '../../schema/form.ts'
import type { ChangedCells } from '../../schema/workbook.ts'
import { markAt, markOf, noColumn, unread } from '../cells/fingerprint.ts'
import { plainValue } from '../cells/plain-value.ts'
import type { Codecs } from '../template/manifest.ts'
import { columnsOf } from '../template/words.ts'
import type { FileCell, FileRow } from './file-row.ts'

export type CellClash = { readonly field: Field; readonly draft: Value | null; readonly file: Value | null }
/** `other`: what a file of unknown past says otherwise than the draft. */
export type CellChanges = {
  readonly cells: ChangedCells
  readonly other: ChangedCells
  readonly clashes: readonly CellClash[]
}

/** `marks` are those of the row as the file last had it; `undefined` for a row or file without. */
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
  const other: Record<string, Value | null> = {}
  const clashes: CellClash[] = []
  for (const [index, field] of columnsOf(fields).entries()) {
    const read = file.get(field)
    if (read === undefined || read.flaw !== undefined || keep?.has(field.id)) continue
    const there = draft[field.id]
    const known = markAt(marks, index)
    const mark = known === noColumn ? undefined : known
    if (mark === undefined ? read.value === undefined : markOf(read.value) === mark) continue
    if (sameAnswer(read.value, there)) continue
    if (mark === undefined && there !== undefined && !isBlank(there)) {
      other[field.id] = read.value ?? null
      continue
    }
    cells[field.id] = read.value ?? null
    if (mark !== undefined && markHere(field, there, codecs) !== mark) {
      clashes.push({ field, draft: there ?? null, file: read.value ?? null })
    }
  }
  return { cells, other, clashes }
}

/** Was any cell of the row changed in the file? Asked of rows that the draft no longer has. */
export function isTouched(file: FileRow, marks: string): boolean {
  return columnsOf(file.of.table.fields).some((_, index) => {
    const own = markAt(file.marks, index)
    return own !== noColumn && own !== unread && own !== markAt(marks, index)
  })
}

/** The mark that an answer of the draft would have in a file: as it is read again once it was written. */
export function markHere(field: Field, value: Value | undefined, codecs: Codecs): string {
  const codec = codecs.get(field)
  return markOf(codec?.read(codec.write(value)).value)
}

export function rowMarks(fields: readonly Field[], { cells }: Pick<Row, 'cells'>, codecs: Codecs): string {
  return columnsOf(fields)
    .map((field) => markHere(field, cells[field.id], codecs))
    .join('')
}

function sameAnswer(a: Value | undefined, b: Value | undefined): boolean {
  const [left, right] = [a, b].map((value) => (value === undefined || isBlank(value) ? null : plainValue(value)))
  return JSON.stringify(left) === JSON.stringify(right)
}
