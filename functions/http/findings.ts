/** What the checks found in a form, and the agency's explanation of it: an explained finding is not mailed again. */
import { createRoute, z } from '@hono/zod-openapi'
import { explainFinding } from '../domain/round/explain-finding.ts'
import { loadWork } from '../domain/round/load-round.ts'
import { findingSchema } from '../schema/round.ts'
import { access } from './access.ts'
import type { Deps } from './deps.ts'
import { body, json, resource } from './route.ts'
import { explanationRequestSchema, workParams } from './shapes.ts'

const path = '/api/rounds/{round}/agencies/{agency}/forms/{form}/findings'
const listRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'agency-read'),
    method: 'get',
    path,
    request: { params: workParams },
    responses: { 200: json(z.object({ findings: z.array(findingSchema) }), 'Findings about this form.') },
  })
const explainRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'agency-write'),
    method: 'post',
    path: `${path}/{finding}/explanation`,
    request: { params: workParams.extend({ finding: z.string().max(300) }), body: body(explanationRequestSchema) },
    responses: { 200: json(findingSchema, 'The finding, explained.') },
  })

export const findingRoutes = (deps: Deps) =>
  resource()
    .openapi(listRoute(deps), async (c) => {
      const { round, agency, form } = c.req.valid('param')
      const work = { region: c.var.signedIn.region, round, agencyId: agency, formId: form }
      const { state } = await loadWork(deps, work)
      const findings = state.facts.findings.filter((each) => each.agencyId === agency && each.formId === form)
      return c.json({ findings }, 200)
    })
    .openapi(explainRoute(deps), async (c) => {
      const { round, agency, form, finding } = c.req.valid('param')
      const { region, person } = c.var.signedIn
      const work = { region, round, agencyId: agency, formId: form }
      const { text } = c.req.valid('json')
      return c.json(await explainFinding(c.var.now, deps, { work, id: finding, text, by: person.id }), 200)
    })
