/** The coordinator's lists as workbooks: people, agencies, a round's assignments. Saved only with `confirm=true`. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { assertFresh } from '../domain/sign-in/assert-fresh.ts'
import { assignmentTemplate, loadAssignments } from '../domain/workbook/assignment-workbook.ts'
import { countUpload } from '../domain/workbook/count-upload.ts'
import { directoryTemplate, loadDirectory } from '../domain/workbook/directory-workbook.ts'
import { workbookPreviewSchema } from '../schema/workbook.ts'
import { access } from './access.ts'
import { afterCommit } from './after-commit.ts'
import type { Deps } from './deps.ts'
import { json, resource } from './route.ts'
import { settingWords } from './setting-words.ts'
import { roundParams } from './shapes.ts'
import { sendWorkbook, workbookFile } from './workbooks.ts'

const directoryParams = z.object({ directory: z.enum(['people', 'agencies', 'whole']) })
export const confirmQuery = z.object({ confirm: z.enum(['true', 'false']).optional() })
export const loaded = { 200: json(workbookPreviewSchema, 'What the file changes; saved only with confirm=true.') }
const listFile = (description: string) => ({ 200: { description, content: workbookFile } })
const directoryPath = '/api/directory/workbooks/{directory}'
const assignmentPath = '/api/rounds/{round}/assignments/workbook'

const directoryRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'get',
    path: directoryPath,
    request: { params: directoryParams },
    responses: listFile('All people or agencies as XLSX.'),
  })
const loadDirectoryRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: directoryPath,
    request: { params: directoryParams, query: confirmQuery },
    responses: loaded,
  })
const assignmentsRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'get',
    path: assignmentPath,
    request: { params: roundParams },
    responses: listFile('A row an agency, a column a form, as XLSX.'),
  })
const loadAssignmentsRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: assignmentPath,
    request: { params: roundParams, query: confirmQuery },
    responses: loaded,
  })

export const listWorkbookRoutes = (deps: Deps) =>
  resource()
    .openapi(directoryRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const { directory: list } = c.req.valid('param')
      // With everybody's address.
      if (list !== 'agencies') assertFresh(c.var.now, c.var.signedIn)
      const request = { region, list, language: c.var.language, by: person.id, word: settingWords }
      return sendWorkbook(c, await directoryTemplate(c.var.now, deps, request), `${fileNames[list]}.xlsx`)
    })
    .openapi(loadDirectoryRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const { directory: list } = c.req.valid('param')
      const confirm = c.req.valid('query').confirm === 'true'
      await countUpload(c.var.now, deps, c.var.signedIn, 'list')
      if (confirm && list !== 'agencies') assertFresh(c.var.now, c.var.signedIn)
      const request = { region, list, language: c.var.language, by: person.id, word: settingWords, confirm }
      const file = new Uint8Array(await c.req.arrayBuffer())
      return c.json(await loadDirectory(c.var.now, deps, request, file), 200)
    })
    .openapi(assignmentsRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const { round } = c.req.valid('param')
      const request = { region, round, language: c.var.language, by: person.id, word: settingWords }
      return sendWorkbook(c, await assignmentTemplate(c.var.now, deps, request), `penugasan-${round}.xlsx`)
    })
    .openapi(loadAssignmentsRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const { round } = c.req.valid('param')
      const confirm = c.req.valid('query').confirm === 'true'
      const request = { region, round, language: c.var.language, by: person.id, word: settingWords, confirm }
      await countUpload(c.var.now, deps, c.var.signedIn, 'list')
      const preview = await loadAssignments(c.var.now, deps, request, new Uint8Array(await c.req.arrayBuffer()))
      if (confirm) await afterCommit(c, deps, region, round)
      return c.json(preview, 200)
    })

const fileNames = { people: 'orang', agencies: 'perangkat-daerah', whole: 'direktori' } as const
