/**
 * The schedule's own part of a job that goes from region to region: one small read of each, a hundred a call, says where nothing
 * moved and nothing is due; the others are asked for by the queue, one region a message, so that none waits for another. One that
 * fails again and again is asked for less often.
 */
import { quietSince, type RegionMemory, restsFromFailing } from '../domain/region/region-memory.ts'
import type { Regions } from '../domain/region/regions.ts'
import type { RegionAsk, RegionJob } from '../schema/region-ask.ts'

export type AskPorts = {
  regions: Pick<Regions, 'list'>
  memory: Pick<RegionMemory, 'readAll'>
  queue: {
    /** A region a message. Throws, after the last, when any was not taken. */
    send(asks: readonly RegionAsk[]): Promise<void>
  }
}

/** `standing` and `nextDueAt`: of the quiet regions, as their last runs found them; `failing`: left alone for this run. */
export type Asked = { regions: number; asked: number; failing: number; standing: number; nextDueAt: string | null }

export async function askRegions(
  { regions, memory, queue }: AskPorts,
  { job, time }: { job: RegionJob; time: string },
): Promise<Asked> {
  const now = new Date(time)
  const all = await regions.list()
  const known = await memory.readAll(all)
  const quiet = all.flatMap((region) => {
    const last = quietSince(now, { job, region }, known.get(region) ?? { facts: 0 })
    return last === undefined ? [] : [{ ...last, region }]
  })
  const resting = new Set(quiet.map(({ region }) => region))
  const moving = all.filter((region) => !resting.has(region))
  const wanted = moving.filter((region) => !restsFromFailing(now, known.get(region) ?? { facts: 0 }))
  const asks = wanted.map((region) => ({ job, region, time: now.toISOString() }))
  if (asks.length > 0) await queue.send(asks)
  const [next = null] = quiet.flatMap(({ nextDueAt }) => nextDueAt ?? []).toSorted()
  return {
    regions: all.length,
    asked: asks.length,
    failing: moving.length - asks.length,
    standing: quiet.reduce((sum, { standing }) => sum + standing, 0),
    nextDueAt: next,
  }
}
