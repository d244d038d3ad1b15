/**
 * A request about a rehearsal lives in the rehearsal's own time, whatever it asks: so windows, lateness, plans and receipts need not
 * know of it. A coordinator may look at it as somebody else (`?as=<person>`); only look, never act.
 */
import type { Context } from 'hono'
import { Refused } from '../domain/refusal.ts'
import { nowIn } from '../domain/rehearsal/rehearsal-clock.ts'
import type { Person } from '../schema/region.ts'
import type { Deps } from './deps.ts'
import type { SignedInEnv } from './request.ts'

/** Sets the request's clock, and answers as whom it is to be judged. Refuses with `not-found`, `forbidden`. */
export async function enterRehearsal(c: Context<SignedInEnv>, deps: Deps, round: string): Promise<Person> {
  const { signedIn } = c.var
  const facts = await deps.rounds.load(signedIn.region, round)
  if (facts === undefined) throw new Refused({ code: 'not-found', what: 'round' })
  c.set('now', nowIn(c.var.now, facts))
  const id = c.req.query('as')
  if (id === undefined) return signedIn.person
  if (signedIn.person.role !== 'coordinator' || c.req.method !== 'GET') throw new Refused({ code: 'forbidden' })
  const person = await deps.regions.person(signedIn.region, id)
  if (person === undefined) throw new Refused({ code: 'not-found', what: 'person' })
  c.set('signedIn', { ...signedIn, person })
  return person
}
