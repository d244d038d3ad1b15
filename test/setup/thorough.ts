/**
 * How far a test that plays at random goes: `npm test` a tenth, `npm run test:full` all of it. fast-check prints the
 * seed of a failure.
 */
export const isThorough = process.env.TEST_THOROUGH === '1'

/** Of `all` runs those that this run of the tests does; at least one. */
export function runsOf(all: number): number {
  return isThorough ? all : Math.max(1, Math.round(all / 10))
}
