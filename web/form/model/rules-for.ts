/** What works out a form's own rules: fetched for the forms that have any, so that all others stay as small as they are. */
import { hasRules } from '../../../functions/schema/answers/has-rules.ts'
import type { RuleEngine } from '../../../functions/schema/answers/settled.ts'
import type { FormDefinition } from '../../../functions/schema/form.ts'

export async function rulesFor(definition: FormDefinition): Promise<RuleEngine | undefined> {
  if (!hasRules(definition)) return undefined
  return (await import('../../../functions/schema/expressions/live/rule-engine.ts')).ruleEngine
}
