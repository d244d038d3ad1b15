/** What the checks found in a form, and the agency's explanation of it: an explained finding is not mailed again. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { nameIn, ownChecksOf, type RegionFacts } from '../domain/region/regions.ts'
import { loadTasks, loadWork } from '../domain/round/load-round.ts'
import { decideFinding } from '../domain/submission/decide-finding.ts'
import { explainFinding } from '../domain/submission/explain-finding.ts'
import { ownChecksSchema } from '../schema/checks/own/own-check.ts'
import { type Finding, findingSchema } from '../schema/round.ts'
import { access, isWide, maySee } from './access.ts'
import type { Deps } from './deps.ts'
import { body, json, resource } from './route.ts'
import { decisionOnFindingSchema, explanationRequestSchema, roundParams, workParams } from './shapes.ts'

const allRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'get',
    path: '/api/rounds/{round}/findings',
    request: { params: roundParams },
    responses: {
      200: json(
        z.object({ findings: z.array(findingSchema) }),
        'Findings about the caller’s agencies that are not solved; of all agencies for coordinator and viewers.',
      ),
    },
  })
const path = '/api/rounds/{round}/agencies/{agency}/forms/{form}/findings'
const listRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'agency-read'),
    method: 'get',
    path,
    request: { params: workParams },
    responses: {
      200: json(
        z.object({ findings: z.array(findingSchema), checks: ownChecksSchema }),
        'Findings about this form, and what the coordinator chose to have checked of it.',
      ),
    },
  })
const explainRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'agency-write'),
    method: 'post',
    path: `${path}/{finding}/explanation`,
    request: { params: workParams.extend({ finding: z.string().max(300) }), body: body(explanationRequestSchema) },
    responses: { 200: json(findingSchema, 'The finding, explained.') },
  })

const decideRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: '/api/rounds/{round}/findings/{finding}/explanation',
    request: {
      params: roundParams.extend({ finding: z.string().max(300) }),
      body: body(decisionOnFindingSchema),
    },
    responses: {
      200: json(findingSchema, 'The finding, explained or set aside; also one that concerns the whole city.'),
    },
  })

/** Who explained is a name for those who read it. */
function named({ people }: RegionFacts, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => {
    const { explanation } = finding
    if (explanation === undefined) return finding
    return { ...finding, explanation: { ...explanation, byName: nameIn({ people }, explanation.by) } }
  })
}

export const findingRoutes = (deps: Deps) =>
  resource()
    .openapi(allRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const own = isWide(person) ? undefined : person.agencyIds
      const state = await loadTasks(deps, { region, round: c.req.valid('param').round }, own)
      const findings = state.facts.findings.filter((each) => each.state !== 'solved' && maySee(person, each.agencyId))
      return c.json({ findings: named(state.region, findings) }, 200)
    })
    .openapi(listRoute(deps), async (c) => {
      const { round, agency, form } = c.req.valid('param')
      const work = { region: c.var.signedIn.region, round, agencyId: agency, formId: form }
      const { state } = await loadWork(deps, work)
      const findings = state.facts.findings.filter((each) => each.agencyId === agency && each.formId === form)
      return c.json(
        { findings: named(state.region, findings), checks: [...(ownChecksOf(state.region)[form] ?? [])] },
        200,
      )
    })
    .openapi(decideRoute(deps), async (c) => {
      const { round, finding: id } = c.req.valid('param')
      const { region, person } = c.var.signedIn
      const { text, setAside = false } = c.req.valid('json')
      return c.json(await decideFinding(c.var.now, deps, { region, round, id, text, setAside, by: person.id }), 200)
    })
    .openapi(explainRoute(deps), async (c) => {
      const { round, agency, form, finding } = c.req.valid('param')
      const { region, person } = c.var.signedIn
      const work = { region, round, agencyId: agency, formId: form }
      const { text, basis } = c.req.valid('json')
      const input = { work, id: finding, text, basis, by: person.id }
      return c.json(await explainFinding(c.var.now, deps, input), 200)
    })
