/**
 * Uploads are read, compared, judged and given back with notes in a thread of their own: all of it takes time that grows with the file.
 * Subjects are copied there; what in them asks the store, or judges by what a region holds, is called for.
 */
import type {
  CellMarks,
  CheckedUpload,
  KnownDownload,
  WorkbookSubject,
  Workbooks,
} from '../../domain/workbook/workbooks.ts'
import type { AnswerError, Answers } from '../../schema/answers.ts'
import { ruleEngine } from '../../schema/expressions/live/rule-engine.ts'
import { annotateUpload } from '../annotate/annotate.ts'
import { readBook } from '../read/read-book.ts'
import { type Call, createThread, serve, type WorkerLimits } from '../thread/thread.ts'
import { takenOf } from './offer.ts'
import { checkUpload } from './preview.ts'

const mark = 'lengkap-check-upload'

/** What of a subject can be copied, and which of its functions it has. */
type Copied = Omit<WorkbookSubject, 'context' | 'judge' | 'download' | 'person'> & {
  readonly context: Omit<WorkbookSubject['context'], 'rules'>
  readonly personId?: string | undefined
  readonly judges: boolean
  readonly remembers: boolean
  readonly ruled: boolean
}
type Asked = { readonly copied: Copied } & (
  | { readonly job: 'check' | 'annotate'; readonly file: Uint8Array }
  | { readonly job: 'taken'; readonly offer: CellMarks }
)

serve(mark, async (asked: Asked, call) => {
  const subject = restored(asked.copied, call)
  if (asked.job === 'taken') return takenOf(subject, asked.offer)
  return asked.job === 'check'
    ? checkUpload(subject, asked.file, readBook)
    : annotateUpload(subject, asked.file, readBook)
})

type Apart = Pick<Workbooks, 'preview' | 'check' | 'annotate' | 'taken'>

export function createWorkerChecks(limits: WorkerLimits): Apart {
  const thread = createThread(import.meta.url, mark, limits)
  const run = (subject: WorkbookSubject, asked: Asked) =>
    thread(asked, {
      judge: async (after) => subject.judge?.(after as Answers),
      download: async (id) => subject.download?.(id as string),
    })
  const check = async (subject: WorkbookSubject, file: Uint8Array): Promise<CheckedUpload> => {
    const checked = (await run(subject, { copied: copied(subject), job: 'check', file })) as CheckedUpload
    const { file: known } = checked.preview
    if (known === null || known.takenBy === null) return checked
    const takenBy = subject.person?.nameOf(known.takenBy) ?? known.takenBy
    return { ...checked, preview: { ...checked.preview, file: { ...known, takenBy } } }
  }
  return {
    check,
    preview: async (subject, file) => (await check(subject, file)).preview,
    annotate: async (subject, file) =>
      (await run(subject, { copied: copied(subject), job: 'annotate', file })) as Uint8Array,
    taken: async (subject, offer) =>
      (await run(subject, { copied: copied(subject), job: 'taken', offer })) as CellMarks,
  }
}

function copied({ context, judge, download, person, ...rest }: WorkbookSubject): Copied {
  const { rules, ...plain } = context
  return {
    ...rest,
    context: plain,
    personId: person?.id,
    judges: judge !== undefined,
    remembers: download !== undefined,
    ruled: rules !== undefined,
  }
}

/** People are called by their ids there; names are put in place where they are told. */
function restored({ context, personId, judges, remembers, ruled, ...rest }: Copied, call: Call): WorkbookSubject {
  return {
    ...rest,
    context: { ...context, ...(ruled && { rules: ruleEngine }) },
    ...(personId !== undefined && { person: { id: personId, nameOf: (id: string) => id } }),
    ...(judges && { judge: async (after: Answers) => ((await call('judge', after)) ?? []) as readonly AnswerError[] }),
    ...(remembers && { download: async (id: string) => (await call('download', id)) as KnownDownload | undefined }),
  }
}
