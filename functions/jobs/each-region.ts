/** One region's trouble must not keep another region's people waiting: all regions get their turn, failures are told at the end. */
import type { Regions } from '../domain/region/regions.ts'

/** The answers of all regions, in the order in which they are listed, whichever was done first. Throws one AggregateError, after the last region, that names those that failed. */
export async function eachRegion<Answer>(
  regions: Pick<Regions, 'list'>,
  work: (region: string) => Promise<Answer>,
  { atOnce = 1, first = 0 }: { atOnce?: number; first?: number } = {},
): Promise<Answer[]> {
  const answers = new Map<string, Answer>()
  const failures: Error[] = []
  const all = await regions.list()
  const start = all.length === 0 ? 0 : first % all.length
  const waiting = [...all.slice(start), ...all.slice(0, start)]
  const worker = async () => {
    for (let region = waiting.shift(); region !== undefined; region = waiting.shift()) {
      try {
        answers.set(region, await work(region))
      } catch (cause) {
        failures.push(
          new Error(`Region ${region} failed: ${cause instanceof Error ? cause.message : cause}`, { cause }),
        )
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  if (failures.length > 0) throw new AggregateError(failures, failures.map(({ message }) => message).join('; '))
  return all.flatMap((region) => (answers.has(region) ? [answers.get(region) as Answer] : []))
}
