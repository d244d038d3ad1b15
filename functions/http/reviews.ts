/**
 * The coordinator's decision on one revision: accepted, returned with comments and a last day for the corrections, or re-opened
 * after an acceptance; and the agency's answers to the comments.
 */
import { createRoute } from '@hono/zod-openapi'
import { answerComment } from '../domain/round/answer-comment.ts'
import { decideReview } from '../domain/round/decide-review.ts'
import { replyRequestSchema, reviewRequestSchema } from '../schema/requests.ts'
import { replySchema, reviewSchema } from '../schema/round.ts'
import { access } from './access.ts'
import { afterCommit } from './after-commit.ts'
import type { Deps } from './deps.ts'
import { body, json, resource } from './route.ts'
import { revisionParams, workParams } from './shapes.ts'

const work = '/api/rounds/{round}/agencies/{agency}/forms/{form}'
const reviewRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: `${work}/review`,
    request: { params: workParams, body: body(reviewRequestSchema) },
    responses: { 201: json(reviewSchema, 'The decision.') },
  })

const replyRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'agency-write'),
    method: 'post',
    path: `${work}/submissions/{revision}/replies`,
    request: { params: revisionParams, body: body(replyRequestSchema) },
    responses: { 201: json(replySchema, 'The answer to a comment; the latest one counts.') },
  })

export const reviewRoutes = (deps: Deps) =>
  resource()
    .openapi(reviewRoute(deps), async (c) => {
      const { round, agency, form } = c.req.valid('param')
      const { region, person } = c.var.signedIn
      const work = { region, round, agencyId: agency, formId: form }
      const review = await decideReview(c.var.now, deps, { work, by: person.id, ...c.req.valid('json') })
      await afterCommit(c, deps, region, round)
      return c.json(review, 201)
    })
    .openapi(replyRoute(deps), async (c) => {
      const { round, agency, form, revision } = c.req.valid('param')
      const { region, person } = c.var.signedIn
      const work = { region, round, agencyId: agency, formId: form }
      const content = c.req.valid('json')
      return c.json(await answerComment(c.var.now, deps, { work, by: person.id, revision, content }), 201)
    })
