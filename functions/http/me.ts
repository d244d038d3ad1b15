/** Who is signed in, and the one thing people change about themselves here: their language. */
import { createRoute } from '@hono/zod-openapi'
import { Refused } from '../domain/refusal.ts'
import type { SignedIn } from '../domain/sign-in/session.ts'
import { type Me, meSchema } from '../schema/me.ts'
import { access } from './access.ts'
import type { Deps } from './deps.ts'
import { body, json, resource } from './route.ts'
import { languageRequestSchema } from './shapes.ts'

const meRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'get',
    path: '/api/me',
    responses: { 200: json(meSchema, 'Who is signed in, and until when.') },
  })
const languageRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'signed-in'),
    method: 'put',
    path: '/api/me',
    request: { body: body(languageRequestSchema) },
    responses: { 200: json(meSchema, 'The language of pages and mails is changed.') },
  })

export const meRoutes = (deps: Deps) =>
  resource()
    .openapi(meRoute(deps), async (c) => c.json(await meView(deps, c.var.signedIn), 200))
    .openapi(languageRoute(deps), async (c) => {
      const { signedIn, now } = c.var
      const person = { ...signedIn.person, ...c.req.valid('json'), at: now.toISOString(), by: signedIn.person.id }
      await deps.regions.revisePerson(signedIn.region, person)
      return c.json(await meView(deps, { ...signedIn, person }), 200)
    })

/** What the page is told about the session's person. */
export async function meView(deps: Deps, { region, person, ends }: SignedIn): Promise<Me> {
  const facts = await deps.regions.load(region)
  if (facts === undefined) throw new Refused({ code: 'not-signed-in' })
  const { id, name, title, email, role, language } = person
  return {
    id,
    name,
    title,
    email,
    role,
    region,
    regionName: facts.settings.name,
    zone: facts.settings.zone,
    zoneName: facts.settings.zoneName,
    language,
    ...(facts.settings.colours === undefined ? {} : { colours: facts.settings.colours }),
    ...(facts.settings.logo === undefined ? {} : { logo: `/api/logos/${region}/${facts.settings.logo.sha256}` }),
    agencies: facts.agencies
      .filter((agency) => person.agencyIds.includes(agency.id))
      .map((agency) => ({ id: agency.id, name: agency.name, shortName: agency.shortName })),
    idleEndsAt: ends.idleEndsAt.toISOString(),
    endsAt: ends.endsAt.toISOString(),
  }
}
