/** What is in force: the result of settling, and of what works out the rules of a form that has any. */
import type { Answers, Cells, Row } from '../answers.ts'
import type { Wording } from '../wording.ts'
import type { Scope } from './condition.ts'

/**
 * `cells`: what is in force, computed cells included; `visible`: the ids of the fields to show and count; `scope`: what
 * rules of these fields look at; `ruled`: what the form's own rules say of these cells. Cells whose field the form does not
 * know are left out. The object stays the same while all of it does.
 */
export type Settled = {
  readonly cells: Cells
  readonly visible: ReadonlySet<string>
  readonly scope: Scope
  readonly ruled?: Ruled | undefined
}

/** By the id of the field. */
export type Ruled = {
  readonly required: ReadonlySet<string>
  /** Given, and refused by the form's rule. */
  readonly refused: ReadonlySet<string>
  /** Given, and doubted by the form's rule: said, but no hindrance. */
  readonly doubted: ReadonlySet<string>
  readonly locked: ReadonlySet<string>
  /** The choices on offer, where not all of the list are. */
  readonly offered: ReadonlyMap<string, ReadonlySet<string>>
  /** Texts with answers in them. */
  readonly labels: ReadonlyMap<string, Wording>
  readonly hints: ReadonlyMap<string, Wording>
  /** A field as it stands among these answers: texts with answers in them, only the choices on offer. */
  now<F extends { readonly id: string }>(field: F): F
}

/** All answers of a form whose rules were worked out. */
export type RuledForm = {
  readonly header: Settled
  isVisible(table: string): boolean
  row(table: string, row: Row): Settled
  /** How many rows a rule demands, where one does. */
  count(table: string): number | undefined
}

/**
 * What works out rules (schema/expressions/live). It is handed over with the context, so that the page fetches it only for
 * forms that have rules. The definition is a FormDefinition and the context an AnswerContext; their modules import this one.
 */
export type RuleEngine = {
  settle(definition: object, answers: Answers, context: object): RuledForm
  /** What questions begin with: of the header, or of a row of this table under the header. */
  starting(definition: object, table: string | undefined, header: Cells, context: object): Cells
}
