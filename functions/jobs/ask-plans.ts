/** The plan's schedule. Planning itself stands elsewhere (`plan.ts`): in a quiet minute nobody needs it. */
import type { Outages } from '../domain/notices/ledger/outages.ts'
import type { Ticks } from '../domain/notices/ledger/ticks.ts'
import { type Asked, type AskPorts, askRegions } from './ask-regions.ts'
import type { JobEvent } from './job-event.ts'

export type SchedulePorts = AskPorts & {
  /** Told of every scheduled run that ended well: the dead man's handle of the schedule. */
  ticks: Pick<Ticks, 'note'>
  /** Told of every scheduled run that begins. */
  outages: Pick<Outages, 'wake'>
}

/** The minute's run: asks for the plan of each region in which something moved or is due. Throws when any could not be asked for. */
export async function askPlans(
  { ticks, outages, ...ports }: SchedulePorts,
  { time, moved = false }: JobEvent,
): Promise<Asked> {
  await outages.wake(new Date(time), { moved })
  const asked = await askRegions(ports, { job: 'plan', time })
  await ticks.note(new Date(time))
  return asked
}
