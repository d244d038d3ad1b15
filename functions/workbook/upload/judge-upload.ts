/**
 * What is wrong with the answers as they would stand after the upload, by cell of the file. The judge is the form's own
 * validator, and the subject's own judge where it has one; only errors of rows and questions that are in the file are told,
 * since the page tells the others.
 */
import { applyPreview } from '../../domain/workbook/apply-preview.ts'
import type { WorkbookSubject } from '../../domain/workbook/workbooks.ts'
import { validateAnswers } from '../../schema/answers/validate-answers.ts'
import type { AnswerError } from '../../schema/answers.ts'
import type { WorkbookError } from '../../schema/workbook.ts'
import { cellName } from '../book.ts'
import type { HeaderChanges } from './compare-header.ts'
import type { TableChanges } from './compare-table.ts'

/** All errors with their places, those that name no field at the row's first column. */
export async function judgeUpload(
  subject: WorkbookSubject,
  header: HeaderChanges,
  tables: readonly TableChanges[],
): Promise<WorkbookError[]> {
  const merged = applyPreview(subject.answers, {
    fields: header.cells,
    tables: tables.map(({ of, added, changed, removed }) => ({
      tableId: of.table.id,
      added: [...added],
      changed: [...changed],
      removed: [...removed],
    })),
  })
  const own = [...header.errors, ...tables.flatMap(ownErrors)]
  const places = placesOf(tables)
  const unseen = (told: readonly WorkbookError[], errors: readonly AnswerError[]) => {
    const seen = new Set(told.map(({ pointer }) => pointer))
    return errors.flatMap((error) => (seen.has(error.pointer) ? [] : (placed(error, header, places) ?? [])))
  }
  const judged = [...own, ...unseen(own, validateAnswers(subject.definition, merged, subject.context))]
  return [...judged, ...unseen(judged, (await subject.judge?.(merged)) ?? [])]
}

function ownErrors({ of, flaws }: TableChanges): WorkbookError[] {
  return flaws.map(({ row, column, field, rowKey, code, message }) => ({
    sheet: of.sheet.name,
    cell: cellName(row, column),
    pointer: rowKey === undefined ? `/rows/${of.table.id}` : `/rows/${of.table.id}/${rowKey}/${field.id}`,
    code,
    message,
  }))
}

type Places = ReadonlyMap<string, { readonly changes: TableChanges; readonly columns: ReadonlyMap<string, number> }>

function placesOf(tables: readonly TableChanges[]): Places {
  return new Map(
    tables.map((changes) => {
      const columns = new Map([...changes.of.columns].map(([column, { id }]) => [id, column]))
      return [changes.of.table.id, { changes, columns }]
    }),
  )
}

function placed(error: AnswerError, header: HeaderChanges, tables: Places): WorkbookError | undefined {
  const [, root, first = '', rowKey, fieldId = ''] = error.pointer.split('/')
  if (root === 'fields') {
    const spot = header.places.get(first)
    return spot === undefined ? undefined : { ...spot, ...error }
  }
  const table = tables.get(first)
  const row = rowKey === undefined ? undefined : table?.changes.places.get(rowKey)
  if (table === undefined || row === undefined) return undefined
  const [firstColumn = 0] = table.columns.values()
  const cell = cellName(row, table.columns.get(fieldId) ?? firstColumn)
  return { sheet: table.changes.of.sheet.name, cell, ...error }
}
