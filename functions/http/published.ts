/** What is published: form definitions, the lists their choices come from, and the public proof of a receipt. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { Refused } from '../domain/refusal.ts'
import { findReceipt } from '../domain/round/receipts.ts'
import { scopedReferences } from '../domain/round/scoped-references.ts'
import { access, isWide, publicAccess } from './access.ts'
import type { Deps } from './deps.ts'
import { json, resource } from './route.ts'
import { formDefinitionReplySchema, formVersionParams, publicReceiptSchema, referencesReplySchema } from './shapes.ts'

const formRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'get',
    path: '/api/forms/{form}/versions/{version}',
    request: { params: formVersionParams },
    responses: { 200: json(formDefinitionReplySchema, 'The definition. A published version never changes.') },
  })
const referencesRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'get',
    path: '/api/references',
    responses: {
      200: json(referencesReplySchema, 'The lists that the caller’s forms need, with the entries open to them.'),
    },
  })
const receiptRoute = createRoute({
  ...publicAccess,
  method: 'get',
  path: '/api/receipts/{number}',
  request: { params: z.object({ number: z.string().max(200) }) },
  responses: { 200: json(publicReceiptSchema, 'Proof: counts and hashes, no data.') },
})

export const publishedRoutes = (deps: Deps) =>
  resource()
    .openapi(formRoute(deps), async (c) => {
      const { form, version } = c.req.valid('param')
      const definition = await deps.forms.definition(form, version, c.var.signedIn.region)
      if (definition === undefined) throw new Refused({ code: 'not-found', what: 'form' })
      // Published and never changed: the one answer to somebody signed in that a browser may keep.
      c.header('Cache-Control', 'private, max-age=31536000, immutable')
      return c.json(definition, 200)
    })
    .openapi(referencesRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const agencyIds = isWide(person) ? undefined : person.agencyIds
      return c.json(await scopedReferences(deps, region, agencyIds), 200)
    })
    .openapi(receiptRoute, async (c) => {
      return c.json(await findReceipt(deps, c.req.valid('param').number), 200)
    })
