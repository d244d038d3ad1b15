/**
 * A coordinator says why a finding is right as it is, or sets it aside: also one about the whole city, which no form holds and no
 * agency can mend. What was explained must be explained again once its figures moved far; what was set aside stays so in this round.
 */
import type { Finding } from '../../schema/round.ts'
import { Refused } from '../refusal.ts'
import type { Rounds } from '../round/rounds.ts'

export type FindingDecision = {
  readonly region: string
  readonly round: string
  readonly id: string
  readonly text: string
  readonly setAside: boolean
  readonly by: string
}

/** Refuses with `not-found`: there is no such finding in the round, or it is solved already. */
export async function decideFinding(
  now: Date,
  { rounds }: { rounds: Pick<Rounds, 'load' | 'putFinding'> },
  { region, round, id, text, setAside, by }: FindingDecision,
): Promise<Finding> {
  const facts = await rounds.load(region, round)
  if (facts === undefined) throw new Refused({ code: 'not-found', what: 'round' })
  const found = facts.findings.find((each) => each.id === id)
  if (found === undefined || found.state === 'solved') throw new Refused({ code: 'not-found', what: 'finding' })
  const at = now.toISOString()
  const basis = setAside || found.basis === undefined ? {} : { basis: found.basis }
  const explained: Finding = {
    ...found,
    state: 'explained',
    lastSeenAt: [found.lastSeenAt, at].toSorted().at(-1) ?? at,
    explanation: { at, by, text, ...basis, ...(setAside ? { setAside: true as const } : {}) },
  }
  await rounds.putFinding(region, round, explained)
  return explained
}
