/**
 * The checks of one form while it is typed: rows that did not change are not checked again, and the work can be stopped after
 * any row, so that a key stroke never waits for it. What comes out is what `checkOneSubmission` says of the same answers, and what
 * the validator keeps of the rules.
 */
import { isTableVisible, settleHeader, settleRow } from '../answers/settle-cells.ts'
import type { AnswerError, Answers, Cells, Row } from '../answers.ts'
import type { CheckContext, CheckedSubmission } from './check-context.ts'
import { doubtsIn } from './doubts.ts'
import { ownFindings } from './own/own-findings.ts'
import { checkRow, checkWhole, type Detected, detected, type FoundBy, keptOf } from './run-form-checks.ts'

export type Checker = {
  /** Checks rows while `more` says so; true once there is nothing left to check. */
  prepare(answers: Answers, more: () => boolean): boolean
  /** Everything found. `errors` are the validator's about the same answers. */
  check(answers: Answers, errors: readonly AnswerError[]): Detected[]
}

/** `draft`: whose answers these are, and to which form. */
export function createChecker(context: CheckContext, draft: Omit<CheckedSubmission, 'answers'>): Checker {
  const { definition } = draft
  const settling = { ...context, agencyId: draft.agency.id }
  const known = new WeakMap<Cells, readonly FoundBy[]>()
  const blank: CheckedSubmission = { ...draft, answers: { fields: {}, rows: {} } }

  /** Settled cells keep their identity while a row and the header do. */
  function settledRows(answers: Answers): readonly { table: string; rows: Row[] }[] {
    const header = settleHeader(definition, answers, settling).cells
    return definition.tables
      .filter((table) => isTableVisible(table, header))
      .map((table) => ({
        table: table.id,
        rows: (answers.rows[table.id] ?? []).map((row) => ({
          rowKey: row.rowKey,
          cells: settleRow(table, row, header).cells,
        })),
      }))
  }

  function foundIn(table: string, row: Row): readonly FoundBy[] {
    const before = known.get(row.cells)
    if (before !== undefined) return before
    const found = checkRow(context, blank, table, row)
    known.set(row.cells, found)
    return found
  }

  return {
    prepare: (answers, more) =>
      settledRows(answers).every(({ table, rows }) =>
        rows.every((row) => known.has(row.cells) || (more() && foundIn(table, row) !== undefined)),
      ),
    check: (answers, errors) => {
      const settled = settledRows(answers)
      const fields = settleHeader(definition, answers, settling).cells
      const rows = Object.fromEntries(settled.map(({ table, rows }) => [table, rows]))
      const submission = { ...draft, answers: { fields, rows } }
      const ofRows = settled.flatMap(({ table, rows }) => rows.flatMap((row) => foundIn(table, row)))
      const own = [...doubtsIn(definition, answers, settling), ...ownFindings(definition, answers, settling)]
      const ofForm = [...checkWhole(context, submission), ...own]
      return detected(context, submission, [...ofRows, ...ofForm, ...keptOf(errors)])
    },
  }
}
