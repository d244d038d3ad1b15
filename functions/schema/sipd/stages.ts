/** The stages of a year's budget, in the order in which they follow each other; the revised budget is shifted like the original one. */
import type { Wording } from '../wording.ts'

export type BudgetStage = 'murni' | `pergeseran-${number}` | 'perubahan' | `perubahan-pergeseran-${number}`
export const mostShifts = 20

const shifts = Array.from({ length: mostShifts }, (_, index) => `pergeseran-${index + 1}` as const)
/** Up to the revised budget, and from it on. */
export const originalStages: readonly BudgetStage[] = ['murni', ...shifts]
export const revisedStages: readonly BudgetStage[] = [
  'perubahan',
  ...shifts.map((shift): BudgetStage => `perubahan-${shift}`),
]
export const budgetStages: readonly BudgetStage[] = [...originalStages, ...revisedStages]

/** The later of two stages has the greater rank. */
export function stageRank(stage: string): number {
  return budgetStages.indexOf(stage as BudgetStage)
}

export function stageWords(stage: string): Wording {
  const [, revised, shift] = /^(perubahan-)?pergeseran-(\d+)$/.exec(stage) ?? []
  if (shift !== undefined && revised !== undefined)
    return { id: `Pergeseran ${shift} setelah Perubahan`, en: `Shift ${shift} after the revised budget` }
  if (shift !== undefined) return { id: `Pergeseran ${shift}`, en: `Shift ${shift}` }
  return stage === 'perubahan'
    ? { id: 'Perubahan (DPPA)', en: 'Revised budget (DPPA)' }
    : { id: 'APBD murni (DPA)', en: 'Original budget (DPA)' }
}

/** The documents that form F1 knows, the later last. */
export const documents: readonly string[] = ['dpa', 'pergeseran', 'dppa'] satisfies BudgetDocument[]
type BudgetDocument = 'dpa' | 'pergeseran' | 'dppa'

/** Which document of form F1 a stage is; a shift after the revised budget is a DPPA still. */
export function documentOf(stage: string): BudgetDocument {
  if (revisedStages.some((each) => each === stage)) return 'dppa'
  return stage === 'murni' ? 'dpa' : 'pergeseran'
}
