/** The coordinator's lists as workbooks. An upload changes nothing until it is sent again as confirmed. */
import type { WorkbookPreview } from '../../functions/schema/workbook.ts'
import { request, requestFile } from './request.ts'
import { asBytes, workbookType } from './workbook.ts'

export function fetchListWorkbook(path: string): Promise<Blob> {
  return requestFile('GET', path, { headers: { Accept: workbookType } })
}

export async function loadList(path: string, file: Blob, confirm: boolean): Promise<WorkbookPreview> {
  const query = confirm ? '?confirm=true' : ''
  return (await request<WorkbookPreview>('POST', `${path}${query}`, { file, headers: asBytes })).body
}
