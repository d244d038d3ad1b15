/** The workbooks of this room behind the domain's port. */
import type { Workbooks } from '../domain/workbook/workbooks.ts'
import { annotateUpload } from './annotate/annotate.ts'
import { type ReadBook, readBook } from './read/read-book.ts'
import { downloadIdOf } from './template/manifest.ts'
import { writeTemplate } from './template/write-template.ts'
import { takenOf } from './upload/offer.ts'
import { checkUpload } from './upload/preview.ts'

/** `read`: the reader of files; where people upload it runs apart from everything else. */
export function createWorkbooks(read: ReadBook = readBook): Workbooks {
  return {
    template: writeTemplate,
    preview: async (subject, file) => (await checkUpload(subject, file, read)).preview,
    check: (subject, file) => checkUpload(subject, file, read),
    taken: takenOf,
    annotate: (subject, file) => annotateUpload(subject, file, read),
    downloadId: downloadIdOf,
  }
}
