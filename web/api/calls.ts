/** The call list of a round, in the language of the page. The server answers it to coordinators alone. */
import type { CallList, CallRequest } from '../../functions/schema/call.ts'
import { language } from '../wording/language.ts'
import { request } from './request.ts'

export type { CallEntry, CallList, NoteOfCall } from '../../functions/schema/call.ts'

const pathOf = (round: string) => `/api/rounds/${encodeURIComponent(round)}/calls?language=${language.value}`

export async function fetchCallList(round: string): Promise<CallList> {
  return (await request<CallList>('GET', pathOf(round))).body
}

/** Answers the list as it is then. The same `requestKey` again is the same call. */
export async function noteCall(round: string, call: CallRequest): Promise<CallList> {
  return (await request<CallList>('POST', pathOf(round), { body: call })).body
}
