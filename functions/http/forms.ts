/**
 * Forms without a developer: which may be assigned, what a workbook in XLSForm layout would become, and publishing it. The
 * file itself is the body (`application/octet-stream`); the preview saves nothing.
 */
import { createRoute, z } from '@hono/zod-openapi'
import { previewForm, publishForm } from '../domain/forms/publish-form.ts'
import { formPreviewSchema } from '../schema/form-draft.ts'
import { access } from './access.ts'
import type { Deps } from './deps.ts'
import { baseRevision } from './preconditions.ts'
import { formSummaryView } from './round-view.ts'
import { json, resource } from './route.ts'
import { formDefinitionReplySchema, formSummarySchema, ifMatchHeaders } from './shapes.ts'

const previewReplySchema = formPreviewSchema.extend({ definition: formDefinitionReplySchema.nullable() })

const formsRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'wide'),
    method: 'get',
    path: '/api/forms',
    responses: { 200: json(z.object({ forms: z.array(formSummarySchema) }), 'Every version that may be assigned.') },
  })
const previewRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: '/api/forms/drafts',
    responses: {
      200: json(previewReplySchema, 'The form as it would be, and what cannot be mapped. Nothing is saved.'),
    },
  })
const publishRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: '/api/forms',
    request: { headers: ifMatchHeaders },
    responses: { 201: json(formSummarySchema, 'The new version. If-Match names the version before it; "0" = none.') },
  })

export const formRoutes = (deps: Deps) =>
  resource()
    .openapi(formsRoute(deps), async (c) => {
      const forms = await deps.forms.all(c.var.signedIn.region)
      return c.json({ forms: forms.map(formSummaryView) }, 200)
    })
    .openapi(previewRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const file = new Uint8Array(await c.req.arrayBuffer())
      return c.json(await previewForm(deps, { region, by: person.id, file }), 200)
    })
    .openapi(publishRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const base = baseRevision(c.req.valid('header')['if-match'])
      const file = new Uint8Array(await c.req.arrayBuffer())
      const form = await publishForm(c.var.now, deps, { region, by: person.id, file, base })
      return c.json(formSummaryView(form), 201)
    })
