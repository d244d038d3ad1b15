/** The workbooks of this room behind the domain's port. */
import type { Workbooks } from '../domain/workbook/workbooks.ts'
import { annotateUpload } from './annotate/annotate.ts'
import { downloadIdOf } from './template/manifest.ts'
import { writeTemplate } from './template/write-template.ts'
import { takenOf } from './upload/offer.ts'
import { checkUpload, previewUpload } from './upload/preview.ts'

export function createWorkbooks(): Workbooks {
  return {
    template: writeTemplate,
    preview: previewUpload,
    check: checkUpload,
    taken: takenOf,
    annotate: annotateUpload,
    downloadId: downloadIdOf,
  }
}
