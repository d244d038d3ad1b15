/** What the checks that a coordinator chose say of one agency's answers: A35 and A38, while they are typed and at submit. */
import type { AnswerContext } from '../../answers/context.ts'
import type { Answers } from '../../answers.ts'
import type { FormDefinition } from '../../form.ts'
import type { Found } from '../check.ts'
import { duplicatesIn } from './duplicates.ts'
import { filledIn } from './filled.ts'
import type { OwnChecks } from './own-check.ts'
import { totalsIn } from './totals.ts'

const duplicateRule = 'A35'
export const acrossRule = 'A36'
export const jumpRule = 'A37'
const totalRule = 'A38'
/** Those that one agency's answers decide. */
export const ownRules = [duplicateRule, totalRule] as const

/** `context`: as answers are settled with. */
export function ownFindings(
  definition: FormDefinition,
  answers: Answers,
  context: AnswerContext & { readonly ownChecks?: OwnChecks | undefined },
): readonly (Found & { readonly rule: string })[] {
  const checks = context.ownChecks?.[definition.id] ?? []
  if (!checks.some(({ kind }) => kind !== 'jump')) return []
  const filled = filledIn(definition, answers, context)
  return mergedByRow(
    checks.flatMap((check) => {
      if (check.kind === 'duplicate') return named(duplicateRule, duplicatesIn(filled, check))
      return check.kind === 'total' ? named(totalRule, totalsIn(filled, check, context)) : []
    }),
  )
}

function named<F extends Found>(rule: string, found: readonly F[]): (F & { readonly rule: string })[] {
  return found.map((each) => ({ ...each, rule }))
}

type ByRow = Found & { readonly rule: string; readonly agencyId?: string }

/** A rule has one finding a row (and one beside all rows): what several checks of a kind say of it stands in it together. */
export function mergedByRow<F extends ByRow>(found: readonly F[]): F[] {
  const merged = new Map<string, F>()
  for (const each of found) {
    const key = [each.rule, each.agencyId, each.rowKey].join(' ')
    const before = merged.get(key)
    merged.set(key, before === undefined ? each : together(before, each))
  }
  return [...merged.values()]
}

function together<F extends ByRow>(a: F, b: F): F {
  const text = { id: `${a.text.id} ${b.text.id}`, en: `${a.text.en} ${b.text.en}` }
  return { ...a, text, same: `${a.same} ${b.same}`, amounts: [...(a.amounts ?? []), ...(b.amounts ?? [])] }
}
