/** Rounds without a developer: create one by copying, revise it, look at it and open it, read who changed what. For the coordinator alone. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { previewOpening } from '../domain/notices/desk/preview-opening.ts'
import { Refused } from '../domain/refusal.ts'
import { definitionsOf } from '../domain/round/form-catalogue.ts'
import { createRound, openRound, reviseRound } from '../domain/round/plan-round.ts'
import { toldRevisions } from '../domain/round/told-revisions.ts'
import { instantSchema } from '../schema/ids.ts'
import { roundSchema } from '../schema/round.ts'
import { roundCreationSchema, roundPlanSchema, roundRevisionSchema } from '../schema/round-plan.ts'
import { access } from './access.ts'
import { afterCommit } from './after-commit.ts'
import type { Deps } from './deps.ts'
import { plannedMailSchema } from './mail-shapes.ts'
import { named } from './named.ts'
import { plannedMailView } from './notification-view.ts'
import { baseRevision, revisionTag } from './preconditions.ts'
import { refuseUnknown } from './refuse-unknown.ts'
import { formSummaryView, recipientView } from './round-view.ts'
import { body, json, resource } from './route.ts'
import { formSummarySchema, ifMatchHeaders, recipientSchema, roundParams } from './shapes.ts'

const creationRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: '/api/rounds',
    request: { body: body(roundCreationSchema) },
    responses: { 201: json(roundSchema, 'The first revision of the new round.') },
  })
const reviseRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'put',
    path: '/api/rounds/{round}',
    request: { params: roundParams, headers: ifMatchHeaders, body: body(roundPlanSchema) },
    responses: { 200: json(roundSchema, 'The next revision. Its number is the ETag.') },
  })
const revisionsRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'get',
    path: '/api/rounds/{round}/revisions',
    request: { params: roundParams },
    responses: {
      200: json(
        z.object({ revisions: z.array(roundRevisionSchema) }),
        'Newest first; the ETag is the newest one, which alone comes with its assignments.',
      ),
    },
  })
const openingSchema = z.object({
  draft: z.boolean(),
  revision: z.int(),
  forms: z.array(z.object({ form: formSummarySchema, agencies: z.int() })),
  people: z.array(recipientSchema),
  nobody: z.array(z.string()),
  mails: z.array(plannedMailSchema),
  firstAt: instantSchema.nullable(),
})
export type Opening = z.infer<typeof openingSchema>

const openingRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'get',
    path: '/api/rounds/{round}/opening',
    request: { params: roundParams },
    responses: {
      200: json(openingSchema, 'What opening the draft would do: forms, people, and the mails of the next 24 hours.'),
    },
  })
const openRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: '/api/rounds/{round}/opening',
    request: { params: roundParams, headers: ifMatchHeaders },
    responses: { 200: json(roundSchema, 'The revision with which the draft is opened. Its mails go from now on.') },
  })

export const roundPlanRoutes = (deps: Deps) =>
  resource()
    .openapi(creationRoute(deps), async (c) => {
      await refuseUnknown(c, roundCreationSchema.shape)
      const { region, person } = c.var.signedIn
      const round = await createRound(c.var.now, deps, { region, by: person.id, creation: c.req.valid('json') })
      await afterCommit(c, deps, region, round.id)
      c.header('ETag', revisionTag(round.revision))
      return c.json(round, 201)
    })
    .openapi(reviseRoute(deps), async (c) => {
      await refuseUnknown(c, roundPlanSchema.shape)
      const { region, person } = c.var.signedIn
      const { round: id } = c.req.valid('param')
      const base = baseRevision(c.req.valid('header')['if-match'])
      const input = { region, round: id, by: person.id, base, plan: c.req.valid('json') }
      const round = await reviseRound(c.var.now, deps, input)
      await afterCommit(c, deps, region, id)
      c.header('ETag', revisionTag(round.revision))
      return c.json(round, 200)
    })
    .openapi(openingRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const { round } = c.req.valid('param')
      const { mails, people, state, revision, ...rest } = await previewOpening(c.var.now, deps, region, round)
      const { assignments } = state.rounds.find((facts) => facts.round.id === round)?.round ?? { assignments: [] }
      const definitions = await definitionsOf(deps.forms, assignments, region)
      const forms = [...definitions.values()].map((definition) => ({
        form: formSummaryView(definition),
        agencies: assignments.filter((key) => key.formId === definition.id && key.formVersion === definition.version)
          .length,
      }))
      const all = state.region.people
      c.header('ETag', revisionTag(revision))
      return c.json(
        {
          ...rest,
          revision,
          forms,
          people: people.map(({ id }) => recipientView(all, id, person)),
          mails: mails.map((mail) => plannedMailView(mail, all, person)),
        },
        200,
      )
    })
    .openapi(openRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const { round: id } = c.req.valid('param')
      const base = baseRevision(c.req.valid('header')['if-match'])
      const round = await openRound(c.var.now, deps, { region, round: id, by: person.id, base })
      await afterCommit(c, deps, region, id)
      c.header('ETag', revisionTag(round.revision))
      return c.json(round, 200)
    })
    .openapi(revisionsRoute(deps), async (c) => {
      const { region } = c.var.signedIn
      const history = await deps.rounds.history(region, c.req.valid('param').round)
      const newest = history.at(-1)
      if (newest === undefined) throw new Refused({ code: 'not-found', what: 'round' })
      c.header('ETag', revisionTag(newest.revision))
      return c.json({ revisions: await named(deps, region, toldRevisions(history)) }, 200)
    })
