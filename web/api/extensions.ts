/** Requests for more time: an agency's own, all of them for a coordinator or viewer. */
import type { ExtensionAsk, ExtensionDecision, ExtensionView } from '../../functions/schema/extension.ts'
import { request } from './request.ts'

const pathOf = (round: string) => `/api/rounds/${encodeURIComponent(round)}/extension-requests`

/** Newest first. */
export async function fetchExtensions(round: string): Promise<readonly ExtensionView[]> {
  return (await request<{ requests: ExtensionView[] }>('GET', pathOf(round))).body.requests
}

/** Refused with `extension-invalid` while one of the agency waits. */
export async function askExtension(round: string, ask: ExtensionAsk): Promise<ExtensionView> {
  return (await request<ExtensionView>('POST', pathOf(round), { body: ask })).body
}

/** Refused with `extension-invalid` or `window-invalid`. */
export async function decideExtension(
  round: string,
  number: number,
  decision: ExtensionDecision,
): Promise<ExtensionView> {
  return (await request<ExtensionView>('POST', `${pathOf(round)}/${number}/decision`, { body: decision })).body
}
