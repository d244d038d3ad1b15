/**
 * What a page asks for when it is opened, in one answer instead of a chain of them: who is here, the rounds, and either an
 * agency's tasks or one form as far as it was filled. Each part is asked of its own route, so it says what that route says, to whom it says it.
 */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { shownRounds } from '../rules/shown-rounds.ts'
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
    request: { query: workParams.partial() },
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
    const { round, agency, form } = c.req.valid('query')
    const general = ['/api/me', '/api/rounds'].map(part)
    const special =
      round !== undefined && agency !== undefined && form !== undefined
        ? formParts(part, { round, agency, form })
        : isWide(c.var.signedIn.person)
          ? []
          : general[1]?.then((rounds) => taskParts(part, rounds))
    const parts = await Promise.all([...general, Promise.resolve(special)])
    c.header('Cache-Control', 'private, no-store')
    return c.json({ parts: parts.flat().flatMap((each) => each ?? []) }, 200)
  })

type Part = (path: string) => Promise<StartPart>

async function taskParts(part: Part, { body }: StartPart): Promise<StartPart[]> {
  const { rounds = [] } = body as { rounds?: { id: string; stage: string }[] }
  const shown = shownRounds(rounds).slice(0, mostRounds)
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
