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

/** What the file would change, and what is wrong in it. Refused with `workbook-refused` when it is no workbook of this form. */
export async function previewWorkbook(work: Work, file: Blob): Promise<WorkbookPreview> {
  return (await request<WorkbookPreview>('POST', `${workPath(work)}/workbook`, { file, headers: asBytes })).body
}

/** The same file with a column of errors and a note on each wrong cell. */
export function fetchNotedWorkbook(work: Work, file: Blob): Promise<Blob> {
  return requestFile('POST', `${workPath(work)}/workbook`, { file, headers: { ...asBytes, Accept: workbookType } })
}
