/** Reminding agencies by hand: first what would happen and how the mail reads, then the fact from which the notices follow. */
import { createRoute } from '@hono/zod-openapi'
import { previewNudge, remindNow } from '../domain/notices/desk/remind-now.ts'
import { previewMail } from '../domain/notices/write-notice.ts'
import { nudgeOrderSchema, nudgeRequestSchema, nudgeSchema } from '../schema/hand-mail.ts'
import { access } from './access.ts'
import { afterCommit } from './after-commit.ts'
import type { Deps } from './deps.ts'
import { nudgePreviewSchema } from './mail-shapes.ts'
import { recipientView } from './round-view.ts'
import { body, json, resource } from './route.ts'
import { roundParams } from './shapes.ts'

const previewRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: '/api/rounds/{round}/reminders/preview',
    request: { params: roundParams, body: body(nudgeRequestSchema) },
    responses: {
      200: json(nudgePreviewSchema, 'Who would get it, who not and why, and the mail. Nothing is written.'),
    },
  })
const remindRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: '/api/rounds/{round}/reminders',
    request: { params: roundParams, body: body(nudgeOrderSchema) },
    responses: { 201: json(nudgeSchema, 'The reminder as a fact of the round; its mails leave at once.') },
  })

export const reminderRoutes = (deps: Deps) =>
  resource()
    .openapi(previewRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const { round } = c.req.valid('param')
      const supposed = await previewNudge(c.var.now, deps, { region, round, by: person.id }, c.req.valid('json'))
      const { preview, state, first } = supposed
      const references = first && (await deps.regions.references(region))
      const mail = first && (await previewMail(deps, first, { ...state, references }))
      const people = preview.people.map(({ person: to, remindedAt, ...each }) => ({
        ...each,
        recipient: recipientView(state.region.people, to.id, person),
        remindedAt: remindedAt?.toISOString() ?? null,
      }))
      return c.json({ ...preview, people, mail: mail ?? null }, 200)
    })
    .openapi(remindRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const { round } = c.req.valid('param')
      const nudge = await remindNow(c.var.now, deps, { region, round, by: person.id }, c.req.valid('json'))
      await afterCommit(c, deps, region, round)
      return c.json(nudge, 201)
    })
