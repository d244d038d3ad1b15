/** A fence without time to send is an unknown outcome made by ourselves, and costs its reader a quarter of an hour. */
import type { DispatchRun } from './dispatch-parts.ts'

/** SES may take 10 s, the acknowledgement 5 s. */
const sendMs = 15_000

/** Is there time left for a fence, a send and its acknowledgement? */
export function hasTimeToSend({ remainingMs }: Pick<DispatchRun, 'remainingMs'>): boolean {
  return remainingMs() >= sendMs
}
