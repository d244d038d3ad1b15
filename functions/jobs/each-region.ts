/** One region's trouble must not keep another region's people waiting: all regions get their turn, failures are told at the end. */
import type { Regions } from '../domain/region/regions.ts'

/** `first`: the place in the list, taken round, at which to begin. */
export type Turns = { atOnce?: number; first?: number }

/** The answers of all regions, in the order in which they were done. Throws one AggregateError, after the last region, that names those that failed. */
export async function eachRegion<Answer>(
  regions: Pick<Regions, 'list'>,
  work: (region: string) => Promise<Answer>,
  { atOnce = 1, first = 0 }: Turns = {},
): Promise<Answer[]> {
  const answers: Answer[] = []
  const failures: Error[] = []
  const all = await regions.list()
  const start = first % Math.max(1, all.length)
  const waiting = [...all.slice(start), ...all.slice(0, start)]
  const lane = async () => {
    for (let region = waiting.shift(); region !== undefined; region = waiting.shift()) {
      try {
        answers.push(await work(region))
      } catch (cause) {
        const why = cause instanceof Error ? cause.message : cause
        failures.push(new Error(`Region ${region} failed: ${why}`, { cause }))
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  if (failures.length > 0) throw new AggregateError(failures, failures.map(({ message }) => message).join('; '))
  return answers
}
