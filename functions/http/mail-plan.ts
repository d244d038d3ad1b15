/**
 * Mails to come: what, to whom, when and why; as if another day were today, and as if a decision about the dates had been made.
 * And one of them as it would read.
 */
import { createRoute } from '@hono/zod-openapi'
import type * as z from 'zod'
import { loadUpcoming } from '../domain/notices/desk/upcoming.ts'
import { planMails, type SupposedChange } from '../domain/notices/desk/what-if.ts'
import { digestsPlannedBefore, loadSentDigests } from '../domain/notices/ledger/sent-digests.ts'
import { previewMail } from '../domain/notices/write-notice.ts'
import { Refused } from '../domain/refusal.ts'
import { instantOf } from '../rules/zone.ts'
import { access } from './access.ts'
import type { Deps } from './deps.ts'
import { mailPlanQuery, mailPlanSchema, nidSchema, renderedMailSchema } from './mail-shapes.ts'
import { plannedMailView } from './notification-view.ts'
import { json, resource } from './route.ts'
import { roundParams } from './shapes.ts'

const planRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'wide'),
    method: 'get',
    path: '/api/rounds/{round}/mail-plan',
    request: { params: roundParams, query: mailPlanQuery },
    responses: { 200: json(mailPlanSchema, 'Every mail to come; with a change also what it would add and take away.') },
  })
const previewRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'wide'),
    method: 'get',
    path: '/api/rounds/{round}/mail-plan/{id}',
    request: { params: roundParams.extend({ id: nidSchema }), query: mailPlanQuery },
    responses: { 200: json(renderedMailSchema, 'The mail as it would read if nobody did anything more until then.') },
  })

export const mailPlanRoutes = (deps: Deps) =>
  resource()
    .openapi(planRoute(deps), async (c) => {
      const { region, person } = c.var.signedIn
      const { round } = c.req.valid('param')
      const query = c.req.valid('query')
      const asOf = (await momentOf(query.asOf, deps, region)) ?? c.var.now
      const state = await loadUpcoming(asOf, deps, region, round)
      const { mails, difference } = planMails(asOf, state, round, changeIn(query))
      const views = (all: typeof mails) => all.map((mail) => plannedMailView(mail, state.region.people, person))
      const changed = difference && {
        ...difference,
        added: views(difference.added),
        removed: views(difference.removed),
        changed: views(difference.changed),
      }
      return c.json({ asOf: asOf.toISOString(), mails: views(mails), ...(changed && { difference: changed }) }, 200)
    })
    .openapi(previewRoute(deps), async (c) => {
      const { region } = c.var.signedIn
      const { round, id } = c.req.valid('param')
      const query = c.req.valid('query')
      const asOf = (await momentOf(query.asOf, deps, region)) ?? c.var.now
      const state = await loadUpcoming(asOf, deps, region, round)
      const plan = planMails(asOf, state, round, changeIn(query))
      const planned = plan.mails.find(({ nid }) => nid === id)
      const [references, sent] = await Promise.all([
        deps.regions.references(region),
        loadSentDigests(deps, region, round),
      ])
      const sentDigests = planned === undefined ? sent : [...sent, ...digestsPlannedBefore(plan.mails, planned)]
      const mail = planned && (await previewMail(deps, planned, { ...plan.state, references, sentDigests }))
      if (mail === undefined) throw new Refused({ code: 'not-found', what: 'notice' })
      return c.json(mail, 200)
    })

/** A text without an offset is a wall clock in the region's zone, as a field for date and time gives it. */
async function momentOf(
  asOf: string | undefined,
  { regions }: Pick<Deps, 'regions'>,
  region: string,
): Promise<Date | undefined> {
  if (asOf === undefined) return undefined
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(asOf) ?? []
  if (date === undefined || time === undefined) return new Date(asOf)
  return instantOf(date, time, (await regions.directory(region))?.settings.zone ?? 'UTC')
}

/** `undefined`: nothing is supposed about the dates. */
function changeIn({ change, closesOn, targetOn, agencies }: z.infer<typeof mailPlanQuery>): SupposedChange | undefined {
  if (change === undefined) return undefined
  if (change !== 'close' && closesOn === undefined) {
    throw new Refused({
      code: 'malformed-request',
      errors: [{ pointer: '/closesOn', message: 'closesOn is required' }],
    })
  }
  const some = agencies !== undefined && agencies.length > 0 ? { agencyIds: agencies } : {}
  return { kind: change, closesOn, targetOn, ...some }
}
