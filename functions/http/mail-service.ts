/** Whether mail goes, and what a coordinator can do for people while it does not: read their sign-in codes out. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { mailHealth } from '../domain/notices/ledger/health.ts'
import { Refused } from '../domain/refusal.ts'
import { codesInHand, handOverCode } from '../domain/sign-in/hand-over-code.ts'
import { personIdSchema } from '../schema/ids.ts'
import { access } from './access.ts'
import type { Deps } from './deps.ts'
import { handedCodeSchema, mailServiceSchema } from './mail-shapes.ts'
import { recipientView } from './round-view.ts'
import { json, resource } from './route.ts'

const stateRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'wide'),
    method: 'get',
    path: '/api/mail-service',
    responses: { 200: json(mailServiceSchema, 'Whether mail goes, since when not, and who waits for a code.') },
  })
/** No fresh sign-in is asked for: while no mail goes, nobody can get one. */
const handRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: '/api/people/{person}/sign-in-code',
    request: { params: z.object({ person: personIdSchema }) },
    responses: {
      200: json(handedCodeSchema, 'The code that the person asked for; once, and only while no mail goes.'),
    },
  })

export const mailServiceRoutes = (deps: Deps) =>
  resource()
    .openapi(stateRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const mail = await mailHealth(c.var.now, deps)
      if (mail.state !== 'held' || person.role !== 'coordinator') return c.json({ mail, waiting: [], handed: [] }, 200)
      const [codes, facts] = await Promise.all([codesInHand(c.var.now, deps, region), deps.regions.load(region)])
      const view = (id: string) => recipientView(facts?.people ?? [], id, person)
      const waiting = codes.waiting.map(({ personId, ...times }) => ({ person: view(personId), ...times }))
      const handed = codes.handed.map(({ personId, by, askedAt }) => ({
        person: view(personId),
        by: view(by),
        askedAt,
      }))
      return c.json({ mail, waiting, handed }, 200)
    })
    .openapi(handRoute(deps), async (c) => {
      const { region, person: coordinator } = c.var.signedIn
      const personId = c.req.valid('param').person
      if ((await deps.regions.person(region, personId)) === undefined)
        throw new Refused({ code: 'not-found', what: 'person' })
      const handed = await handOverCode(c.var.now, deps, { region, by: coordinator.id, personId })
      deps.log({ level: 'warn', message: 'sign-in code handed over', region, personId, by: coordinator.id })
      return c.json(handed, 200)
    })
