/**
 * Forms without a developer: which may be assigned, what a workbook in XLSForm layout would become, and publishing it. The
 * file itself is the body (`application/octet-stream`); the preview saves nothing.
 */
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import * as z from 'zod'
import { type FormFile, previewForm, publishForm } from '../domain/forms/publish-form.ts'
import { Refused } from '../domain/refusal.ts'
import { nameIn } from '../domain/region/regions.ts'
import { countUpload } from '../domain/workbook/count-upload.ts'
import { compareTitles } from '../rules/natural-order.ts'
import { draftFilesSchema, formPreviewSchema } from '../schema/form-draft.ts'
import { instantSchema } from '../schema/ids.ts'
import { access } from './access.ts'
import type { Deps } from './deps.ts'
import { baseRevision } from './preconditions.ts'
import { formSummaryView } from './round-view.ts'
import { json, resource } from './route.ts'
import { formDefinitionReplySchema, formSummarySchema, formVersionParams, ifMatchHeaders } from './shapes.ts'
import { sendWorkbook, workbookFile } from './workbooks.ts'

const previewReplySchema = formPreviewSchema.extend({ definition: formDefinitionReplySchema.nullable() })

/** `published`: who published it in this region, and when; a built-in form has none. */
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
const exportRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'get',
    path: '/api/forms/{form}/versions/{version}/xlsform',
    request: { params: formVersionParams },
    responses: { 200: { description: 'The version as an XLSForm; read again it is the same.', content: workbookFile } },
  })
const publishRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: '/api/forms',
    request: { headers: ifMatchHeaders },
    responses: { 201: json(formSummarySchema, 'The new version. If-Match names the version before it; "0" = none.') },
  })

type Drafted = Pick<FormFile, 'file' | 'options' | 'files'>

/** The file alone as plain bytes, or as JSON with what the page asked and the CSV files of its lists. */
async function draftOf({ req }: Context): Promise<Drafted> {
  if (!/^application\/json\b/i.test(req.header('content-type') ?? ''))
    return { file: new Uint8Array(await req.arrayBuffer()) }
  const read = draftFilesSchema.safeParse(await req.json().catch(() => undefined))
  if (!read.success) throw new HTTPException(400)
  const { file, files = [], ...options } = read.data
  const bytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  return { file: bytes(file), options, files: files.map((each) => ({ name: each.name, bytes: bytes(each.file) })) }
}

/** The built-in ones first. */
function byTitle(a: KnownForm, b: KnownForm): number {
  const ownLast = Number(a.published !== undefined) - Number(b.published !== undefined)
  return ownLast || compareTitles(a.title.id, b.title.id) || a.version - b.version
}

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
      return c.json({ forms: known.toSorted(byTitle) }, 200)
    })
    .openapi(previewRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      await countUpload(c.var.now, deps, c.var.signedIn, 'list')
      return c.json(await previewForm(deps, { region, by: person.id, ...(await draftOf(c)) }), 200)
    })
    .openapi(sampleRoute(deps), async (c) => sendWorkbook(c, await deps.xlsForms.sample(), 'contoh-formulir.xlsx'))
    .openapi(exportRoute(deps), async (c) => {
      const { form, version } = c.req.valid('param')
      const definition = await deps.forms.definition(form, version, c.var.signedIn.region)
      if (definition === undefined) throw new Refused({ code: 'not-found', what: 'form' })
      return sendWorkbook(c, await deps.xlsForms.write(definition), `${form}-v${version}.xlsx`)
    })
    .openapi(publishRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const base = baseRevision(c.req.valid('header')['if-match'])
      await countUpload(c.var.now, deps, c.var.signedIn, 'list')
      const form = await publishForm(c.var.now, deps, { region, by: person.id, ...(await draftOf(c)), base })
      return c.json(formSummaryView(form), 201)
    })
