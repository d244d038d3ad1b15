/** Mails of a rehearsal: everybody sees those to themselves, the coordinator and viewers all of them, also as somebody else sees them. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import type { RenderedMail } from '../domain/notices/ledger/mailer.ts'
import { Refused } from '../domain/refusal.ts'
import { clockOf } from '../domain/rehearsal/rehearsal-clock.ts'
import { loadRound } from '../domain/round/load-round.ts'
import type { RoundState } from '../domain/round/rounds.ts'
import type { Person } from '../schema/region.ts'
import { type CapturedMail, capturedMailSchema } from '../schema/rehearsal.ts'
import { access, isWide } from './access.ts'
import type { Deps } from './deps.ts'
import { nidSchema, renderedMailSchema } from './mail-shapes.ts'
import { recipientView } from './round-view.ts'
import { json, resource } from './route.ts'
import { mailPagePolicy } from './security.ts'
import { recipientSchema, roundParams } from './shapes.ts'

const mailSchema = capturedMailSchema.omit({ recipientId: true }).extend({ recipient: recipientSchema })
export type CapturedMailView = z.infer<typeof mailSchema>

const listRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'get',
    path: '/api/rounds/{round}/captured-mails',
    request: { params: roundParams },
    responses: { 200: json(z.object({ mails: z.array(mailSchema) }), 'Newest first; 404 for a round that is real.') },
  })
const oneRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'get',
    path: '/api/rounds/{round}/captured-mails/{id}',
    request: { params: roundParams.extend({ id: nidSchema }) },
    responses: { 200: json(renderedMailSchema, 'How it reads. Nobody was sent it.') },
  })
const pageRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'get',
    path: '/api/rounds/{round}/captured-mails/{id}/page',
    request: { params: roundParams.extend({ id: nidSchema }) },
    responses: {
      200: { description: 'As a mail program shows it.', content: { 'text/html': { schema: z.string() } } },
    },
  })

export const capturedMailRoutes = (deps: Deps) =>
  resource()
    .openapi(listRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const { round } = c.req.valid('param')
      const state = await loadRound(deps, region, round)
      const mails = await readable(deps, state, person)
      const views = mails
        .toSorted((a, b) => (b.at === a.at ? a.nid.localeCompare(b.nid) : b.at.localeCompare(a.at)))
        .map(({ recipientId, ...mail }) => ({
          ...mail,
          recipient: recipientView(state.region.people, recipientId, person),
        }))
      return c.json({ mails: views }, 200)
    })
    .openapi(oneRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      return c.json(await readMail(deps, region, person, c.req.valid('param')), 200)
    })
    .openapi(pageRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const { html } = await readMail(deps, region, person, c.req.valid('param'))
      c.header('Content-Security-Policy', mailPagePolicy)
      return c.html(html.replace('<head>', '<head><base target="_blank">'), 200)
    })

type Asked = { readonly round: string; readonly id: string }

/** Refuses with `not-found`, also for what this reader may not see. */
async function readMail(deps: Deps, region: string, reader: Person, { round, id }: Asked): Promise<RenderedMail> {
  const mails = await readable(deps, await loadRound(deps, region, round), reader)
  const known = mails.some(({ nid }) => nid === id)
  const mail = known ? await deps.captured.body(region, round, id) : undefined
  if (mail === undefined) throw new Refused({ code: 'not-found', what: 'notice' })
  return mail
}

async function readable(deps: Deps, { facts }: RoundState, reader: Person): Promise<readonly CapturedMail[]> {
  clockOf(facts)
  const mails = await deps.captured.list(facts.region, facts.round.id)
  return isWide(reader) ? mails : mails.filter(({ recipientId }) => recipientId === reader.id)
}
