/** One region's trouble must not keep another region's people waiting: all regions get their turn, failures are told at the end. */
import type { Regions } from '../domain/region/regions.ts'

/** The answers of all regions, in the order in which they are listed. Throws one AggregateError, after the last region, that names those that failed. */
export async function eachRegion<Answer>(
  regions: Pick<Regions, 'list'>,
  work: (region: string) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = []
  const failures: Error[] = []
  for (const region of await regions.list()) {
    try {
      answers.push(await work(region))
    } catch (cause) {
      failures.push(new Error(`Region ${region} failed: ${cause instanceof Error ? cause.message : cause}`, { cause }))
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(({ message }) => message).join('; '))
  return answers
}
