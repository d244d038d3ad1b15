/** Signing in and out, and who is signed in. */
import type { Me } from '../../functions/schema/me.ts'
import type { Language } from '../../functions/schema/wording.ts'
import { request } from './request.ts'

/** Who is signed in. A 401 here is an answer, not an accident. */
export async function fetchMe(): Promise<Me> {
  return (await request<Me>('GET', '/api/me', { signInAgain: false })).body
}

/** Asks for a code by mail. The answer is the same whether the address is known or not. */
export async function requestCode(email: string): Promise<void> {
  await request('POST', '/api/sign-in', { body: { email }, signInAgain: false })
}

/** Has the same code mailed again, at most three times. */
export async function resendCode(): Promise<void> {
  await request('POST', '/api/sign-in/resend', { body: {}, signInAgain: false })
}

/** Exchanges the code of the mail for a session; `region` where the address is known in several. */
export async function verifyCode(code: string, region?: string): Promise<void> {
  const body = region === undefined ? { code } : { code, region }
  await request('POST', '/api/sign-in/verify', { body, signInAgain: false })
}

export async function endSession(): Promise<void> {
  await request('POST', '/api/sign-out', { body: {}, signInAgain: false })
}

/** Tells the server in which language this person is to be written to, also when the page is left at once. */
export async function saveLanguage(chosen: Language): Promise<void> {
  await request('PUT', '/api/me', { body: { language: chosen }, signInAgain: false, keepalive: true })
}
