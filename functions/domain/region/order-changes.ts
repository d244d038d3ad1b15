/**
 * Many changes of the directory at once, each saved by itself: in which order do all checks hold for each? A deputy comes
 * before whom they stand in for, a new coordinator before the old one goes, an address is free before it is given again.
 * What no order makes possible is refused, with its reasons.
 */
import type { SettingError } from '../refusal.ts'
import type { RegionFacts } from './regions.ts'

export type Rules<T> = {
  readonly errors: (facts: RegionFacts, change: T) => SettingError[]
  readonly applied: (facts: RegionFacts, change: T) => RegionFacts
}
export type Ordered<T> = {
  readonly possible: readonly T[]
  readonly refused: readonly { readonly change: T; readonly errors: readonly SettingError[] }[]
}

export function orderChanges<T>(start: RegionFacts, changes: readonly T[], { errors, applied }: Rules<T>): Ordered<T> {
  const possible: T[] = []
  let facts = start
  let waiting = changes
  for (let before = -1; before !== possible.length; ) {
    before = possible.length
    const later: T[] = []
    for (const change of waiting) {
      if (errors(facts, change).length > 0) later.push(change)
      else {
        facts = applied(facts, change)
        possible.push(change)
      }
    }
    waiting = later
  }
  return { possible, refused: waiting.map((change) => ({ change, errors: errors(facts, change) })) }
}
