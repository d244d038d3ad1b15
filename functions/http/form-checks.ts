/** What is checked of a form besides its own rules: its history, its revision, and a try over the present round, which saves nothing. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { chooseChecks, tryChecks } from '../domain/forms/choose-checks.ts'
import { formChecksSchema, ownChecksSchema } from '../schema/checks/own/own-check.ts'
import { formIdSchema } from '../schema/ids.ts'
import { wordingSchema } from '../schema/wording.ts'
import { access } from './access.ts'
import type { Deps } from './deps.ts'
import { revisionsOf } from './named.ts'
import { baseRevision, revisionTag } from './preconditions.ts'
import { refuseUnknown } from './refuse-unknown.ts'
import { body, json, resource } from './route.ts'
import { ifMatchHeaders } from './shapes.ts'

const path = '/api/forms/{form}/checks'
const params = z.object({ form: formIdSchema })
const requestSchema = z.object({ checks: ownChecksSchema })
const revisionSchema = formChecksSchema.extend({ revision: z.int(), byName: z.string() })
const triedSchema = z.object({
  round: z.object({ id: z.string(), title: wordingSchema }).nullable(),
  sent: z.int(),
  found: z.array(z.int()),
})
export type FormChecksRevision = z.infer<typeof revisionSchema>
export type TriedChecks = z.infer<typeof triedSchema>

const historyRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'get',
    path,
    request: { params },
    responses: {
      200: json(
        z.object({ revisions: z.array(revisionSchema) }),
        'Newest first; the ETag is the newest one, "0" = none.',
      ),
    },
  })
const reviseRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'put',
    path,
    request: { params, headers: ifMatchHeaders, body: body(requestSchema) },
    responses: { 200: json(formChecksSchema, 'From the next check on. No published version changes.') },
  })
const tryRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: `${path}/trial`,
    request: { params, body: body(requestSchema) },
    responses: { 200: json(triedSchema, 'How many findings each would give in the present round. Nothing is saved.') },
  })

export const formCheckRoutes = (deps: Deps) =>
  resource()
    .openapi(historyRoute(deps), async (c) => {
      const revisions = await revisionsOf(deps, c.var.signedIn.region, 'checks', c.req.valid('param').form)
      c.header('ETag', revisionTag(revisions[0]?.revision ?? 0))
      return c.json({ revisions }, 200)
    })
    .openapi(reviseRoute(deps), async (c) => {
      await refuseUnknown(c, requestSchema.shape)
      const { region, person } = c.var.signedIn
      const base = baseRevision(c.req.valid('header')['if-match'])
      const { checks } = c.req.valid('json')
      const choice = { region, formId: c.req.valid('param').form, checks, by: person.id, base }
      return c.json(await chooseChecks(c.var.now, deps, choice), 200)
    })
    .openapi(tryRoute(deps), async (c) => {
      const { region } = c.var.signedIn
      const choice = { region, formId: c.req.valid('param').form, checks: c.req.valid('json').checks }
      return c.json(await tryChecks(c.var.now, deps, choice), 200)
    })
