/** Moves the rehearsal clock of local mode (local-clock.ts). */
import type { RehearsalClock } from '../shell/clock.ts'
import { request } from './request.ts'

/** Moves the clock; what fell due on the way has run when this returns. */
export async function moveRehearsalClock(now: Date): Promise<RehearsalClock> {
  const { body } = await request<RehearsalClock>('PUT', '/local/clock', {
    body: { now: now.toISOString() },
    signInAgain: false,
  })
  return body
}
