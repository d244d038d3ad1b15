/** Reference lists as workbooks. An upload changes nothing until it is sent again as confirmed. */

import type { Wording } from '../../functions/schema/wording.ts'
import type { WorkbookPreview } from '../../functions/schema/workbook.ts'
import { request, requestFile } from './request.ts'
import { asBytes, workbookType } from './workbook.ts'

export type ReferenceSummary = { readonly id: string; readonly title: Wording; readonly entries: number }

const pathOf = (list: string) => `/api/references/${encodeURIComponent(list)}/workbook`

export async function fetchReferenceLists(): Promise<readonly ReferenceSummary[]> {
  return (await request<{ lists: ReferenceSummary[] }>('GET', '/api/reference-lists')).body.lists
}

export function fetchReferenceWorkbook(list: string): Promise<Blob> {
  return requestFile('GET', pathOf(list), { headers: { Accept: workbookType } })
}

export async function loadReferences(list: string, file: Blob, confirm: boolean): Promise<WorkbookPreview> {
  return (
    await request<WorkbookPreview>('POST', `${pathOf(list)}${confirm ? '?confirm=true' : ''}`, {
      file,
      headers: asBytes,
    })
  ).body
}
