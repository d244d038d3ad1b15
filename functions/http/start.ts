/**
 * What a page asks for when it is opened, in one answer instead of a chain of them: who is here, the rounds, and either an
 * agency's tasks, the board, or one form as far as it was filled. Each part is asked of its own route, so it says what that route says, to whom it says it.
 */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { shownRounds } from '../rules/shown-rounds.ts'
import { roundIdSchema } from '../schema/ids.ts'
import { access, isWide } from './access.ts'
import type { Deps } from './deps.ts'
import { json, resource } from './route.ts'
import { workParams } from './shapes.ts'

/** More open rounds than these are asked for one by one. */
const mostRounds = 4

const partSchema = z.object({
  path: z.string(),
  status: z.int(),
  /** Where the answer has an ETag. */
  etag: z.string().optional(),
  body: z.unknown(),
})
export type StartPart = z.infer<typeof partSchema>

const startRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'get',
    path: '/api/start',
    request: { query: workParams.partial().extend({ board: z.literal('newest').or(roundIdSchema).optional() }) },
    responses: {
      200: json(z.object({ parts: z.array(partSchema) }), 'Answers of other addresses, as they would give them now.'),
    },
  })

/** The request that began, and what came with it; for another address of this API. */
type Asked = { readonly req: { readonly url: string; readonly raw: Request }; readonly env: unknown }

/** `ask` sends a request for the same person to another route of this API. */
export const startRoutes = (deps: Deps, ask: (asked: Asked, path: string) => Promise<Response>) =>
  resource().openapi(startRoute(deps), async (c) => {
    const part = async (path: string) => partOf(path, await ask(c, path))
    const { round, agency, form, board } = c.req.valid('query')
    const [me, rounds] = [part('/api/me'), part('/api/rounds')]
    const special = async () => {
      if (round !== undefined && agency !== undefined && form !== undefined)
        return formParts(part, { round, agency, form })
      if (!isWide(c.var.signedIn.person)) return taskParts(part, await rounds)
      return board === undefined ? [] : boardParts(part, await rounds, board)
    }
    const parts = await Promise.all([me, rounds, special()])
    c.header('Cache-Control', 'private, no-store')
    return c.json({ parts: parts.flat() }, 200)
  })

type Part = (path: string) => Promise<StartPart>

type Listed = { readonly id: string; readonly stage: string }
const listed = ({ body }: StartPart) => (body as { rounds?: Listed[] }).rounds ?? []

/** `newest`: of the round that the board shows when none is named; no round is shown before one was opened. */
async function boardParts(part: Part, rounds: StartPart, asked: string): Promise<StartPart[]> {
  const all = listed(rounds)
  const newest = all.every(({ stage }) => stage === 'draft') ? undefined : all[0]?.id
  const id = asked === 'newest' ? newest : asked
  if (id === undefined) return []
  const path = `/api/rounds/${encodeURIComponent(id)}`
  return Promise.all([part(path), part(`${path}/completeness?cells=brief`)])
}

async function taskParts(part: Part, rounds: StartPart): Promise<StartPart[]> {
  const shown = shownRounds(listed(rounds)).slice(0, mostRounds)
  const paths = shown.map(({ id }) => `/api/rounds/${encodeURIComponent(id)}`)
  return Promise.all(paths.flatMap((path) => [part(path), part(`${path}/assignments`)]))
}

type Work = { readonly round: string; readonly agency: string; readonly form: string }

async function formParts(part: Part, work: Work): Promise<StartPart[]> {
  const [round, agency, form] = [work.round, work.agency, work.form].map(encodeURIComponent)
  const assignments = part(`/api/rounds/${round}/assignments?agency=${agency}`)
  const definition = assignments.then(({ body }) => {
    const { assignments: all = [] } = body as {
      assignments?: (Work & { agencyId: string; formId: string; formVersion: number })[]
    }
    const own = all.find(({ agencyId, formId }) => agencyId === work.agency && formId === work.form)
    return own === undefined ? [] : [part(`/api/forms/${form}/versions/${own.formVersion}`)]
  })
  const others = [
    `/api/rounds/${round}`,
    '/api/references',
    `/api/rounds/${round}/agencies/${agency}/forms/${form}/draft`,
  ]
  return Promise.all([assignments, ...others.map(part), ...(await definition)])
}

async function partOf(path: string, answer: Response): Promise<StartPart> {
  const etag = answer.headers.get('ETag')
  return { path, status: answer.status, ...(etag === null ? {} : { etag }), body: await answer.json() }
}
