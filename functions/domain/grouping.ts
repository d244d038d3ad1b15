/**
 * Lists of facts, looked up instead of searched: what belongs to one form of one agency is asked for each cell of a board, and a search
 * through the whole list for each cell makes a round twice as large four times as slow. A list is grouped once, when it is first asked.
 */

/** Answers what stands under a key, in the list's order. Lists of facts are never changed in place; one that grew all the same is grouped anew. */
export function grouping<T extends object>(
  keysOf: (each: T) => readonly string[],
  order?: (a: T, b: T) => number,
): (all: readonly T[], key: string) => readonly T[] {
  const known = new WeakMap<readonly T[], { length: number; groups: ReadonlyMap<string, T[]> }>()
  return (all, key) => {
    if (all.length === 0) return none
    let index = known.get(all)
    if (index?.length !== all.length) {
      index = { length: all.length, groups: groupsOf(all, keysOf, order) }
      known.set(all, index)
    }
    return index.groups.get(key) ?? none
  }
}

const none: readonly never[] = []

function groupsOf<T>(
  all: readonly T[],
  keysOf: (each: T) => readonly string[],
  order: ((a: T, b: T) => number) | undefined,
): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const each of all) {
    for (const key of keysOf(each)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [each])
      else group.push(each)
    }
  }
  if (order) for (const group of groups.values()) group.sort(order)
  return groups
}

/** What is computed of a whole list, computed once. */
export function once<T, Value>(compute: (all: readonly T[]) => Value): (all: readonly T[]) => Value {
  const known = new WeakMap<readonly T[], { length: number; value: Value }>()
  return (all) => {
    let found = known.get(all)
    if (found?.length !== all.length) {
      found = { length: all.length, value: compute(all) }
      known.set(all, found)
    }
    return found.value
  }
}
