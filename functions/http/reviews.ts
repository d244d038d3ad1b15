/** The coordinator's decision on one revision: accepted, or returned with comments and a last day for the corrections. */
import { createRoute } from '@hono/zod-openapi'
import { decideReview } from '../domain/round/decide-review.ts'
import { reviewRequestSchema } from '../schema/requests.ts'
import { reviewSchema } from '../schema/round.ts'
import { access } from './access.ts'
import { afterCommit } from './after-commit.ts'
import type { Deps } from './deps.ts'
import { body, json, resource } from './route.ts'
import { workParams } from './shapes.ts'

const reviewRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: '/api/rounds/{round}/agencies/{agency}/forms/{form}/review',
    request: { params: workParams, body: body(reviewRequestSchema) },
    responses: { 201: json(reviewSchema, 'The decision.') },
  })

export const reviewRoutes = (deps: Deps) =>
  resource().openapi(reviewRoute(deps), async (c) => {
    const { round, agency, form } = c.req.valid('param')
    const { region, person } = c.var.signedIn
    const work = { region, round, agencyId: agency, formId: form }
    const review = await decideReview(c.var.now, deps, { work, by: person.id, ...c.req.valid('json') })
    await afterCommit(c, deps, region, round)
    return c.json(review, 201)
  })
