/** Setting a region up: how far it is, and a mail to oneself that proves that mails arrive. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { askTestMail } from '../domain/notices/desk/test-mail.ts'
import { loadSetUp } from '../domain/set-up/load-set-up.ts'
import { countAct } from '../domain/sign-in/count-act.ts'
import { setUpSchema } from '../schema/set-up.ts'
import { access } from './access.ts'
import type { Deps } from './deps.ts'
import { nidSchema } from './mail-shapes.ts'
import { json, resource } from './route.ts'

const setUpRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'get',
    path: '/api/set-up',
    responses: { 200: json(setUpSchema, 'The steps to the first opened round, and which of them are done.') },
  })
const testMailRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: '/api/me/test-mails',
    responses: { 201: json(z.object({ nid: nidSchema }), 'The notice that tells what becomes of it.') },
  })

export const setUpRoutes = (deps: Deps) =>
  resource()
    .openapi(setUpRoute(deps), async (c) => c.json(await loadSetUp(c.var.now, deps, c.var.signedIn.region), 200))
    .openapi(testMailRoute(deps), async (c) => {
      await countAct(c.var.now, deps, c.var.signedIn, 'test-mail')
      return c.json({ nid: await askTestMail(c.var.now, deps, c.var.signedIn) }, 201)
    })
