/**
 * A round's facts as they stood at an instant (facts of that very instant included): what the planner knew then. Of drafts only the
 * last version is kept, so one saved since then counts as not begun; who is reminded does not depend on it.
 */
import type { RoundFacts } from './rounds.ts'

export function factsAsOf(at: Date, facts: RoundFacts): RoundFacts {
  const known = (instant: string) => new Date(instant) <= at
  const stamped = <T extends { at: string }>(all: readonly T[]) => all.filter((fact) => known(fact.at))
  const revisions = [...(facts.earlier ?? []), facts.round]
  const standing = Math.max(1, stamped(revisions).length)
  return {
    ...facts,
    round: revisions[standing - 1] ?? facts.round,
    earlier: revisions.slice(0, standing - 1),
    windows: stamped(facts.windows),
    submissions: stamped(facts.submissions),
    reviews: stamped(facts.reviews),
    nudges: stamped(facts.nudges),
    resends: stamped(facts.resends),
    ...(facts.calls && { calls: stamped(facts.calls) }),
    drafts: facts.drafts.filter(({ savedAt }) => known(savedAt)),
    findings: facts.findings.filter(({ firstSeenAt }) => known(firstSeenAt)),
  }
}
