/**
 * How many answers a form expects of an agency that has not begun, so that "0 of 14" can be said before the first draft.
 * Fixed rows and scoped lists make it differ between agencies.
 */
import { blankAnswers } from '../../schema/answers/blank-answers.ts'
import { measureCompleteness } from '../../schema/answers/completeness.ts'
import type { FormDefinition, ReferenceLists } from '../../schema/form.ts'
import type { Regions } from '../region/regions.ts'
import { answerContext } from './answer-context.ts'
import type { ExpectedOf } from './assignments.ts'
import { definitionsOf, type FormCatalogue, formKey } from './form-catalogue.ts'
import type { RoundState } from './rounds.ts'

/** Reads lists and definitions once; the answer is a function that reads nothing. */
export async function expectedAnswers(
  now: Date,
  ports: { regions: Regions; forms: FormCatalogue },
  state: RoundState,
): Promise<ExpectedOf> {
  const [references, definitions] = await Promise.all([
    ports.regions.references(state.facts.region),
    definitionsOf(ports.forms, state.facts.round.assignments, state.facts.region),
  ])
  return expectedAmong(now, { references, definitions }, state)
}

/** The same over lists and definitions that are there already. Unknown forms expect nothing. */
export function expectedAmong(
  now: Date,
  { references, definitions }: { references: ReferenceLists; definitions: ReadonlyMap<string, FormDefinition> },
  state: RoundState,
): ExpectedOf {
  const { scoped, expected } = knownOf(references)
  return (agencyId, formId, formVersion) => {
    const definition = definitions.get(formKey(formId, formVersion))
    if (definition === undefined) return 0
    const context = answerContext(now, state, references, agencyId)
    // Agencies that no list names see the same lists.
    const whose = scoped.has(agencyId) ? agencyId : ''
    const key = [formKey(formId, formVersion), context.today, context.fiscalYear, whose].join('|')
    const count =
      expected.get(key) ??
      measureCompleteness(definition, blankAnswers(definition, context), context).completeness.expected
    expected.set(key, count)
    return count
  }
}

type Known = { scoped: ReadonlySet<string>; expected: Map<string, number> }
const known = new WeakMap<ReferenceLists, Known>()

/** The agencies that the lists name, and what was counted with these very lists: a published version never changes. */
function knownOf(references: ReferenceLists): Known {
  const found = known.get(references) ?? {
    scoped: new Set(Object.values(references).flatMap((entries) => entries.flatMap(({ scope = [] }) => scope))),
    expected: new Map(),
  }
  known.set(references, found)
  return found
}
