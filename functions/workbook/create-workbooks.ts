/** The workbooks of this room behind the domain's port. */
import type { Workbooks } from '../domain/workbook/workbooks.ts'
import { annotateUpload } from './annotate/annotate.ts'
import { writeTemplate } from './template/write-template.ts'
import { previewUpload } from './upload/preview.ts'

export function createWorkbooks(): Workbooks {
  return { template: writeTemplate, preview: previewUpload, annotate: annotateUpload }
}
