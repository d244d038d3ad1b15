/**
 * What is wrong with the answers as they would stand after the upload, by cell of the file. The judge is the form's own
 * validator, and the subject's own judge where it has one; only errors of rows and questions that are in the file are told,
 * since the page tells the others.
 */
import { applyChanges } from '../../domain/workbook/apply-changes.ts'
import type { WorkbookSubject } from '../../domain/workbook/workbooks.ts'
import { cellName } from '../../rules/cell-names.ts'
import { validateAnswers } from '../../schema/answers/validate-answers.ts'
import type { AnswerError } from '../../schema/answers.ts'
import type { WorkbookError } from '../../schema/workbook.ts'
import type { HeaderChanges } from './compare-header.ts'
import type { TableChanges } from './table-changes.ts'

/** All errors with their places, those that name no field at the row's first column. */
export async function judgeUpload(
  subject: WorkbookSubject,
  header: HeaderChanges,
  tables: readonly TableChanges[],
): Promise<WorkbookError[]> {
  const merged = applyChanges(subject.answers, {
    fields: header.cells,
    tables: tables.map(({ table, added, changed, removed }) => ({
      tableId: table.id,
      added: added.map(({ rowKey, cells }) => ({ rowKey, cells })),
      changed: [...changed],
      removed: [...removed],
    })),
  })
  const own = [...header.errors, ...tables.flatMap(ownErrors)]
  const places = new Map(tables.map((changes) => [changes.table.id, changes]))
  const unseen = (told: readonly WorkbookError[], errors: readonly AnswerError[]) => {
    const seen = new Set(told.map(({ pointer }) => pointer))
    return errors.flatMap((error) => (seen.has(error.pointer) ? [] : (placed(error, header, places) ?? [])))
  }
  const judged = [...own, ...unseen(own, validateAnswers(subject.definition, merged, subject.context))]
  return [...judged, ...unseen(judged, (await subject.judge?.(merged)) ?? [])]
}

function ownErrors({ table, flaws }: TableChanges): WorkbookError[] {
  return flaws.map(({ of, row, column, field, rowKey, code, message }) => ({
    sheet: of.sheet.name,
    cell: cellName(row, column),
    pointer: rowKey === undefined ? `/rows/${table.id}` : `/rows/${table.id}/${rowKey}/${field.id}`,
    code,
    message,
  }))
}

function placed(error: AnswerError, header: HeaderChanges, tables: Places): WorkbookError | undefined {
  const [, root, first = '', rowKey, fieldId = ''] = error.pointer.split('/')
  if (root === 'fields') {
    const spot = header.places.get(first)
    return spot === undefined ? undefined : { ...spot, ...error }
  }
  const file = rowKey === undefined ? undefined : tables.get(first)?.places.get(rowKey)
  if (file === undefined) return undefined
  const [firstColumn = 0] = file.of.columns.keys()
  const column = [...file.of.columns].find(([, { id }]) => id === fieldId)?.[0] ?? firstColumn
  return { sheet: file.of.sheet.name, cell: cellName(file.row, column), ...error }
}

type Places = ReadonlyMap<string, TableChanges>
