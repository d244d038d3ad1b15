/** Personal data: what is known of one person, erasing it, and what ends by itself. */
import * as z from 'zod'
import { accessesSince } from '../domain/access/accesses.ts'
import { endRetention } from '../domain/erasure/end-retention.ts'
import { copyPerson, erasePerson } from '../domain/erasure/erase-person.ts'
import { settleCanary } from '../domain/sign-in/canary.ts'
import { personIdSchema, regionIdSchema } from '../schema/ids.ts'
import { type Verb, verb } from './verb.ts'

const personSchema = z.object({ region: regionIdSchema, person: personIdSchema })

export const personVerbs: Readonly<Record<string, Verb>> = {
  'person.erase': verb(personSchema, ({ ports, dryRun }, { region, person }) =>
    erasePerson(ports, { region, personId: person }, { dryRun }),
  ),
  'person.copy': verb(personSchema, ({ ports }, { region, person }) => copyPerson(ports, { region, personId: person })),
  /** Who looked at what: of everybody, or of one person. */
  'person.access': verb(
    z.object({ region: regionIdSchema, person: personIdSchema.optional(), since: z.iso.date() }),
    ({ now, ports }, { region, person, since }) =>
      accessesSince(now, ports, { region, since: new Date(`${since}T00:00:00Z`), personId: person }),
  ),
  /** Of one region, or as the daily schedule asks of all. */
  'retention.end': verb(z.object({ region: regionIdSchema.optional() }), async ({ now, ports, dryRun }, { region }) => {
    if (ports.canary && !dryRun && region === undefined) await settleCanary(now, ports)
    const regions = region === undefined ? await ports.regions.list() : [region]
    const ended = []
    for (const each of regions) ended.push(await endRetention(now, ports, { region: each, dryRun }))
    return ended
  }),
}
