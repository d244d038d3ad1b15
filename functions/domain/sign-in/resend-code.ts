/** Mails the same code again: after a pause, at most three times, in the browser that asked, without extending its life. */
import { Refused } from '../refusal.ts'
import { hashSecret } from '../secrets/token.ts'
import { type ChallengeCookie, resendWaitSeconds } from './challenge.ts'
import { codeNotice } from './code-notice.ts'
import { countUse } from './count-use.ts'
import { limits } from './limits.ts'
import type { Sent, SignInPorts } from './ports.ts'

/** Refusals: `challenge-over`, and `too-many-requests` with the pause that is left. */
export async function resendCode(
  now: Date,
  ports: SignInPorts,
  { cookie, client }: { cookie: ChallengeCookie | undefined; client: string },
): Promise<Sent> {
  await countUse(now, ports, limits.client, client)
  if (cookie === undefined) throw new Refused({ code: 'challenge-over' })
  const browserHash = hashSecret(cookie.secret)
  const challenge = await ports.signIn.countSending(now, cookie.id, browserHash)
  if (challenge === undefined) throw await whyNot(now, ports, cookie.id, browserHash)
  await ports.notices.insert(codeNotice(now, challenge), now)
  const { lastSentAt, expiresAt } = challenge
  return { sentAt: lastSentAt, expiresAt, resendAfterSeconds: resendWaitSeconds(now, challenge) ?? null }
}

async function whyNot(now: Date, ports: SignInPorts, id: string, browserHash: string): Promise<Refused> {
  const challenge = await ports.signIn.challenge(id)
  const own = challenge?.browserHash === browserHash ? challenge : undefined
  const wait = own === undefined ? undefined : resendWaitSeconds(now, own)
  if (wait === undefined) return new Refused({ code: 'challenge-over' })
  return new Refused({ code: 'too-many-requests', retryAfterSeconds: Math.max(1, wait) })
}
