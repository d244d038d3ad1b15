/** What settings would do to the mails if they were saved: the same body as the save, and nothing is written. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import {
  previewRegionSettings,
  previewRoundPlan,
  type SettingsPreview,
} from '../domain/notices/desk/preview-settings.ts'
import { agencyIdSchema, instantSchema, localTimeSchema } from '../schema/ids.ts'
import { noticeKindSchema } from '../schema/notice.ts'
import { agencySchema, roleSchema } from '../schema/region.ts'
import { calendarRequestSchema } from '../schema/region-requests.ts'
import { roundPlanSchema } from '../schema/round-plan.ts'
import { access } from './access.ts'
import type { Deps } from './deps.ts'
import { explanationSchema } from './mail-shapes.ts'
import { refuseUnknown } from './refuse-unknown.ts'
import { body, json, resource } from './route.ts'
import { roundParams } from './shapes.ts'

const effectSchema = z.object({
  /** Oldest first; none: no mail changes. */
  lines: z.array(
    z.object({
      effect: z.enum(['added', 'moved', 'changed', 'removed', 'left-out', 'was-sent']),
      kind: noticeKindSchema,
      step: explanationSchema.shape.step,
      /** The hour of the day before, where it moves. */
      from: localTimeSchema.nullable(),
      /** Its days, all at one hour. */
      at: z.array(instantSchema),
      /** How many people of each role, and the names of the first few. */
      people: z.partialRecord(roleSchema, z.int()),
      names: z.array(z.string()),
    }),
  ),
})
export type SettingsEffect = z.infer<typeof effectSchema>

const named = 3
const said = 'What would change in the mails to come and in those of today. Nothing is written.'

const roundEffectRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: '/api/rounds/{round}/mail-plan',
    request: { params: roundParams, body: body(roundPlanSchema) },
    responses: { 200: json(effectSchema, said) },
  })
const regionEffectRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'coordinator'),
    method: 'post',
    path: '/api/directory/mail-plan',
    request: {
      body: body(
        z.union([
          z.strictObject(calendarRequestSchema.shape),
          z.strictObject({ agencyId: agencyIdSchema, workingWeek: agencySchema.shape.workingWeek }),
        ]),
      ),
    },
    responses: { 200: json(effectSchema, said) },
  })

export const settingsEffectRoutes = (deps: Deps) =>
  resource()
    .openapi(roundEffectRoute(deps), async (c) => {
      await refuseUnknown(c, roundPlanSchema.shape)
      const { region } = c.var.signedIn
      const input = { region, round: c.req.valid('param').round, plan: c.req.valid('json') }
      return c.json(viewOf(await previewRoundPlan(c.var.now, deps, input)), 200)
    })
    .openapi(regionEffectRoute(deps), async (c) => {
      const input = { region: c.var.signedIn.region, supposed: c.req.valid('json') }
      return c.json(viewOf(await previewRegionSettings(c.var.now, deps, input)), 200)
    })

function viewOf({ lines, people: all }: SettingsPreview): SettingsEffect {
  const people = new Map(all.map((person) => [person.id, person]))
  return {
    lines: lines.map(({ people: ids, ...line }) => {
      const concerned = ids.flatMap((id) => people.get(id) ?? [])
      const roles = [...Map.groupBy(concerned, ({ role }) => role)].map(([role, some]) => [role, some.length])
      return { ...line, people: Object.fromEntries(roles), names: concerned.slice(0, named).map(({ name }) => name) }
    }),
  }
}
