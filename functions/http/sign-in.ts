/**
 * Signing in with a mailed code, and out. Answers to known and unknown addresses are the same in status, body, headers
 * and cookies, and so are the calls behind them.
 */
import { createRoute } from '@hono/zod-openapi'
import { getCookie } from 'hono/cookie'
import { newSecret } from '../domain/secrets/token.ts'
import { readChallengeCookie, writeChallengeCookie } from '../domain/sign-in/challenge.ts'
import { readBrowserCookie } from '../domain/sign-in/known-browser.ts'
import { resendCode } from '../domain/sign-in/resend-code.ts'
import { writeSessionCookie } from '../domain/sign-in/session.ts'
import { startSignIn } from '../domain/sign-in/start-sign-in.ts'
import { verifyCode } from '../domain/sign-in/verify-code.ts'
import { meSchema } from '../schema/me.ts'
import { access, publicAccess } from './access.ts'
import { browserCookie, challengeCookie, dropCookie, sessionCookie, writeCookie } from './cookies.ts'
import type { Deps } from './deps.ts'
import { meView } from './me.ts'
import { body, json, resource } from './route.ts'
import { codeRequestSchema, sentReplySchema, signInRequestSchema } from './shapes.ts'

const startRoute = createRoute({
  ...publicAccess,
  method: 'post',
  path: '/api/sign-in',
  request: { body: body(signInRequestSchema) },
  responses: { 202: json(sentReplySchema, 'A code goes to the address, if we know it.') },
})
const resendRoute = createRoute({
  ...publicAccess,
  method: 'post',
  path: '/api/sign-in/resend',
  responses: { 202: json(sentReplySchema, 'The same code goes again.') },
})
const verifyRoute = createRoute({
  ...publicAccess,
  method: 'post',
  path: '/api/sign-in/verify',
  request: { body: body(codeRequestSchema) },
  responses: { 200: json(meSchema, 'Signed in.') },
})
const signOutRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'post',
    path: '/api/sign-out',
    responses: { 204: { description: 'The session has ended.' } },
  })

export const signInRoutes = (deps: Deps) =>
  resource()
    .openapi(startRoute, async (c) => {
      const { email } = c.req.valid('json')
      const browser = readBrowserCookie(getCookie(c, browserCookie.name, 'host'))
      const { cookie, sent } = await startSignIn(c.var.now, deps, { email, client: c.var.client, browser })
      writeCookie(c, challengeCookie, writeChallengeCookie(cookie))
      return c.json(sent, 202)
    })
    .openapi(resendRoute, async (c) => {
      const cookie = readChallengeCookie(getCookie(c, challengeCookie.name, 'host'))
      return c.json(await resendCode(c.var.now, deps, { cookie, client: c.var.client }), 202)
    })
    .openapi(verifyRoute, async (c) => {
      const cookie = readChallengeCookie(getCookie(c, challengeCookie.name, 'host'))
      const { code, region: chosen } = c.req.valid('json')
      const browser = readBrowserCookie(getCookie(c, browserCookie.name, 'host')) ?? newSecret()
      const { signedIn, secret } = await verifyCode(c.var.now, deps, {
        ...{ cookie, code, client: c.var.client, browser, region: chosen },
      })
      const { region, person } = signedIn
      writeCookie(c, sessionCookie, writeSessionCookie({ region, personId: person.id, secret }))
      writeCookie(c, browserCookie, browser)
      dropCookie(c, challengeCookie)
      return c.json(await meView(deps, signedIn), 200)
    })
    .openapi(signOutRoute(deps), async (c) => {
      await deps.signIn.revokeSession(c.var.now, c.var.signedIn.session)
      dropCookie(c, sessionCookie)
      return c.body(null, 204)
    })
