/**
 * What every type of field can do. A type is one file beside this one; `kinds.ts` lists them. Besides, each of workbook,
 * XLSForm, results and page has one total table by type, so that the compiler names what a new type still lacks.
 */
import type { AnswerContext } from '../answers/context.ts'
import type { Value } from '../answers.ts'
import type { Wording } from '../wording.ts'
import type { Judge, Judging, Reader, Reading } from './reading.ts'
import type * as readingParts from './reading-parts.ts'

type Reads = Reader & { readonly by: typeof readingParts }

/** `by`, like `say`, is handed over, so that the page can show answers before it has what reads and judges them. */
export type JudgeParts = Judging & {
  readonly by: typeof readingParts
}

export type FieldKind<F> = {
  /** How an answer is stored; `nothing` for what is never typed. */
  readonly stored: 'number' | 'text' | 'choices' | 'nothing'
  /** As the end of "must be ...". */
  readonly expects: Wording
  /** Can this text stand as an answer (which the judge may still refuse)? */
  answers(field: F, text: string, context: AnswerContext): boolean
  /** Reads a text that is neither blank nor an absence. */
  read(field: F, text: string, reader: Reads): Reading
  /** A plain number of a spreadsheet's cell; where missing, it is read as text. */
  number?(field: F, value: number, reader: Pick<Reads, 'by'>): Reading
  /** Prepares the judge: choices are looked up and patterns compiled once, not for each row. */
  judge(field: F, parts: JudgeParts): Judge
  format(field: F, value: Value, reader: Reader): string
  /** In an editor: without currency and unit. Where missing, as `format`. */
  edit?(field: F, value: Value, reader: Reader): string
  /** What the numbers count, as heads of columns say it. */
  unit?(field: F): Wording | undefined
}
