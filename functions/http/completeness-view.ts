/** The board as the page shows it: the domain's cells with counts by agency and by form, each taken over the cells shown. */
import type * as z from 'zod'
import type { ExpectedOf } from '../domain/round/assignments.ts'
import { boardOf, countsOf } from '../domain/round/board.ts'
import { burnUpOf } from '../domain/round/burn-up.ts'
import { definitionsOf, formKey } from '../domain/round/form-catalogue.ts'
import type { RoundState } from '../domain/round/rounds.ts'
import type { Assignment } from '../schema/round.ts'
import type { Deps } from './deps.ts'
import { agencyView, formSummaryView } from './round-view.ts'
import type { completenessBoardSchema } from './shapes.ts'

type BoardView = z.infer<typeof completenessBoardSchema>

export async function completenessView(
  now: Date,
  deps: Pick<Deps, 'forms'>,
  state: RoundState,
  expected: ExpectedOf,
): Promise<BoardView> {
  const board = boardOf(now, state, expected)
  const definitions = await definitionsOf(deps.forms, state.facts.round.assignments, state.facts.region)
  const cells = board.rows.flatMap((row) => row.cells)
  const sum = (of: (cell: Assignment) => number) => cells.reduce((total, cell) => total + of(cell), 0)
  return {
    asOf: board.asOf,
    counts: viewOf(cells),
    progress: burnUpOf(now, state),
    answers: {
      expected: sum(({ completeness }) => completeness.expected),
      answered: sum(({ completeness }) => completeness.answered),
    },
    findings: {
      blocking: sum(({ findings }) => findings.blocking),
      warning: sum(({ findings }) => findings.warning),
      info: sum(({ findings }) => findings.info),
    },
    blockers: board.blockers,
    agencies: board.rows.flatMap((row) =>
      row.agency === undefined
        ? []
        : [
            {
              agency: agencyView(row.agency),
              complete: row.complete,
              counts: viewOf(row.cells),
              assignments: row.cells,
            },
          ],
    ),
    forms: board.formIds.flatMap((formId) => {
      const own = cells.filter((cell) => cell.formId === formId)
      const newest = Math.max(
        ...state.facts.round.assignments.flatMap((a) => (a.formId === formId ? [a.formVersion] : [])),
      )
      const definition = definitions.get(formKey(formId, newest))
      return definition === undefined ? [] : [{ form: formSummaryView(definition), counts: viewOf(own) }]
    }),
  }
}

function viewOf(cells: readonly Assignment[]): BoardView['counts'] {
  return { ...countsOf(cells), nil: cells.filter((cell) => cell.nil).length }
}
