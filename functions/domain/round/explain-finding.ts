/** An agency says why a finding is right as it is. It then stays in the list as explained and is not mailed again. */
import type { Finding } from '../../schema/round.ts'
import { Refused } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import type { FormCatalogue } from './form-catalogue.ts'
import { loadWork, type WorkKey } from './load-round.ts'
import type { Rounds } from './rounds.ts'

export type ExplanationInput = { work: WorkKey; id: string; text: string; by: string }

/** Refuses with `not-found`: there is no such finding about this form, or it is solved already. */
export async function explainFinding(
  now: Date,
  ports: { rounds: Rounds; regions: Regions; forms: FormCatalogue },
  { work, id, text, by }: ExplanationInput,
): Promise<Finding> {
  const { state } = await loadWork(ports, work)
  const finding = state.facts.findings.find(
    (each) => each.id === id && each.agencyId === work.agencyId && each.formId === work.formId,
  )
  if (finding === undefined || finding.state === 'solved') throw new Refused({ code: 'not-found', what: 'finding' })
  const at = now.toISOString()
  const lastSeenAt = [finding.lastSeenAt, at].toSorted().at(-1) ?? at
  const explained: Finding = { ...finding, state: 'explained', lastSeenAt, explanation: { at, by, text } }
  await ports.rounds.putFinding(work.region, work.round, explained)
  return explained
}
