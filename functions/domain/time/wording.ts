/** Shares of a whole, in words; dates and instants are worded by rules/moments.ts. */
export * from '../../rules/moments.ts'

/** `64%`. */
export function formatPercent(percent: number): string {
  return `${percent}%`
}
