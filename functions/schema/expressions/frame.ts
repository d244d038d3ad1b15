/** What an expression sees while it runs. One frame is moved from row to row. */
import type { Language } from '../wording.ts'
import type { Day } from './days.ts'
import type { Expression } from './expression.ts'
import type { Atom, Result } from './values.ts'

/** Answers by question; one that is not given, or not asked, is not there. */
export type Answered = { readonly [id: string]: Atom | undefined }

/** A rule that would take too long, or build too long a text. It gives no answer then. */
export class TooMuch extends Error {}

/** The longest text that a rule may build; longer than any answer may be. */
export const longestText = 5_000

export type Frame = {
  header: Answered
  /** The settled rows of every table. */
  readonly tables: { readonly [table: string]: readonly Answered[] }
  row: Answered
  /** The row around a row that is being picked. */
  outer: Answered
  /** The row's place in its table, or among those being picked, from 1; and how many there are. */
  index: number
  size: number
  self: Atom
  choice: { readonly [column: string]: string | undefined }
  readonly today: Day
  readonly now: Day
  readonly language: Language
  readonly choiceName: (field: string, value: string) => string
  /** Absences, which are no answers to any other rule. */
  absence: (field: string, row: Answered) => string
  /** As it was typed, asked or not. */
  typed: (field: string, row: Answered) => Atom
  /** Steps that may still be taken. */
  steps: number
  /** What is the same for all rows is worked out once. */
  readonly memo: Map<Expression, Result>
}
