/** Reference data of the region, loaded by workbook: out, in as a preview, and with `confirm=true` into force. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { tellListHistory } from '../domain/region/list-history.ts'
import { countUpload } from '../domain/workbook/count-upload.ts'
import { listTemplate, loadList, summariseLists } from '../domain/workbook/reference-workbook.ts'
import { stampSchema } from '../schema/region.ts'
import { wordingSchema } from '../schema/wording.ts'
import { access } from './access.ts'
import type { Deps } from './deps.ts'
import { confirmQuery, loaded } from './list-workbooks.ts'
import { named } from './named.ts'
import { json, resource } from './route.ts'
import { sendWorkbook, workbookFile } from './workbooks.ts'

const listParams = z.object({ list: z.string().regex(/^[a-z][a-z-]{0,63}$/) })
const path = '/api/references/{list}/workbook'

const revisionSchema = z.object({
  ...stampSchema.shape,
  byName: z.string(),
  revision: z.int(),
  entries: z.int(),
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
})
export type ListRevision = z.infer<typeof revisionSchema>
const summarySchema = z.object({ id: z.string(), title: wordingSchema, entries: z.int() })
export type ReferenceSummary = z.infer<typeof summarySchema>

const listsRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'get',
    path: '/api/reference-lists',
    responses: {
      200: json(
        z.object({ lists: z.array(summarySchema) }),
        'The lists that may be loaded, with how many entries each has; none = not loaded yet.',
      ),
    },
  })
const historyRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'get',
    path: '/api/references/{list}/revisions',
    request: { params: listParams },
    responses: {
      200: json(z.object({ revisions: z.array(revisionSchema) }), 'Newest first; none = not loaded yet.'),
    },
  })
const templateRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'get',
    path,
    request: { params: listParams },
    responses: { 200: { description: 'The list as XLSX.', content: workbookFile } },
  })
const loadRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path,
    request: { params: listParams, query: confirmQuery },
    responses: loaded,
  })

export const referenceRoutes = (deps: Deps) =>
  resource()
    .openapi(listsRoute(deps), async (c) => {
      const lists = await summariseLists(deps, c.var.signedIn.region)
      return c.json({ lists: lists.map(({ id, title, entries }) => ({ id, title, entries })) }, 200)
    })
    .openapi(historyRoute(deps), async (c) => {
      const { region } = c.var.signedIn
      const history = await deps.regions.history(region, 'reference', c.req.valid('param').list)
      return c.json({ revisions: await named(deps, region, tellListHistory(history).toReversed()) }, 200)
    })
    .openapi(templateRoute(deps), async (c) => {
      const { list } = c.req.valid('param')
      const request = { region: c.var.signedIn.region, list, language: c.var.language }
      return sendWorkbook(c, await listTemplate(c.var.now, deps, request), `acuan-${list}.xlsx`)
    })
    .openapi(loadRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      await countUpload(c.var.now, deps, c.var.signedIn, 'list')
      const confirm = c.req.valid('query').confirm === 'true'
      const load = { region, list: c.req.valid('param').list, language: c.var.language, by: person.id, confirm }
      const file = new Uint8Array(await c.req.arrayBuffer())
      return c.json(await loadList(c.var.now, deps, load, file), 200)
    })
