/** What is due: an agency's own forms, or all of the region's for coordinator and viewers; and the board over them. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { assignmentsOf } from '../domain/round/assignments.ts'
import { expectedAnswers } from '../domain/round/expected-answers.ts'
import { loadRound, loadTasks } from '../domain/round/load-round.ts'
import { isDraft } from '../domain/round/windows.ts'
import { briefRows } from '../rules/brief-cells.ts'
import { agencyIdSchema } from '../schema/ids.ts'
import { assignmentSchema } from '../schema/round.ts'
import { access, isWide, maySee } from './access.ts'
import { completenessView } from './completeness-view.ts'
import type { Deps } from './deps.ts'
import { json, resource } from './route.ts'
import { briefBoardSchema, completenessBoardSchema, roundParams } from './shapes.ts'

const assignmentsRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'get',
    path: '/api/rounds/{round}/assignments',
    request: { params: roundParams, query: z.object({ agency: agencyIdSchema.optional() }) },
    responses: {
      200: json(z.object({ assignments: z.array(assignmentSchema) }), 'One for each form, of all agencies or of one.'),
    },
  })
const completenessRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'wide'),
    method: 'get',
    path: '/api/rounds/{round}/completeness',
    request: { params: roundParams, query: z.object({ cells: z.literal('brief').optional() }) },
    responses: {
      200: json(
        z.union([completenessBoardSchema, briefBoardSchema]),
        'The board: agencies by forms, with counts that equal the cells. `cells=brief`: of each cell what differs from the cell of its status before it, without the names of what is missing; a board of thousands of cells is too large otherwise.',
      ),
    },
  })

export const assignmentRoutes = (deps: Deps) =>
  resource()
    .openapi(assignmentsRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const { round } = c.req.valid('param')
      const { agency } = c.req.valid('query')
      const own = isWide(person) ? undefined : person.agencyIds
      const asked = agency === undefined ? own : [agency].filter((id) => maySee(person, id))
      const state = await loadTasks(deps, { region, round }, asked)
      if (own !== undefined && isDraft(state.facts)) return c.json({ assignments: [] }, 200)
      const expected = await expectedAnswers(c.var.now, deps, state)
      return c.json({ assignments: assignmentsOf(c.var.now, state, expected) }, 200)
    })
    .openapi(completenessRoute(deps), async (c) => {
      const state = await loadRound(deps, c.var.signedIn.region, c.req.valid('param').round)
      const expected = await expectedAnswers(c.var.now, deps, state)
      const { agencies, ...board } = await completenessView(c.var.now, deps, state, expected)
      if (c.req.valid('query').cells === undefined) return c.json({ ...board, agencies }, 200)
      return c.json({ ...board, agencies: briefRows(agencies) }, 200)
    })
