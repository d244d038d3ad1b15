/**
 * The board: agencies by forms, with counts that equal the cells they are counted from. Completeness is never called
 * performance: expected, actual, punctual and accepted are told apart.
 */

import { isComplete, isSent, needsWork, shareDone } from '../../rules/completeness.ts'
import type { Agency } from '../../schema/region.ts'
import type { Assignment } from '../../schema/round.ts'
import { agencyOf } from '../region/regions.ts'
import { assignmentsOf, type ExpectedOf } from './assignments.ts'
import { ofAgency } from './by-work.ts'
import type { RoundState } from './rounds.ts'

/**
 * Forms, not agencies. `expected = submitted + returned + draft + notStarted`; `submitted` are the actual ones, accepted
 * included. `expected` is as well the sum of the five of docs/punctuality.md: `onTime`, `inExtension` and `late` of those sent,
 * `timeLeft` and `pastDeadline` of those not.
 * `complete`: sent with every required answer, or nil.
 */
export type BoardCounts = {
  expected: number
  submitted: number
  complete: number
  onTime: number
  inExtension: number
  late: number
  timeLeft: number
  pastDeadline: number
  accepted: number
  returned: number
  draft: number
  notStarted: number
}

/** `agency` is undefined where the round names one that the region does not know. Cells in the round's order of forms. */
export type BoardRow = { agencyId: string; agency: Agency | undefined; cells: Assignment[]; complete: boolean }

export type Board = {
  asOf: string
  counts: BoardCounts
  /** The forms of the round, in its order. */
  formIds: string[]
  /** In the round's order of agencies. */
  rows: BoardRow[]
  /** Agencies that still owe something: kecamatan first, because they keep the city from going on, then who lacks most. */
  blockers: string[]
}

/** The board at `now`. */
export function boardOf(now: Date, state: RoundState, expectedOf?: ExpectedOf): Board {
  const cells = assignmentsOf(now, state, expectedOf)
  const rows = [...new Set(cells.map(({ agencyId }) => agencyId))].map((agencyId) => {
    const own = [...ofAgency(cells, agencyId)]
    const agency = agencyOf(state.region, agencyId)
    return { agencyId, agency, cells: own, complete: own.every(isComplete) }
  })
  return {
    asOf: now.toISOString(),
    counts: countsOf(cells),
    formIds: [...new Set(cells.map(({ formId }) => formId))],
    rows,
    blockers: blockersFirst(rows.filter((row) => row.cells.some(needsWork))).map(({ agencyId }) => agencyId),
  }
}

/** Counts over any set of assignments. */
export function countsOf(cells: readonly Assignment[]): BoardCounts {
  const count = (test: (cell: Assignment) => boolean) => cells.filter(test).length
  return {
    expected: cells.length,
    submitted: count(isSent),
    complete: count(isComplete),
    onTime: count(({ punctuality }) => punctuality === 'on-time'),
    inExtension: count(({ punctuality }) => punctuality === 'in-extension'),
    late: count(({ punctuality }) => punctuality === 'late'),
    timeLeft: count(({ punctuality }) => punctuality === 'time-left'),
    pastDeadline: count(({ punctuality }) => punctuality === 'past-deadline'),
    accepted: count(({ status }) => status === 'accepted'),
    returned: count(({ status }) => status === 'returned'),
    draft: count(({ status }) => status === 'draft'),
    notStarted: count(({ status }) => status === 'not-started'),
  }
}

/** Sent after its final date, or not sent by it. */
export function isLate({ punctuality }: Assignment): boolean {
  return punctuality === 'late' || punctuality === 'past-deadline'
}

/** Kecamatan first, then the most open forms, then the least answered, then by id, so that the order never wavers. */
export function blockersFirst<Row extends BoardRow>(rows: readonly Row[]): Row[] {
  const rank = (row: Row) => {
    const open = row.cells.filter((cell) => !isComplete(cell))
    return {
      kind: row.agency?.kind === 'kecamatan' ? 0 : 1,
      open: -open.length,
      answered: open.reduce((share, cell) => share + shareDone(cell), 0),
    }
  }
  return rows
    .map((row) => ({ row, rank: rank(row) }))
    .toSorted(
      (a, b) =>
        a.rank.kind - b.rank.kind ||
        a.rank.open - b.rank.open ||
        a.rank.answered - b.rank.answered ||
        (a.row.agencyId < b.row.agencyId ? -1 : 1),
    )
    .map(({ row }) => row)
}
