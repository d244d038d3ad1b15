/** The saved draft of a form. Its ETag names the draft's version and the revision under it: a stale tab is told so. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { carriedWork } from '../domain/round/carry-work.ts'
import { withKnownPerson } from '../domain/round/known-person.ts'
import { readDraft } from '../domain/round/read-draft.ts'
import { saveDraft } from '../domain/round/save-draft.ts'
import { startingPoints } from '../domain/round/starting-points.ts'
import { countDraftSave } from '../domain/sign-in/count-act.ts'
import { draftRequestSchema, draftResponseSchema, startingPointSchema } from '../schema/requests.ts'
import { carriedSchema } from '../schema/version-move.ts'
import { access } from './access.ts'
import type { Deps } from './deps.ts'
import { draftBase, draftTag } from './preconditions.ts'
import { asReader } from './request.ts'
import { body, json, resource } from './route.ts'
import { ifMatchHeaders, ifNoneMatchHeaders, workParams } from './shapes.ts'

const work = '/api/rounds/{round}/agencies/{agency}/forms/{form}'
const path = `${work}/draft`
const readRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'agency-read'),
    method: 'get',
    path,
    request: { params: workParams, headers: ifNoneMatchHeaders },
    responses: {
      200: json(draftResponseSchema, 'The draft, or what to start from; its ETag is the base of a save.'),
      304: { description: 'Nothing newer than the ETag in If-None-Match.' },
    },
  })
const saveRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'agency-write'),
    method: 'put',
    path,
    request: { params: workParams, headers: ifMatchHeaders, body: body(draftRequestSchema) },
    responses: { 200: json(draftResponseSchema, 'Saved.') },
  })

const startRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'agency-read'),
    method: 'get',
    path: `${work}/starting-points`,
    request: { params: workParams },
    responses: {
      200: json(
        z.object({ points: z.array(startingPointSchema) }),
        'Answers that need not be typed again: of the round before, and rows declared continued in another form.',
      ),
    },
  })

const carryRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'agency-write'),
    method: 'post',
    path: `${path}/carried`,
    request: { params: workParams, body: body(draftRequestSchema.pick({ formVersion: true, answers: true })) },
    responses: {
      200: json(
        carriedSchema,
        'Answers to an older version as the form asks them now, and what has no place. Saves nothing.',
      ),
    },
  })

export const draftRoutes = (deps: Deps) =>
  resource()
    .openapi(carryRoute(deps), async (c) => {
      const { round, agency, form } = c.req.valid('param')
      const work = { region: c.var.signedIn.region, round, agencyId: agency, formId: form }
      return c.json(await carriedWork(c.var.now, deps, work, c.req.valid('json')), 200)
    })
    .openapi(readRoute(deps), async (c) => {
      const { round, agency, form } = c.req.valid('param')
      const work = { region: c.var.signedIn.region, round, agencyId: agency, formId: form }
      const draft = await readDraft(c.var.now, asReader(deps, c), work)
      const tag = draftTag({ version: draft.version, revision: draft.baseRevision })
      c.header('ETag', tag)
      // Of a form that is open in a browser the dates may move while its draft stays the same.
      if (draft.closesAt !== undefined) c.header('Closes-At', draft.closesAt)
      if (c.req.valid('header')['if-none-match']?.replace(/^W\//, '') === tag) return c.body(null, 304)
      const { person: reader } = c.var.signedIn
      return c.json(await withKnownPerson(c.var.now, asReader(deps, c), { key: work, reader }, draft), 200)
    })
    .openapi(startRoute(deps), async (c) => {
      const { round, agency, form } = c.req.valid('param')
      const work = { region: c.var.signedIn.region, round, agencyId: agency, formId: form }
      return c.json({ points: await startingPoints(c.var.now, asReader(deps, c), work) }, 200)
    })
    .openapi(saveRoute(deps), async (c) => {
      const { round, agency, form } = c.req.valid('param')
      const { region, person } = c.var.signedIn
      const base = draftBase(c.req.valid('header')['if-match'])
      await countDraftSave(c.var.now, deps, c.var.signedIn, (await c.req.arrayBuffer()).byteLength)
      const work = { region, round, agencyId: agency, formId: form }
      const draft = await saveDraft(c.var.now, deps, { work, by: person.id, base, ...c.req.valid('json') })
      c.header('ETag', draftTag({ version: draft.version, revision: draft.baseRevision }))
      return c.json(draft, 200)
    })
