/**
 * How long an explanation holds. It was given about certain values, so it is kept with them: the finding must still be about
 * the same thing (the same code, place, partner: `same`), and each figure within some percent of what it was then. The same
 * test carries an explanation over to a later revision and into the next round, where rows have other keys.
 */
import type { Basis, Finding } from '../round.ts'

/** `percent` is a setting of the region. A zero stays explained only while it is a zero. */
function inBand(then: Basis, now: Basis, percent: number): boolean {
  if (then.same !== now.same || then.amounts.length !== now.amounts.length) return false
  return then.amounts.every((amount, index) => {
    const other = now.amounts[index]
    return other !== undefined && Math.abs(other - amount) <= (Math.abs(amount) * percent) / 100
  })
}

type Explained = Pick<Finding, 'rule' | 'agencyId' | 'formId' | 'explanation'>

/** The newest explanation among `known` that still holds for this finding. One without a basis was given for its row as long as it is found. */
export function explanationFor(
  finding: Pick<Finding, 'rule' | 'agencyId' | 'formId' | 'basis'>,
  known: readonly Explained[],
  percent: number,
): Finding['explanation'] {
  const { basis } = finding
  if (basis === undefined) return undefined
  return known
    .filter(({ rule, agencyId, formId }) => {
      return rule === finding.rule && agencyId === finding.agencyId && formId === finding.formId
    })
    .flatMap(({ explanation }) => explanation ?? [])
    .filter((each) => each.basis !== undefined && inBand(each.basis, basis, percent))
    .sort((a, b) => (a.at < b.at ? 1 : -1))[0]
}
