/** What the answers engine is told about an agency in a round: the region's own date, the fiscal year, and its lists. */

import { localDateOf, localMomentOf } from '../../rules/wall-clock.ts'
import type { AnswerContext } from '../../schema/answers/context.ts'
import { ruleEngine } from '../../schema/expressions/live/rule-engine.ts'
import type { ReferenceLists } from '../../schema/form.ts'
import type { RoundState } from './rounds.ts'

export function answerContext(
  now: Date,
  { facts, region }: RoundState,
  references: ReferenceLists,
  agencyId: string,
): AnswerContext {
  const { zone } = region.settings
  return {
    today: localDateOf(now, zone),
    now: localMomentOf(now, zone),
    agencyId,
    fiscalYear: facts.round.fiscalYear,
    references,
    rules: ruleEngine,
  }
}
