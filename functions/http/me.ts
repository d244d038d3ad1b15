/** Who is signed in, and what people change about themselves here: their language, and when the digest comes. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { assertSubscriber, chooseDigest, digestWish, stopDigest } from '../domain/notices/desk/choose-digest.ts'
import { Refused } from '../domain/refusal.ts'
import { deviceKeyOf } from '../domain/secrets/token.ts'
import { countAct } from '../domain/sign-in/count-act.ts'
import type { SignedIn } from '../domain/sign-in/session.ts'
import { digestWishSchema, type Me, meSchema } from '../schema/me.ts'
import { access, publicAccess } from './access.ts'
import type { Deps } from './deps.ts'
import { body, json, resource } from './route.ts'
import { languageRequestSchema } from './shapes.ts'

const tokenParam = z.object({ token: z.string().max(200).openapi({ example: 'kota-kupang.bappeda-koordinator.x' }) })

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

const digestRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'put',
    path: '/api/me/digest',
    request: { body: body(digestWishSchema) },
    responses: { 200: json(meSchema, 'The digest comes as wished; a new hour counts from tomorrow.') },
  })
/** Called by mail programs (RFC 8058): no session, no origin, a form body that says nothing. The token is the proof. */
const unsubscribeRoute = createRoute({
  ...publicAccess,
  method: 'post',
  path: '/api/unsubscribe/{token}',
  request: { params: tokenParam },
  responses: { 204: { description: 'No more digests. Again changes nothing.' } },
})
/** A person who opens the address in a browser: nothing happens before the click on the page. */
const unsubscribePageRoute = createRoute({
  ...publicAccess,
  method: 'get',
  path: '/api/unsubscribe/{token}',
  request: { params: tokenParam },
  responses: { 303: { description: 'To the page that asks.' } },
})

export const meRoutes = (deps: Deps) =>
  resource()
    .openapi(meRoute(deps), async (c) => c.json(await meView(deps, c.var.signedIn), 200))
    .openapi(languageRoute(deps), async (c) => {
      const { signedIn, now } = c.var
      const { language } = c.req.valid('json')
      await countAct(now, deps, signedIn, 'language')
      const { person, region } = signedIn
      if (person.language !== language) await deps.regions.chooseLanguage(region, { personId: person.id, language })
      return c.json(await meView(deps, { ...signedIn, person: { ...person, language } }), 200)
    })

/** The digest's wish, and the public address that stops it. */
export const digestRoutes = (deps: Deps) =>
  resource()
    .openapi(digestRoute(deps), async (c) => {
      const { signedIn, now } = c.var
      const { region, person } = signedIn
      await countAct(now, deps, signedIn, 'digest')
      const revised = await chooseDigest(now, deps, { region, person, wish: c.req.valid('json') })
      return c.json(await meView(deps, { ...signedIn, person: revised }), 200)
    })
    .openapi(unsubscribeRoute, async (c) => {
      await stopDigest(deps, c.req.valid('param').token)
      return c.body(null, 204)
    })
    .openapi(unsubscribePageRoute, async (c) => {
      const { token } = c.req.valid('param')
      await assertSubscriber(deps, token)
      return c.redirect(`/berhenti?${new URLSearchParams({ kunci: token })}`, 303)
    })

/** What the page is told about the session's person. */
export async function meView(deps: Deps, { region, person, ends }: Omit<SignedIn, 'seen'>): Promise<Me> {
  const facts = await deps.regions.load(region)
  if (facts === undefined) throw new Refused({ code: 'not-signed-in' })
  const { id, name, title, email, role, language } = person
  const wish = digestWish(person)
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
    deviceKey: deviceKeyOf(deps.codeKey, { region, personId: id }),
    ...(wish === undefined ? {} : { digest: wish }),
    ...(facts.settings.colours === undefined ? {} : { colours: facts.settings.colours }),
    ...(facts.settings.logo === undefined ? {} : { logo: `/api/logos/${region}/${facts.settings.logo.sha256}` }),
    agencies: facts.agencies
      .filter((agency) => person.agencyIds.includes(agency.id))
      .map((agency) => ({ id: agency.id, name: agency.name, shortName: agency.shortName })),
    idleEndsAt: ends.idleEndsAt.toISOString(),
    endsAt: ends.endsAt.toISOString(),
  }
}
