/**
 * What is to be remembered of a file when it is confirmed: for each of its rows the marks of its cells, and the marks of before,
 * which stay in force for what was not taken. Shaped as answers, so that it is kept as a body like any other.
 */
import type { CellMarks, WorkbookSubject } from '../../domain/workbook/workbooks.ts'
import type { Field } from '../../schema/form.ts'
import { markAt, noColumn } from '../cells/fingerprint.ts'
import { columnsOf } from '../template/words.ts'
import { codecsOf } from '../template/write-template.ts'
import { markHere } from './compare.ts'
import { headerBefore, headerMarks } from './compare-header.ts'
import type { Examined } from './examine.ts'

type Marked = { readonly marks?: string; readonly before?: string }

export function offerOf({ definition }: WorkbookSubject, { header, tables, base }: Examined): CellMarks {
  const rows = definition.tables.map(({ id }) => {
    const before = base?.rows.get(id) ?? new Map<string, string>()
    const places = tables.find(({ table }) => table.id === id)?.stands ?? new Map()
    const keys = new Set([...before.keys(), ...places.keys()])
    return [
      id,
      [...keys].map((rowKey) => ({
        rowKey,
        cells: told({
          marks: places.get(rowKey)?.file.marks,
          before: places.get(rowKey)?.before ?? before.get(rowKey),
        }),
      })),
    ] as const
  })
  const fields = headerMarks(definition.fields, header.read)
  const before = headerBefore(base, fields)
  return { fields: told({ marks: fields, before }), rows: Object.fromEntries(rows) }
}

function told({ marks, before }: { marks: string | undefined; before: string | undefined }) {
  return { ...(marks === undefined ? {} : { marks }), ...(before === undefined ? {} : { before }) }
}

/** By what stands in the draft now: a cell that is as in the file was taken, another has its mark of before. */
export function takenOf(subject: WorkbookSubject, offer: CellMarks): CellMarks {
  const { definition, answers } = subject
  const codecs = codecsOf(subject)
  const settle = (fields: readonly Field[], { marks, before }: Marked, cells: Readonly<Record<string, unknown>>) =>
    columnsOf(fields)
      .map((field, index) => {
        const own = markAt(marks, index)
        const old = markAt(before, index) ?? noColumn
        return own === markHere(field, cells[field.id] as never, codecs) ? own : old
      })
      .join('')
  const rows = definition.tables.map(({ id, fields }) => {
    const there = new Map((answers.rows[id] ?? []).map((row) => [row.rowKey, row.cells]))
    const kept = (offer.rows[id] ?? []).flatMap(({ rowKey, cells }) => {
      const marked = cells as Marked
      const now = there.get(rowKey)
      // Gone from the file: removed with it, or kept by decision, and then no longer the file's.
      if (marked.marks === undefined) return []
      // A row that is not there was not taken; one that others removed is known as it was.
      if (now === undefined) return marked.before === undefined ? [] : [{ rowKey, cells: { marks: marked.before } }]
      return [{ rowKey, cells: { marks: settle(fields, marked, now) } }]
    })
    return [id, kept] as const
  })
  return {
    fields: { marks: settle(definition.fields, offer.fields as Marked, answers.fields) },
    rows: Object.fromEntries(rows),
  }
}
