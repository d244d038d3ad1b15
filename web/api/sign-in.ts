/** Signing in by a code that is mailed. */
import { request } from './request.ts'

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
