/** Submitting, and what was submitted: every revision stays readable, and two can be compared. */
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import * as z from 'zod'
import { canonicalAnswers } from '../domain/round/canonical-answers.ts'
import { compareRevisions } from '../domain/round/compare-revisions.ts'
import { readSubmission, readSubmissions } from '../domain/round/read-submissions.ts'
import type { WorkAhead } from '../domain/round/rounds.ts'
import { acceptSubmission } from '../domain/submission/accept-submission.ts'
import {
  replyViewSchema,
  reviewViewSchema,
  submissionDetailSchema,
  submissionRequestSchema,
} from '../schema/requests.ts'
import { receiptSchema, submissionSchema } from '../schema/round.ts'
import { access, accessAhead } from './access.ts'
import { afterSubmission } from './after-commit.ts'
import type { Deps } from './deps.ts'
import { baseRevision, knownBase, requestKey, revisionTag } from './preconditions.ts'
import { asReader, type SignedInEnv } from './request.ts'
import { body, json, resource } from './route.ts'
import { differenceSchema, revisionParams, submitHeaders, workParams } from './shapes.ts'

const path = '/api/rounds/{round}/agencies/{agency}/forms/{form}/submissions'

const submitRoute = (deps: Deps) =>
  createRoute({
    ...accessAhead(deps, 'agency-write', (c, region) => readAhead(deps, c, region)),
    method: 'post',
    path,
    request: { params: workParams, headers: submitHeaders, body: body(submissionRequestSchema) },
    responses: {
      201: json(receiptSchema, 'Received: the receipt.'),
      200: json(receiptSchema, 'This was received before: the same receipt.'),
    },
  })
/** What does not fit is read as the route comes to it, and refused there. */
function readAhead({ rounds }: Deps, c: Context<SignedInEnv>, region: string): Promise<WorkAhead> | undefined {
  const work = workParams.safeParse(c.req.param())
  const base = knownBase(c.req.header('if-match'))
  if (!work.success || base === undefined) return undefined
  const { round, agency: agencyId, form: formId } = work.data
  return rounds.ahead(region, round, { agencyId, formId, base })
}

const submissionsSchema = z.object({
  submissions: z.array(submissionSchema.omit({ requestKey: true }).extend({ byName: z.string() })),
  reviews: z.array(reviewViewSchema),
  replies: z.array(replyViewSchema),
})
export type Submissions = z.infer<typeof submissionsSchema>

const listRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'agency-read'),
    method: 'get',
    path,
    request: { params: workParams },
    responses: {
      200: json(submissionsSchema, 'All revisions, newest first, with the decisions on them.'),
    },
  })
const oneRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'agency-read'),
    method: 'get',
    path: `${path}/{revision}`,
    request: { params: revisionParams },
    responses: { 200: json(submissionDetailSchema, 'One revision with its answers.') },
  })
const canonicalRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'agency-read'),
    method: 'get',
    path: `${path}/{revision}/canonical.json`,
    request: { params: revisionParams },
    responses: {
      200: {
        description: 'The answers in the very bytes that the receipt’s SHA-256 was taken over (RFC 8785), as a file.',
        content: { 'application/json': { schema: z.string() } },
      },
    },
  })
const diffRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'agency-read'),
    method: 'get',
    path: `${path}/{revision}/diff`,
    request: {
      params: revisionParams,
      query: z.object({ from: z.coerce.number().int().min(0).max(99_999_999).optional() }),
    },
    responses: { 200: json(differenceSchema, 'What changed since another revision (the one before, if not said).') },
  })

export const submissionRoutes = (deps: Deps) =>
  resource()
    .openapi(submitRoute(deps), async (c) => {
      const { round, agency, form } = c.req.valid('param')
      const { region, person, seen } = c.var.signedIn
      const headers = c.req.valid('header')
      const work = { region, round, agencyId: agency, formId: form }
      const accepted = await acceptSubmission(c.var.now, deps, {
        work,
        by: person.id,
        baseRevision: baseRevision(headers['if-match']),
        requestKey: requestKey(headers['idempotency-key']),
        content: c.req.valid('json'),
        ahead: c.var.ahead,
        seen,
      })
      await afterSubmission(c, deps, work, accepted)
      const { receipt, replayed } = accepted
      c.header('ETag', revisionTag(receipt.revision))
      if (replayed) c.header('Idempotency-Replayed', 'true')
      return replayed ? c.json(receipt, 200) : c.json(receipt, 201)
    })
    .openapi(listRoute(deps), async (c) => {
      const { round, agency, form } = c.req.valid('param')
      const work = { region: c.var.signedIn.region, round, agencyId: agency, formId: form }
      const { revision, ...found } = await readSubmissions(deps, work)
      c.header('ETag', revisionTag(revision))
      return c.json(found, 200)
    })
    .openapi(oneRoute(deps), async (c) => {
      const { round, agency, form, revision } = c.req.valid('param')
      const work = { region: c.var.signedIn.region, round, agencyId: agency, formId: form }
      const detail = await readSubmission(asReader(deps, c), work, revision)
      c.header('ETag', revisionTag(revision))
      return c.json(detail, 200)
    })
    .openapi(canonicalRoute(deps), async (c) => {
      const { round, agency, form, revision } = c.req.valid('param')
      const work = { region: c.var.signedIn.region, round, agencyId: agency, formId: form }
      const { submission, bytes } = await canonicalAnswers(asReader(deps, c), work, revision)
      c.header('Content-Disposition', `attachment; filename="${submission.receiptNumber}.json"`)
      return c.body(bytes, 200, { 'Content-Type': 'application/json' }) as never
    })
    .openapi(diffRoute(deps), async (c) => {
      const { round, agency, form, revision } = c.req.valid('param')
      const { from = revision - 1 } = c.req.valid('query')
      const work = { region: c.var.signedIn.region, round, agencyId: agency, formId: form }
      return c.json(await compareRevisions(c.var.now, asReader(deps, c), work, { from, to: revision }), 200)
    })
