/**
 * The cookies. `__Host-` binds them to this host and to secure connections (browsers count localhost as one); scripts
 * cannot read them. The session's has no end of its own, since the server's clock decides; the browser's mark outlives it,
 * also a sign-out, and opens nothing.
 */
import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { challengeMinutes } from '../domain/secrets/code.ts'
import { browserDays } from '../domain/sign-in/known-browser.ts'

export const sessionCookie = { name: 'sid', sameSite: 'Lax' } as const
export const challengeCookie = { name: 'ch', sameSite: 'Strict', maxAge: challengeMinutes * 60 } as const
export const browserCookie = { name: 'browser', sameSite: 'Strict', maxAge: browserDays * 86_400 } as const

type Cookie = { name: string; sameSite: 'Lax' | 'Strict'; maxAge?: number }

export function writeCookie(c: Context, { name, ...options }: Cookie, value: string): void {
  setCookie(c, name, value, { ...options, prefix: 'host', secure: true, httpOnly: true, path: '/' })
}

export function dropCookie(c: Context, { name }: Cookie): void {
  deleteCookie(c, name, { prefix: 'host', secure: true, path: '/' })
}
