/** Shares of a whole, in words; dates and instants are worded by rules/moments.ts. */
import type { Completeness } from '../../schema/answers.ts'

export * from '../../rules/moments.ts'

/** Whole percent, rounded down so that only the whole is ever called 100. Nothing expected is 0: callers know what nil means. */
export function percentOf({ expected, answered }: Completeness): number {
  return expected === 0 ? 0 : Math.floor((100 * answered) / expected)
}

/** `64 %`. */
export function formatPercent(percent: number): string {
  return `${percent} %`
}
