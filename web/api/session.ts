/** Who is signed in, and signing out. */
import type { Me } from '../../functions/schema/me.ts'
import type { Language } from '../../functions/schema/wording.ts'
import { request } from './request.ts'

/** Who is signed in. A 401 here is an answer, not an accident. */
export async function fetchMe(): Promise<Me> {
  return (await request<Me>('GET', '/api/me', { signInAgain: false })).body
}

export async function endSession(): Promise<void> {
  await request('POST', '/api/sign-out', { body: {}, signInAgain: false })
}

/** Tells the server in which language this person is to be written to, also when the page is left at once. */
export async function saveLanguage(chosen: Language): Promise<void> {
  await request('PUT', '/api/me', { body: { language: chosen }, signInAgain: false, keepalive: true })
}
