/** Names that tell things apart: the second "Jumlah" becomes "Jumlah · 2". */

/**
 * `namesOf` gives the names that a thing goes by (a column has one a language); of each a distinct one comes back, the first
 * thing keeping its own. Two names are the same when their `keyOf` is.
 */
export function distinctNames<T>(
  things: readonly T[],
  namesOf: (thing: T, tail: string) => readonly string[],
  {
    keyOf = lower,
    taken = [],
    tail = ' · ',
  }: { keyOf?: (name: string) => string; taken?: readonly string[]; tail?: string } = {},
): ReadonlyMap<T, readonly string[]> {
  const used = new Set(taken.map(keyOf))
  return new Map(
    things.map((thing) => {
      let names = namesOf(thing, '')
      for (let number = 2; names.some((name) => used.has(keyOf(name))); number += 1)
        names = namesOf(thing, `${tail}${number}`)
      for (const name of names) used.add(keyOf(name))
      return [thing, names]
    }),
  )
}

const lower = (name: string) => name.trim().toLowerCase()
