/**
 * The region's agencies and people for its coordinator, each with its history. What is changed names the revision it is
 * based on (If-Match); what is new is posted. Nothing is ever deleted: a person is deactivated. Who may sign in is decided here,
 * so people are changed only after a fresh sign-in.
 */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { Refused } from '../domain/refusal.ts'
import { disablePerson, signOutEverywhere } from '../domain/region/change-person.ts'
import { reviseAgency, revisePerson } from '../domain/region/revise-directory.ts'
import { lacksAfter, lacksIn } from '../rules/staffing.ts'
import { agencyIdSchema, personIdSchema } from '../schema/ids.ts'
import { type Agency, agencySchema, lackSchema, type Person, personSchema } from '../schema/region.ts'
import {
  agencyRequestSchema,
  agencyRevisionSchema,
  personRequestSchema,
  personRevisionSchema,
} from '../schema/region-requests.ts'
import { access, freshAccess } from './access.ts'
import type { Deps } from './deps.ts'
import { revisionsOf } from './named.ts'
import { baseRevision, revisionTag } from './preconditions.ts'
import { refuseUnknown } from './refuse-unknown.ts'
import { personView } from './round-view.ts'
import { body, json, resource } from './route.ts'
import { ifMatchHeaders, personViewSchema } from './shapes.ts'

const directorySchema = z.object({ agencies: z.array(agencySchema), people: z.array(personViewSchema) })
export type Directory = z.infer<typeof directorySchema>

/** Agencies that have no operator, or no head, through this change. */
const warnings = { warnings: z.array(lackSchema) }
const warnedPersonSchema = personSchema.extend(warnings)

const agencyParams = z.object({ agency: agencyIdSchema })
const personParams = z.object({ person: personIdSchema })
const newestFirst = 'Newest first; the ETag is the newest one.'

const directoryRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'get',
    path: '/api/directory',
    responses: {
      200: json(directorySchema, 'As they stand now.'),
    },
  })
const agencyRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'get',
    path: '/api/directory/agencies/{agency}',
    request: { params: agencyParams },
    responses: { 200: json(z.object({ revisions: z.array(agencyRevisionSchema) }), newestFirst) },
  })
const newAgencyRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: '/api/directory/agencies',
    request: { body: body(agencyRequestSchema) },
    responses: { 201: json(agencySchema.extend(warnings), 'The new agency; it has no people yet.') },
  })
const reviseAgencyRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'put',
    path: '/api/directory/agencies/{agency}',
    request: { params: agencyParams, headers: ifMatchHeaders, body: body(agencyRequestSchema) },
    responses: { 200: json(agencySchema.extend(warnings), 'The agency from now on.') },
  })
const personRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'get',
    path: '/api/directory/people/{person}',
    request: { params: personParams },
    responses: { 200: json(z.object({ revisions: z.array(personRevisionSchema) }), newestFirst) },
  })
const newPersonRoute = (deps: Deps) =>
  createRoute({
    ...freshAccess(deps, 'coordinator'),
    method: 'post',
    path: '/api/directory/people',
    request: { body: body(personRequestSchema) },
    responses: { 201: json(warnedPersonSchema, 'The new person, who may sign in at once.') },
  })
const revisePersonRoute = (deps: Deps) =>
  createRoute({
    ...freshAccess(deps, 'coordinator'),
    method: 'put',
    path: '/api/directory/people/{person}',
    request: { params: personParams, headers: ifMatchHeaders, body: body(personRequestSchema) },
    responses: { 200: json(warnedPersonSchema, 'Another role, address or agency ends the person’s sessions.') },
  })

const actRoute = (deps: Deps, act: 'deactivation' | 'sign-outs', said: string) =>
  createRoute({
    ...freshAccess(deps, 'coordinator'),
    method: 'post',
    path: `/api/directory/people/{person}/${act}`,
    request: { params: personParams },
    responses: { 200: json(warnedPersonSchema, said) },
  })
const disabledWords = 'Deactivated, whatever else is being changed; every session is over for good.'
const signedOutWords = 'Every session of the person is over, wherever it was open.'

/** What the change leaves lacking that was there before. */
async function warnedPerson({ regions }: Deps, region: string, change: () => Promise<Person>) {
  const before = await regions.directory(region)
  const person = await change()
  return { ...person, warnings: before === undefined ? [] : lacksAfter(before, person) }
}

async function warnedAgency({ regions }: Deps, region: string, agency: Agency) {
  const people = (await regions.directory(region))?.people ?? []
  return { ...agency, warnings: lacksIn({ agencies: [agency], people }) }
}

export const directoryRoutes = (deps: Deps) =>
  resource()
    .openapi(directoryRoute(deps), async (c) => {
      const { region, person: reader } = c.var.signedIn
      const facts = await deps.regions.load(region)
      if (facts === undefined) throw new Refused({ code: 'not-found', what: 'region' })
      const people = facts.people.map((each) => personView(facts.mailboxes, each, reader))
      return c.json({ agencies: [...facts.agencies], people }, 200)
    })
    .openapi(agencyRoute(deps), async (c) => {
      const { agency } = c.req.valid('param')
      const revisions = await revisionsOf(deps, c.var.signedIn.region, 'agency', agency)
      c.header('ETag', revisionTag(revisions[0]?.revision ?? 0))
      return c.json({ revisions }, 200)
    })
    .openapi(newAgencyRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      await refuseUnknown(c, agencyRequestSchema.shape)
      const content = c.req.valid('json')
      const agency = await reviseAgency(c.var.now, deps, { region, by: person.id, base: 'new', content })
      return c.json(await warnedAgency(deps, region, agency), 201)
    })
    .openapi(reviseAgencyRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const base = baseRevision(c.req.valid('header')['if-match'])
      await refuseUnknown(c, agencyRequestSchema.shape)
      const content = { ...c.req.valid('json'), id: c.req.valid('param').agency }
      const agency = await reviseAgency(c.var.now, deps, { region, by: person.id, base, content })
      return c.json(await warnedAgency(deps, region, agency), 200)
    })
    .openapi(personRoute(deps), async (c) => {
      const { person } = c.req.valid('param')
      const revisions = await revisionsOf(deps, c.var.signedIn.region, 'person', person)
      c.header('ETag', revisionTag(revisions[0]?.revision ?? 0))
      return c.json({ revisions }, 200)
    })
    .openapi(newPersonRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      await refuseUnknown(c, personRequestSchema.shape)
      const content = c.req.valid('json')
      const change = () => revisePerson(c.var.now, deps, { region, by: person.id, base: 'new', content })
      return c.json(await warnedPerson(deps, region, change), 201)
    })
    .openapi(revisePersonRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const base = baseRevision(c.req.valid('header')['if-match'])
      await refuseUnknown(c, personRequestSchema.shape)
      const content = { ...c.req.valid('json'), id: c.req.valid('param').person }
      const change = () => revisePerson(c.var.now, deps, { region, by: person.id, base, content })
      return c.json(await warnedPerson(deps, region, change), 200)
    })
    .openapi(actRoute(deps, 'deactivation', disabledWords), async (c) => {
      const { region, person } = c.var.signedIn
      const { person: personId } = c.req.valid('param')
      const change = () => disablePerson(c.var.now, deps, { region, by: person.id, personId })
      return c.json(await warnedPerson(deps, region, change), 200)
    })
    .openapi(actRoute(deps, 'sign-outs', signedOutWords), async (c) => {
      const { region, person } = c.var.signedIn
      const { person: personId } = c.req.valid('param')
      const change = () => signOutEverywhere(c.var.now, deps, { region, by: person.id, personId })
      return c.json(await warnedPerson(deps, region, change), 200)
    })
