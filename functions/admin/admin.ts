/**
 * What an operator may do from a terminal: a closed table of verbs, each a shape of its input and one call of the domain.
 * Only IAM lets anybody in (deployed), or the machine's owner (local); there is no way here from the site. Every verb that
 * writes can be tried first: with `dryRun` it answers what it would do.
 */
import * as z from 'zod'
import { type Refusal, Refused } from '../domain/refusal.ts'
import { instantSchema } from '../schema/ids.ts'
import { archiveVerbs } from './archive-verbs.ts'
import { failureVerbs } from './failure-verbs.ts'
import { noticeVerbs } from './notice-verbs.ts'
import { personVerbs } from './person-verbs.ts'
import type { AdminPorts } from './ports.ts'
import { regionVerbs } from './region-verbs.ts'
import { roundVerbs } from './round-verbs.ts'
import type { Verb } from './verb.ts'

const verbs: Readonly<Record<string, Verb>> = {
  ...regionVerbs,
  ...archiveVerbs,
  ...noticeVerbs,
  ...failureVerbs,
  ...roundVerbs,
  ...personVerbs,
}

const eventSchema = z.object({
  verb: z.string(),
  input: z.unknown(),
  dryRun: z.boolean().default(true),
  /** The moment that the operator means; without it the clock's. A rehearsal on one machine has a clock of its own. */
  time: instantSchema.optional(),
})

export type AdminAnswer =
  | { answer: unknown }
  | { refused: Refusal }
  | { unusable: { pointer: string; message: string }[] }

/** Never throws for what the caller did wrong: that is an answer. */
export function createAdmin(ports: AdminPorts): (event: unknown) => Promise<AdminAnswer> {
  return async (event) => {
    const parsed = eventSchema.safeParse(event)
    if (!parsed.success) return { unusable: flaws(parsed.error) }
    const { verb: name, input, dryRun, time } = parsed.data
    const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
    if (verb === undefined) {
      return { unusable: [{ pointer: '/verb', message: `unknown; there are ${Object.keys(verbs).join(', ')}` }] }
    }
    const given = verb.input.safeParse(input)
    if (!given.success) return { unusable: flaws(given.error) }
    const now = time === undefined ? ports.clock() : new Date(time)
    try {
      return { answer: await verb.run({ now, ports, dryRun }, given.data as never) }
    } catch (error) {
      if (error instanceof Refused) return { refused: error.refusal }
      throw error
    }
  }
}

function flaws({ issues }: z.ZodError): { pointer: string; message: string }[] {
  return issues.map(({ path, message }) => ({ pointer: `/${path.join('/')}`, message }))
}
