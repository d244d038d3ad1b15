/** The stages of a year's budget, in the order in which they follow each other. */
import type { Wording } from '../wording.ts'

export type BudgetStage = 'murni' | `pergeseran-${number}` | 'perubahan'
export const mostShifts = 20
export const budgetStages: readonly BudgetStage[] = [
  'murni',
  ...Array.from({ length: mostShifts }, (_, index) => `pergeseran-${index + 1}` as const),
  'perubahan',
]

/** The later of two stages has the greater rank; a shift after the revised budget is loaded as a revised budget again. */
export function stageRank(stage: string): number {
  return budgetStages.indexOf(stage as BudgetStage)
}

export function stageWords(stage: string): Wording {
  const shift = /^pergeseran-(\d+)$/.exec(stage)?.[1]
  if (shift !== undefined) return { id: `Pergeseran ${shift}`, en: `Shift ${shift}` }
  return stage === 'perubahan'
    ? { id: 'Perubahan (DPPA)', en: 'Revised budget (DPPA)' }
    : { id: 'APBD murni (DPA)', en: 'Original budget (DPA)' }
}

/** Which document of form F1 a stage is. */
export function documentOf(stage: string): 'dpa' | 'pergeseran' | 'dppa' {
  if (stage === 'perubahan') return 'dppa'
  return stage === 'murni' ? 'dpa' : 'pergeseran'
}
