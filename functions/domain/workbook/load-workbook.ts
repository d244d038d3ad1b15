/**
 * A list of the coordinator's comes in by workbook: seen first, saved with a second call that carries the same file. The file
 * is read again then, against what stands by that time, so nothing half-done waits on the server.
 */

import { decided } from '../../rules/workbook-choices.ts'
import type { Answers } from '../../schema/answers.ts'
import type { Wording } from '../../schema/wording.ts'
import type { WorkbookPreview } from '../../schema/workbook.ts'
import { Refused } from '../refusal.ts'
import { applyChanges } from './apply-changes.ts'
import type { WorkbookSubject, Workbooks } from './workbooks.ts'

export type OpenList = {
  readonly subject: WorkbookSubject
  /** Saves what the file makes of the list; `false` where somebody else revised it at the same moment. */
  readonly save: (after: Answers) => Promise<boolean>
  /** Of a list from which nothing is taken away: what is said about rows that the file lacks. */
  readonly keepsMissing?: Wording
}
export type Load = {
  readonly open: () => Promise<OpenList>
  readonly file: Uint8Array
  readonly confirm: boolean
}

/** Refuses with `workbook-refused`; when confirmed with wrong cells with `answers-invalid`. */
export async function loadWorkbook(workbooks: Workbooks, load: Load): Promise<WorkbookPreview> {
  const { subject, save, keepsMissing } = await load.open()
  const found = await workbooks.preview({ ...subject, isList: true }, load.file)
  const preview = keepsMissing === undefined ? found : withoutRemovals(found, keepsMissing)
  if (!load.confirm) return preview
  if (preview.counts.wrong + preview.counts.blank > 0) {
    throw new Refused({
      code: 'answers-invalid',
      errors: preview.errors.map(({ pointer, code, message }) => ({ pointer, code, message })),
    })
  }
  // Not saved: put together with what the other one wrote.
  return (await save(applyChanges(subject.answers, decided(preview)))) ? preview : loadWorkbook(workbooks, load)
}

function withoutRemovals(preview: WorkbookPreview, message: Wording): WorkbookPreview {
  if (preview.counts.removed === 0) return preview
  return {
    ...preview,
    counts: { ...preview.counts, removed: 0 },
    tables: preview.tables.map((table) => ({ ...table, removed: [] })),
    notices: [...preview.notices, { code: 'missing-rows-stay', message }],
  }
}
