/** Who cannot be reached by mail and whom to call instead; and addresses that are written to again. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { unreachablePeople } from '../domain/notices/plan/unreachable.ts'
import { Refused } from '../domain/refusal.ts'
import { repairMailbox } from '../domain/region/repair-mailbox.ts'
import { countAct } from '../domain/sign-in/count-act.ts'
import { personIdSchema } from '../schema/ids.ts'
import type { Person } from '../schema/region.ts'
import { access, freshAccess } from './access.ts'
import type { Deps } from './deps.ts'
import { repairRequestSchema, unreachableSchema } from './mail-shapes.ts'
import { agencyView, recipientView } from './round-view.ts'
import { body, json, resource } from './route.ts'
import { recipientSchema } from './shapes.ts'

const unreachableRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'wide'),
    method: 'get',
    path: '/api/unreachable',
    responses: { 200: json(unreachableSchema, 'Longest unreachable first, with whom to call instead.') },
  })
const repairRoute = (deps: Deps) =>
  createRoute({
    ...freshAccess(deps, 'coordinator'),
    method: 'post',
    path: '/api/mailboxes/{person}/repairs',
    request: { params: z.object({ person: personIdSchema }), body: body(repairRequestSchema) },
    responses: { 200: json(recipientSchema, 'The person, who is written to again.') },
  })

export const mailboxRoutes = (deps: Deps) =>
  resource()
    .openapi(unreachableRoute(deps), async (c) => {
      const { region, person: reader } = c.var.signedIn
      const place = await deps.regions.load(region)
      if (place === undefined) throw new Refused({ code: 'not-found', what: 'region' })
      const call = (person: Person) => ({
        ...recipientView(place.people, person.id, reader),
        role: person.role,
        ...(person.phone === undefined || reader.role !== 'coordinator' ? {} : { phone: person.phone }),
      })
      const people = unreachablePeople(place).map(({ person, mailbox, deputy, instead }) => ({
        person: call(person),
        state: mailbox.state,
        since: mailbox.at,
        nid: mailbox.nid,
        ...(deputy === undefined ? {} : { deputy: call(deputy) }),
        instead: instead.map((each) => ({ agency: agencyView(each.agency), people: each.people.map(call) })),
      }))
      return c.json({ people }, 200)
    })
    .openapi(repairRoute(deps), async (c) => {
      const { region, person: coordinator } = c.var.signedIn
      const repair = { region, by: coordinator.id, personId: c.req.valid('param').person, ...c.req.valid('json') }
      await countAct(c.var.now, deps, c.var.signedIn, 'mailbox')
      const person = await repairMailbox(c.var.now, deps, { ...repair, email: repair.email })
      return c.json(recipientView([person], person.id, coordinator), 200)
    })
