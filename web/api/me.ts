/** What people choose about themselves, and the address in a mail that stops digests. */
import type { DigestWish, Me } from '../../functions/schema/me.ts'
import { request } from './request.ts'

/** Answers who one is afterwards. */
export async function saveDigestWish(wish: DigestWish): Promise<Me> {
  return (await request<Me>('PUT', '/api/me/digest', { body: wish })).body
}

/** Needs no session: the token is the proof. */
export async function stopDigest(token: string): Promise<void> {
  await request('POST', `/api/unsubscribe/${encodeURIComponent(token)}`, { body: {}, signInAgain: false })
}
