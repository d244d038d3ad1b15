/** The rehearsal clock of local mode. In a deployed system these addresses do not exist. */
import type { RehearsalClock } from '../shell/clock.ts'
import { request } from './request.ts'

/** The rehearsal clock, or `undefined` where there is none. */
export async function fetchRehearsalClock(): Promise<RehearsalClock | undefined> {
  try {
    const { body } = await request<Partial<RehearsalClock> | undefined>('GET', '/local/clock', { signInAgain: false })
    return isClock(body) ? body : undefined
  } catch {
    return undefined
  }
}

/** A server that knows no such address may answer with a page. */
function isClock(body: Partial<RehearsalClock> | undefined): body is RehearsalClock {
  return typeof body?.now === 'string' && typeof body.zone === 'string' && typeof body.zoneName === 'string'
}
