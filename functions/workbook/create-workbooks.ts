/** The workbooks of this room behind the domain's port. */
import type { Workbooks } from '../domain/workbook/workbooks.ts'
import { annotateUpload } from './annotate/annotate.ts'
import { readBook } from './read/read-book.ts'
import { downloadIdOf } from './template/manifest.ts'
import { writeTemplate } from './template/write-template.ts'
import { takenOf } from './upload/offer.ts'
import { checkUpload } from './upload/preview.ts'

type Checks = Pick<Workbooks, 'preview' | 'check' | 'annotate' | 'taken'>

const here: Checks = {
  preview: async (subject, file) => (await checkUpload(subject, file, readBook)).preview,
  check: (subject, file) => checkUpload(subject, file, readBook),
  taken: async (subject, offer) => takenOf(subject, offer),
  annotate: (subject, file) => annotateUpload(subject, file, readBook),
}

/** `checks`: where people upload they run apart from everything else. */
export function createWorkbooks(checks = here): Workbooks {
  return { template: writeTemplate, downloadId: async (now, subject) => downloadIdOf(now, subject), ...checks }
}
