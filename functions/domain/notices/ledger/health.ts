/**
 * Three questions of a monitor: does the table answer, does anything wait too long to be sent, does the schedule run? A
 * scheduler that stopped is noticed here, because nothing else would ever say so.
 */
import type { Instant } from '../../../schema/ids.ts'
import type { Regions } from '../../region/regions.ts'
import type { NoticeLedger } from './ledger.ts'

/** Longer than this is an alarm (promise P4; dead-man of the schedule). */
export const overdueSeconds = 300
export const silentSeconds = 300

export type Health = {
  status: 'ok' | 'degraded'
  table: boolean
  oldestOverdueSeconds: number | null
  lastTick: Instant | null
  now: Instant
}
type Ports = { regions: Regions; notices: NoticeLedger; lastTick: () => Promise<Date | undefined> }

/** Never throws: a table that does not answer is the answer. */
export async function measureHealth(now: Date, ports: Ports): Promise<Health> {
  try {
    await ports.regions.list()
    const [oldest, tick] = await Promise.all([oldestOverdueSeconds(now, ports.notices), ports.lastTick()])
    const late = oldest !== null && oldest > overdueSeconds
    const silent = tick === undefined || now.getTime() - tick.getTime() > silentSeconds * 1000
    const status = late || silent ? 'degraded' : 'ok'
    return {
      status,
      table: true,
      oldestOverdueSeconds: oldest,
      lastTick: tick?.toISOString() ?? null,
      now: now.toISOString(),
    }
  } catch {
    return { status: 'degraded', table: false, oldestOverdueSeconds: null, lastTick: null, now: now.toISOString() }
  }
}

/** Seconds since the oldest waiting notice fell due; null when none waits. */
export async function oldestOverdueSeconds(
  now: Date,
  notices: Pick<NoticeLedger, 'due' | 'get'>,
): Promise<number | null> {
  for await (const key of notices.due(now)) {
    const notice = await notices.get(key)
    if (notice?.state !== 'planned') continue
    return Math.max(0, Math.floor((now.getTime() - Date.parse(notice.dueAt)) / 1000))
  }
  return null
}
