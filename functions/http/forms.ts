/**
 * Forms without a developer: which may be assigned, what a workbook in XLSForm layout would become, and publishing it. The
 * file itself is the body (`application/octet-stream`); the preview saves nothing.
 */
import { createRoute, z } from '@hono/zod-openapi'
import { previewForm, publishForm } from '../domain/forms/publish-form.ts'
import { nameIn } from '../domain/region/regions.ts'
import { countUpload } from '../domain/workbook/count-upload.ts'
import { formPreviewSchema } from '../schema/form-draft.ts'
import { instantSchema } from '../schema/ids.ts'
import { access } from './access.ts'
import type { Deps } from './deps.ts'
import { baseRevision } from './preconditions.ts'
import { formSummaryView } from './round-view.ts'
import { json, resource } from './route.ts'
import { formDefinitionReplySchema, formSummarySchema, ifMatchHeaders } from './shapes.ts'
import { sendWorkbook, workbookFile } from './workbooks.ts'

const previewReplySchema = formPreviewSchema.extend({ definition: formDefinitionReplySchema.nullable() })

/** `published`: who published it in this region, and when; a form of the house has none. */
const knownFormSchema = formSummarySchema.extend({
  published: z.object({ at: instantSchema, byName: z.string() }).optional(),
})
export type KnownForm = z.infer<typeof knownFormSchema>

const formsRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'wide'),
    method: 'get',
    path: '/api/forms',
    responses: { 200: json(z.object({ forms: z.array(knownFormSchema) }), 'Every version that may be assigned.') },
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
const sampleRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'get',
    path: '/api/forms/drafts/sample',
    responses: { 200: { description: 'A workbook in XLSForm layout to begin with.', content: workbookFile } },
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
      const { region } = c.var.signedIn
      const [forms, own, facts] = await Promise.all([
        deps.forms.all(region),
        deps.publishedForms.list(region),
        deps.regions.load(region),
      ])
      const known = forms.map((form) => {
        const fact = own.find(({ definition: { id, version } }) => id === form.id && version === form.version)
        const published = fact && { at: fact.at, byName: nameIn({ people: facts?.people ?? [] }, fact.by) }
        return { ...formSummaryView(form), ...(published && { published }) }
      })
      return c.json({ forms: known }, 200)
    })
    .openapi(previewRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      await countUpload(c.var.now, deps, c.var.signedIn, 'list')
      const file = new Uint8Array(await c.req.arrayBuffer())
      return c.json(await previewForm(deps, { region, by: person.id, file }), 200)
    })
    .openapi(sampleRoute(deps), async (c) => sendWorkbook(c, await deps.xlsForms.sample(), 'contoh-formulir.xlsx'))
    .openapi(publishRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const base = baseRevision(c.req.valid('header')['if-match'])
      await countUpload(c.var.now, deps, c.var.signedIn, 'list')
      const file = new Uint8Array(await c.req.arrayBuffer())
      const form = await publishForm(c.var.now, deps, { region, by: person.id, file, base })
      return c.json(formSummaryView(form), 201)
    })
