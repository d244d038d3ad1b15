/**
 * Many changes of the directory at once, each saved by itself: in which order do all checks hold for each? A deputy comes
 * before whom they stand in for, a new coordinator before the old one goes, an address is free before it is given again.
 * Where changes wait for each other in a circle (two people swap addresses) one of them makes way for a moment. What no order
 * makes possible is refused, with its reasons.
 */
import type { SettingError } from '../refusal.ts'
import type { RegionFacts } from './regions.ts'

export type Rules<T> = {
  readonly errors: (facts: RegionFacts, change: T) => SettingError[]
  readonly applied: (facts: RegionFacts, change: T) => RegionFacts
  /** A step before the change that frees what others wait for; undefined where there is none. */
  readonly makeWay?: (facts: RegionFacts, change: T) => T | undefined
}
export type Ordered<T> = {
  /** In the order in which they are saved. Who makes way stands twice. */
  readonly possible: readonly T[]
  readonly refused: readonly { readonly change: T; readonly errors: readonly SettingError[] }[]
}
type Settled<T> = { readonly facts: RegionFacts; readonly possible: readonly T[]; readonly waiting: readonly T[] }

export function orderChanges<T>(start: RegionFacts, changes: readonly T[], rules: Rules<T>): Ordered<T> {
  let settled = settle({ facts: start, possible: [], waiting: changes }, rules)
  for (let next = madeWay(settled, rules); next !== undefined; next = madeWay(settled, rules)) settled = next
  const { facts, possible, waiting } = settled
  return { possible, refused: waiting.map((change) => ({ change, errors: rules.errors(facts, change) })) }
}

/** Saves what can be saved, again and again, until nothing more can. */
function settle<T>({ facts: start, possible: before, waiting: changes }: Settled<T>, rules: Rules<T>): Settled<T> {
  const possible = [...before]
  let facts = start
  let waiting = changes
  for (let count = -1; count !== possible.length; ) {
    count = possible.length
    const later: T[] = []
    for (const change of waiting) {
      if (rules.errors(facts, change).length > 0) later.push(change)
      else {
        facts = rules.applied(facts, change)
        possible.push(change)
      }
    }
    waiting = later
  }
  return { facts, possible, waiting }
}

/** One of those that wait goes aside, where that lets its own change be saved in the end. */
function madeWay<T>(settled: Settled<T>, rules: Rules<T>): Settled<T> | undefined {
  for (const change of settled.waiting) {
    const step = rules.makeWay?.(settled.facts, change)
    if (step === undefined || rules.errors(settled.facts, step).length > 0) continue
    const aside = { ...settled, facts: rules.applied(settled.facts, step), possible: [...settled.possible, step] }
    const tried = settle(aside, rules)
    if (!tried.waiting.includes(change)) return tried
  }
  return undefined
}
