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
import type { Paper } from '../../schema/region.ts'
import type { Language, Wording } from '../../schema/wording.ts'
import type { WorkbookPreview } from '../../schema/workbook.ts'

/** What a file is about. `region` and `agencyId` must agree on upload; `round` may differ, then row keys count for nothing. */
export type WorkbookStamp = { readonly region: string; readonly agencyId: string; readonly round: string }

/**
 * Short marks of cells, shaped as answers so that they are kept as a body: `fields.marks`, and `cells.marks` by row key. What
 * was not taken of the file has its older mark, so that it is asked about again.
 */
export type CellMarks = Answers
/** What was last taken from a file, and by whom. */
export type Taken = { readonly by: string; readonly at: string; readonly marks: CellMarks }
export type KnownDownload = { readonly madeAt: string; readonly takes: readonly Taken[] }

export type WorkbookSubject = {
  readonly stamp: WorkbookStamp
  readonly definition: FormDefinition
  /** What stands now, and with which an upload is compared. */
  readonly answers: Answers
  readonly context: AnswerContext
  /** Of headers, lists and notes that are written; reading understands both languages. */
  readonly language: Language
  /** A4 where nothing is said. */
  readonly paper?: Paper | undefined
  /** Who it is for, on the sheet of definitions. */
  readonly heading: string
  /** How to fill it in and where it goes; without it the words of a form with a draft. */
  readonly guide?: readonly Wording[]
  /** What else is wrong with the answers as they would stand after an upload; told by cell like the form's own errors. */
  readonly judge?: (after: Answers) => Promise<readonly AnswerError[]>
  /** Who downloads or uploads, and how people are called: of forms only, whose files are remembered. */
  readonly person?: { readonly id: string; readonly nameOf: (id: string) => string }
  /** What is remembered of a download by the id in its hidden sheet. */
  readonly download?: (id: string) => Promise<KnownDownload | undefined>
  /** Comments of the last return, by pointer: they go out as notes on their cells and as a list. */
  readonly comments?: readonly { readonly pointer: string; readonly text: string }[]
  /** Sheets that are not to be read, where a table stands on several. */
  readonly without?: ReadonlySet<string>
  /** A list whose row keys are its own: nothing is asked, what a file says is taken. */
  readonly isList?: boolean
}

export type CheckedUpload = {
  readonly preview: WorkbookPreview
  /** What is known of each row once the file was taken: its marks in the file, and those of before. */
  readonly offer: CellMarks
}

/** All refuse with `workbook-refused` what is no workbook of this subject. */
export type Workbooks = {
  /** XLSX: a sheet per table with the rows that stand now, drop-downs, checks, definitions, and hidden row keys. */
  template(now: Date, subject: WorkbookSubject): Promise<Uint8Array>
  preview(subject: WorkbookSubject, file: Uint8Array): Promise<WorkbookPreview>
  /** The same with what is to be remembered when it is confirmed. */
  check(subject: WorkbookSubject, file: Uint8Array): Promise<CheckedUpload>
  /** What was taken of an offer, by what stands now: cells that are as in the file, rows that are there. */
  taken(subject: WorkbookSubject, offer: CellMarks): Promise<CellMarks>
  /** The id that the hidden sheet of a template of this moment has. */
  downloadId(now: Date, subject: WorkbookSubject): Promise<string>
  /** The uploaded file as XLSX with a column of errors and notes on the wrong cells. */
  annotate(subject: WorkbookSubject, file: Uint8Array): Promise<Uint8Array>
}
