/** Which agencies of the board are shown. A filter hides rows; it never changes the round's counts. */
import { isSent, isWhole } from '../../functions/rules/completeness.ts'
import type { Assignment } from '../../functions/schema/round.ts'
import type { BoardRow } from '../api/board.ts'

export const kindFilters = ['all', 'kecamatan', 'opd'] as const
export const workFilters = ['any', 'unsent', 'gaps', 'late', 'returned', 'waiting', 'findings'] as const
export type BoardFilter = { readonly kind: (typeof kindFilters)[number]; readonly work: (typeof workFilters)[number] }
export const noFilter: BoardFilter = { kind: 'all', work: 'any' }

const matches: Record<BoardFilter['work'], (cell: Assignment) => boolean> = {
  any: () => true,
  unsent: ({ status }) => status === 'not-started' || status === 'draft',
  gaps: (cell) => isSent(cell) && !isWhole(cell),
  late: ({ punctuality }) => punctuality === 'late' || punctuality === 'past-deadline',
  returned: ({ status }) => status === 'returned',
  waiting: ({ status }) => status === 'submitted',
  findings: ({ findings }) => findings.blocking + findings.warning + findings.info > 0,
}

/** Agencies of the kind that have at least one form of which the filter speaks. */
export function filterRows(rows: readonly BoardRow[], { kind, work }: BoardFilter): readonly BoardRow[] {
  return rows.filter(
    ({ agency, assignments }) =>
      (kind === 'all' || (kind === 'kecamatan') === (agency.kind === 'kecamatan')) && assignments.some(matches[work]),
  )
}
