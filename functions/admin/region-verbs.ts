/** Regions, and who coordinates them. */
import * as z from 'zod'
import { closeRegion } from '../domain/archive/close-region.ts'
import { createRegion } from '../domain/region/create-region.ts'
import { inviteCoordinator } from '../domain/region/invite-coordinator.ts'
import { settleCanary } from '../domain/sign-in/canary.ts'
import { referenceEntrySchema } from '../schema/form.ts'
import { regionIdSchema } from '../schema/ids.ts'
import { agencySchema, holidaySchema, regionSettingsSchema } from '../schema/region.ts'
import { type Verb, verb } from './verb.ts'

/** Facts are stamped by whoever writes them: these by the system, for an operator is nobody of the region. */
const by = 'system'

const newRegionSchema = z.object({
  settings: regionSettingsSchema.pick({ region: true, name: true, zone: true, zoneName: true }).extend({
    replyTo: z.string(),
    helpPhone: z.string(),
  }),
  agencies: z.array(agencySchema.omit({ at: true, by: true })),
  holidays: z.array(holidaySchema),
  references: z.record(z.string(), z.array(referenceEntrySchema)),
})

const invitationSchema = z.object({
  region: regionIdSchema,
  email: z.string().trim(),
  name: z.string().trim(),
  title: z.string().trim(),
  phone: z.string().trim().optional(),
})

export const regionVerbs: Readonly<Record<string, Verb>> = {
  'region.list': verb(z.object({}), async ({ ports: { regions, rounds } }) => {
    const ids = await regions.list()
    return Promise.all(
      ids.map(async (region) => {
        const [facts, roundIds] = await Promise.all([regions.load(region), rounds.list(region)])
        const people = facts?.people.filter(({ disabled }) => !disabled) ?? []
        return {
          region,
          name: facts?.settings.name.id ?? region,
          zoneName: facts?.settings.zoneName ?? '',
          closedAt: facts?.settings.closedAt ?? null,
          agencies: facts?.agencies.length ?? 0,
          people: people.length,
          coordinators: people.filter(({ role }) => role === 'coordinator').length,
          rounds: roundIds,
        }
      }),
    )
  }),
  'region.create': verb(newRegionSchema, async ({ now, ports, dryRun }, content) => {
    if (ports.canary && !dryRun) await settleCanary(now, ports)
    return createRegion(now, ports, { by, content, dryRun })
  }),
  'region.close': verb(
    z.object({ region: regionIdSchema, to: z.enum(['closed', 'open']) }),
    ({ now, ports, dryRun }, { region, to }) => closeRegion(now, ports, { region, by, to, dryRun }),
  ),
  'coordinator.invite': verb(invitationSchema, async ({ now, ports, dryRun }, content) => ({
    ...(await inviteCoordinator(now, ports, { by, content, dryRun })),
    siteUrl: ports.siteUrl,
  })),
}
