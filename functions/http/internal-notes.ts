/**
 * What coordinators note among themselves about a submission. For coordinators alone, to write and to read; no other route
 * answers one, and nobody is mailed.
 */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { readInternalNotes, sumInternalNotes, writeInternalNote } from '../domain/round/internal-notes.ts'
import {
  internalNoteRequestSchema,
  internalNoteSummarySchema,
  internalNoteViewSchema,
} from '../schema/internal-note.ts'
import { access } from './access.ts'
import type { Deps } from './deps.ts'
import { body, json, resource } from './route.ts'
import { roundParams, workParams } from './shapes.ts'

const path = '/api/rounds/{round}/agencies/{agency}/forms/{form}/notes'
const sumsRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'get',
    path: '/api/rounds/{round}/notes',
    request: { params: roundParams },
    responses: {
      200: json(
        z.object({ notes: z.array(internalNoteSummarySchema) }),
        'How many internal notes each form of each agency has, with the latest.',
      ),
    },
  })
const listRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'get',
    path,
    request: { params: workParams },
    responses: { 200: json(z.object({ notes: z.array(internalNoteViewSchema) }), 'Internal notes, newest first.') },
  })
const writeRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path,
    request: { params: workParams, body: body(internalNoteRequestSchema) },
    responses: { 201: json(internalNoteViewSchema, 'The note as a fact of the round. Nobody is told.') },
  })

export const internalNoteRoutes = (deps: Deps) =>
  resource()
    .openapi(sumsRoute(deps), async (c) => {
      const { region } = c.var.signedIn
      return c.json({ notes: await sumInternalNotes(deps, { region, round: c.req.valid('param').round }) }, 200)
    })
    .openapi(listRoute(deps), async (c) => {
      const { round, agency, form } = c.req.valid('param')
      const work = { region: c.var.signedIn.region, round, agencyId: agency, formId: form }
      return c.json({ notes: await readInternalNotes(deps, work) }, 200)
    })
    .openapi(writeRoute(deps), async (c) => {
      const { round, agency, form } = c.req.valid('param')
      const { region, person } = c.var.signedIn
      const work = { region, round, agencyId: agency, formId: form }
      const note = await writeInternalNote(c.var.now, deps, { work, by: person.id, ...c.req.valid('json') })
      return c.json(note, 201)
    })
