/** Words that were meant to be others: one or two letters more, fewer, other or swapped. */

export function nearestOf(written: string, known: readonly string[]): string | undefined {
  if (written.length < 5 || known.includes(written)) return undefined
  return known.find((word) => distance(written, word) <= (word.length < 7 ? 1 : 2))
}

/** Letters to add, drop or change (Levenshtein). Two that are swapped count as two. */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const now = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const kept = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      now.push(Math.min(kept, (before[j] ?? 0) + 1, (now[j - 1] ?? 0) + 1))
    }
    before = now
  }
  return before[b.length] ?? 0
}
