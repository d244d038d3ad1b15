/** The coordinator's decisions on the entry window. */
import type { WindowRequest } from '../../functions/schema/requests.ts'
import type { Window } from '../../functions/schema/round.ts'
import { request } from './request.ts'

/** Refused with `window-invalid` where the dates cannot move so. */
export async function changeWindow(round: string, change: WindowRequest): Promise<Window> {
  const path = `/api/rounds/${encodeURIComponent(round)}/windows`
  return (await request<Window>('POST', path, { body: change })).body
}
