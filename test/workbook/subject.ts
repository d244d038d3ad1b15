/** A form as the subject of a workbook, for tests that need no store. */
import type { WorkbookSubject } from '../../functions/domain/workbook/workbooks.ts'
import type { Answers } from '../../functions/schema/answers.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { createWorkbooks } from '../../functions/workbook/create-workbooks.ts'
import { context, sample } from '../schema/sample-form.ts'

export const workbooks = createWorkbooks()
export const now = new Date('2026-02-11T02:00:00Z')

export function subjectOf(answers: Answers, more: Partial<WorkbookSubject> = {}): WorkbookSubject {
  return {
    stamp: { region: 'kota-kupang', agencyId: 'kec-alak', round: '3a-2026-2' },
    definition: free,
    answers,
    context,
    language: 'id',
    heading: 'Kecamatan Alak',
    ...more,
  }
}

/** The sample with room for rows in its free table, and nothing else that keeps a draft from being anything. */
export const free: FormDefinition = {
  ...sample,
  tables: sample.tables.map((table) => ({ ...table, maxRows: Math.max(table.maxRows, 10_000) })),
}

export const blank: Answers = { fields: {}, rows: {} }
