/**
 * A board's cells told briefly: of each only what differs from the cell of its status before it, since most cells of a board are alike.
 * Cells are told in the board's order, agency by agency. What is not told: whose row it is, and which answers are missing by name.
 */
import type { Assignment } from '../schema/round.ts'

export type BriefCell = Partial<Omit<Assignment, 'agencyId' | 'missing'>>
type Row = { readonly agency: { readonly id: string } }
type Told = Omit<Assignment, 'agencyId' | 'missing'>
type Field = keyof Told

/** One after the other; `status` is told where it is another than the last cell's. */
export function briefRows<R extends Row & { readonly assignments: readonly Assignment[] }>(
  rows: readonly R[],
): (Omit<R, 'assignments'> & { cells: BriefCell[] })[] {
  const last = new Map<string, Assignment>()
  let status: string | undefined
  return rows.map(({ assignments, ...row }) => {
    const cells = assignments.map((cell) => {
      const brief = difference(cell, last.get(cell.status), cell.status === status)
      status = cell.status
      last.set(status, cell)
      return brief
    })
    return { ...row, cells }
  })
}

/** The rows of `briefRows` again, each cell without names of what is missing. */
export function wholeRows<R extends Row & { readonly cells: readonly BriefCell[] }>(
  rows: readonly R[],
): (Omit<R, 'cells'> & { assignments: Assignment[] })[] {
  const last = new Map<string, Told>()
  let status = ''
  return rows.map(({ cells, ...row }) => {
    const assignments = cells.map((brief) => {
      status = brief.status ?? status
      const told = { ...last.get(status), ...brief, status } as Told
      last.set(status, told)
      return { agencyId: row.agency.id, missing: [], ...told }
    })
    return { ...row, assignments }
  })
}

function difference(cell: Assignment, before: Assignment | undefined, sameStatus: boolean): BriefCell {
  const brief: Record<string, unknown> = {}
  for (const name in cell) {
    const field = name as Field | 'agencyId' | 'missing'
    if (field === 'agencyId' || field === 'missing') continue
    const isKnown = field === 'status' ? sameStatus : before !== undefined && isSame(cell[field], before[field])
    if (!isKnown) brief[field] = cell[field]
  }
  return brief
}

/** Values of cells are plain, or objects of a few numbers. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  return JSON.stringify(a) === JSON.stringify(b)
}
