/** What the page of versions shows: the round as it stands, the forms with their versions, the agencies. */
import type { RoundRevision } from '../../functions/schema/round-plan.ts'
import { type FormVersion, fetchDirectory, fetchForms, fetchHistory, newestOf } from '../api/settings.ts'

export async function loadMoves(round: string) {
  const [history, forms, { agencies }] = await Promise.all([
    fetchHistory<RoundRevision>(`rounds/${encodeURIComponent(round)}/revisions`),
    fetchForms(),
    fetchDirectory(),
  ])
  return { round: newestOf(history.revisions), forms, agencies }
}
export type MoveSetting = Awaited<ReturnType<typeof loadMoves>>

/** The newest version that not all are asked yet, else the one before. */
export function firstChoice({ round, forms }: MoveSetting, formId: string): number {
  const versions = versionsOf(forms, formId)
  const asked = round.assignments.filter((each) => each.formId === formId).map(({ formVersion }) => formVersion)
  const others = versions.filter((version) => asked.some((each) => each !== version))
  return others.at(-1) ?? versions.at(-1) ?? 1
}

export function versionsOf(forms: readonly FormVersion[], formId: string): number[] {
  return forms
    .filter(({ id }) => id === formId)
    .map(({ version }) => version)
    .toSorted((a, b) => a - b)
}
