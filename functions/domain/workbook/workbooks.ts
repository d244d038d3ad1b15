/**
 * The port to workbooks. Whatever is a definition with rows can go out as a workbook and come back: a form with its draft, a
 * reference list, the people of a region. The caller says what stands now; the port answers what a file would change and
 * saves nothing.
 *
 * To serve another list: describe its columns as a `FormDefinition` (one table; row keys are the list's own ids), pass what
 * stands now as `Answers`, and turn `WorkbookPreview.tables[].added / changed / removed` into revisions after the person's
 * confirmation.
 */
import type { AnswerContext } from '../../schema/answers/context.ts'
import type { AnswerError, Answers } from '../../schema/answers.ts'
import type { FormDefinition } from '../../schema/form.ts'
import type { Language, Wording } from '../../schema/wording.ts'
import type { WorkbookPreview } from '../../schema/workbook.ts'

/** What a file is about. `region` and `agencyId` must agree on upload; `round` may differ, then row keys count for nothing. */
export type WorkbookStamp = { readonly region: string; readonly agencyId: string; readonly round: string }

export type WorkbookSubject = {
  readonly stamp: WorkbookStamp
  readonly definition: FormDefinition
  /** What stands now, and with which an upload is compared. */
  readonly answers: Answers
  readonly context: AnswerContext
  /** Of headers, lists and notes that are written; reading understands both languages. */
  readonly language: Language
  /** Who it is for, on the sheet of definitions. */
  readonly heading: string
  /** How to fill it in and where it goes; without it the words of a form with a draft. */
  readonly guide?: readonly Wording[]
  /** What else is wrong with the answers as they would stand after an upload; told by cell like the form's own errors. */
  readonly judge?: (after: Answers) => Promise<readonly AnswerError[]>
}

/** All refuse with `workbook-refused` what is no workbook of this subject. */
export type Workbooks = {
  /** XLSX: a sheet per table with the rows that stand now, drop-downs, checks, definitions, and hidden row keys. */
  template(now: Date, subject: WorkbookSubject): Promise<Uint8Array>
  preview(subject: WorkbookSubject, file: Uint8Array): Promise<WorkbookPreview>
  /** The uploaded file as XLSX with a column of errors and notes on the wrong cells. */
  annotate(subject: WorkbookSubject, file: Uint8Array): Promise<Uint8Array>
}
