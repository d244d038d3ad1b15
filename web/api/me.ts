/** What people choose about themselves, and the address in a mail that stops digests. */
import type { DigestWish, Me, OpenSession } from '../../functions/schema/me.ts'
import { request } from './request.ts'

/** Answers who one is afterwards. */
export async function saveDigestWish(wish: DigestWish): Promise<Me> {
  return (await request<Me>('PUT', '/api/me/digest', { body: wish })).body
}

/** Needs no session: the token is the proof. */
export async function stopDigest(token: string): Promise<void> {
  await request('POST', `/api/unsubscribe/${encodeURIComponent(token)}`, { body: {}, signInAgain: false })
}

/** Browsers in which one is signed in, the last used first. */
export async function fetchSessions(): Promise<readonly OpenSession[]> {
  return (await request<{ sessions: OpenSession[] }>('GET', '/api/me/sessions')).body.sessions
}

export async function endSession(id: string): Promise<void> {
  await request('DELETE', `/api/me/sessions/${encodeURIComponent(id)}`)
}

/** All but the one in which this page stands. */
export async function endOtherSessions(): Promise<void> {
  await request('DELETE', '/api/me/sessions')
}
