/**
 * A form as a workbook. The upload is the file itself as the body (`application/octet-stream`); it is answered with what it would
 * change, or, when a workbook is asked for by `Accept`, with the same file and its errors. Nothing is saved by either.
 */
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import * as z from 'zod'
import { countUpload } from '../domain/workbook/count-upload.ts'
import { annotateWorkbook, formTemplate, noteTaken, previewWorkbook } from '../domain/workbook/form-workbook.ts'
import { takenRequestSchema } from '../schema/download.ts'
import { isRehearsalId, rehearsalPrefix } from '../schema/rehearsal.ts'
import { workbookPreviewSchema } from '../schema/workbook.ts'
import { access } from './access.ts'
import type { Deps } from './deps.ts'
import { asReader, type SignedInEnv } from './request.ts'
import { body, resource } from './route.ts'
import { workParams } from './shapes.ts'

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const path = '/api/rounds/{round}/agencies/{agency}/forms/{form}/workbook'
export const workbookFile = { [workbookType]: { schema: z.string().openapi({ format: 'binary' }) } }

const templateRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'agency-read'),
    method: 'get',
    path,
    request: { params: workParams },
    responses: {
      200: { description: 'The XLSX template with the rows of the draft or the last revision.', content: workbookFile },
    },
  })
const uploadRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'agency-write'),
    method: 'post',
    path,
    request: { params: workParams },
    responses: {
      200: {
        description:
          'What the file would change and what is wrong in it; or, by Accept, the file with its errors. Nothing is saved.',
        content: { 'application/json': { schema: workbookPreviewSchema }, ...workbookFile },
      },
    },
  })

const takenRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'agency-write'),
    method: 'post',
    path: `${path}/taken`,
    request: { params: workParams, body: body(takenRequestSchema) },
    responses: {
      204: { description: 'Remembered: what the draft now has of this upload is what its file last gave.' },
    },
  })

type Params = { round: string; agency: string; form: string }
function requestOf(c: Context<SignedInEnv>, { round, agency, form }: Params) {
  const { region, person } = c.var.signedIn
  return {
    work: { region, round, agencyId: agency, formId: form },
    language: c.var.language,
    by: person.id,
  }
}

export const workbookRoutes = (deps: Deps) =>
  resource()
    .openapi(takenRoute(deps), async (c) => {
      await noteTaken(c.var.now, asReader(deps, c), requestOf(c, c.req.valid('param')), c.req.valid('json'))
      return c.body(null, 204)
    })
    .openapi(templateRoute(deps), async (c) => {
      const template = await formTemplate(c.var.now, asReader(deps, c), requestOf(c, c.req.valid('param')))
      return sendWorkbook(c, template, `${fileName(c.req.valid('param'))}.xlsx`)
    })
    .openapi(uploadRoute(deps), async (c) => {
      await countUpload(c.var.now, deps, c.var.signedIn)
      const request = { ...requestOf(c, c.req.valid('param')), without: c.req.queries('without') ?? [] }
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      if (!wantsWorkbook(c)) return c.json(await previewWorkbook(c.var.now, asReader(deps, c), request, bytes), 200)
      const noted = await annotateWorkbook(c.var.now, asReader(deps, c), request, bytes)
      const notes = c.var.language === 'id' ? 'catatan' : 'notes'
      return sendWorkbook(c, noted, `${fileName(c.req.valid('param'))}-${notes}.xlsx`)
    })

/** A file of a rehearsal says so before it is opened. */
function fileName({ round, agency, form }: { round: string; agency: string; form: string }): string {
  return `${isRehearsalId(round) ? rehearsalPrefix : ''}${form}-${agency}`
}

function wantsWorkbook(c: Context): boolean {
  return c.req.header('accept')?.includes(workbookType) ?? false
}

/** `name` is made of ids, so it needs no escaping. */
export function sendWorkbook(c: Context, workbook: Uint8Array, name: string) {
  return c.body(Uint8Array.from(workbook).buffer, 200, {
    'Content-Type': workbookType,
    'Content-Disposition': `attachment; filename="${name}"`,
  })
}
