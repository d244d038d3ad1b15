/** A form as a workbook: out with its rows, in as a preview. The upload saves nothing. */
import type { WorkbookPreview } from '../../functions/schema/workbook.ts'
import { request, requestFile } from './request.ts'
import { type Work, workPath } from './work.ts'

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What an upload is sent as: the server looks at the bytes, not at a name or type. */
export const asBytes = { 'Content-Type': 'application/octet-stream' }

export function fetchTemplate(work: Work): Promise<Blob> {
  return requestFile('GET', `${workPath(work)}/workbook`, { headers: { Accept: workbookType } })
}

/**
 * What the file would change, and what is wrong in it; `without` names sheets that are not to be read. Refused with
 * `workbook-refused` when it is no workbook of this form.
 */
export async function previewWorkbook(
  work: Work,
  file: Blob,
  without: readonly string[] = [],
): Promise<WorkbookPreview> {
  const query = without.map((sheet, index) => `${index === 0 ? '?' : '&'}without=${encodeURIComponent(sheet)}`)
  const path = `${workPath(work)}/workbook${query.join('')}`
  return (await request<WorkbookPreview>('POST', path, { file, headers: asBytes })).body
}

/** The draft that is saved now has, or after an undo no longer has, what this upload offered. */
export async function noteTaken(work: Work, { download, offer }: { download: string; offer: string }): Promise<void> {
  await request('POST', `${workPath(work)}/workbook/taken`, { body: { download, offer } })
}

/** The same file with a column of errors and a note on each wrong cell. */
export function fetchNotedWorkbook(work: Work, file: Blob): Promise<Blob> {
  return requestFile('POST', `${workPath(work)}/workbook`, { file, headers: { ...asBytes, Accept: workbookType } })
}
