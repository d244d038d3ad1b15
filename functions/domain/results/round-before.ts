/** What the round before brought, as far as a paper compares with it: the budget tagging of all, and the coverage of services. */
import { forms } from '../../schema/checks/check-context.ts'
import type { Wording } from '../../schema/wording.ts'
import { loadRounds, roundsBefore } from '../round/rounds-before.ts'
import type { ResultSubmission } from './result-submissions.ts'
import { loadResults, type ResultParts, type ResultPorts } from './round-results.ts'

export type RoundBefore = { readonly title: Wording; readonly submissions: readonly ResultSubmission[] }

/** The newest real round that opened before this one; `undefined` where there is none. */
export async function loadRoundBefore(
  now: Date,
  ports: ResultPorts,
  { state: { facts } }: Pick<ResultParts, 'state'>,
): Promise<RoundBefore | undefined> {
  const { region } = facts
  const frames = await loadRounds(ports.rounds, region, ports.rounds.loadFrame)
  const newest = roundsBefore(frames, facts.round)[0]?.round
  if (newest === undefined) return undefined
  const parts = await Promise.all(
    [forms.tagging, forms.coverage].map((form) => loadResults(now, ports, { region, round: newest.id, form })),
  )
  return { title: newest.title, submissions: parts.flatMap(({ submissions }) => submissions) }
}
