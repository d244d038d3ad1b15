/**
 * A coordinator decides when the digest comes, and whether. A new hour counts from tomorrow, so that no day has two digests; the
 * hours that were in force before stay known until then. Deadlines of one's own work cannot be unsubscribed, only digests.
 */
import { type DigestWish, digestWishSchema } from '../../../schema/me.ts'
import type { DigestChoice, Person } from '../../../schema/region.ts'
import { Refused } from '../../refusal.ts'
import type { Regions } from '../../region/regions.ts'
import { addDays, localDateOf } from '../../time/zone.ts'
import { choiceOn } from '../plan/digest-slots.ts'
import { type Subscriber, subscriberOf } from '../write/unsubscribe-token.ts'

/** What was chosen last, also where it only counts from tomorrow. `undefined` for those who get no digests. */
export function digestWish({ role, digest }: Person): DigestWish | undefined {
  if (role !== 'coordinator') return undefined
  const { hours = [], onlyNews = false, off = false } = digest ?? {}
  return { hour: digestWishSchema.shape.hour.catch(null).parse(hours.at(-1)?.hour ?? null), onlyNews, off }
}

/** Refuses with `forbidden` whoever gets no digests. */
export async function chooseDigest(
  now: Date,
  ports: { regions: Regions },
  { region, person, wish }: { region: string; person: Person; wish: DigestWish },
): Promise<Person> {
  if (person.role !== 'coordinator') throw new Refused({ code: 'forbidden' })
  const zone = (await ports.regions.load(region))?.settings.zone ?? 'UTC'
  const digest: DigestChoice = {
    hours: hoursFrom(localDateOf(now, zone), person.digest, wish.hour),
    onlyNews: wish.onlyNews,
    off: wish.off,
  }
  const revised = { ...person, digest, at: now.toISOString(), by: person.id }
  await ports.regions.revisePerson(region, revised)
  return revised
}

/** Whom the token was given to. Refuses with `not-found`. */
export function assertSubscriber(codeKey: string, token: string): Subscriber {
  const subscriber = subscriberOf(codeKey, token)
  if (subscriber === undefined) throw new Refused({ code: 'not-found', what: 'subscription' })
  return subscriber
}

/** Stops the digests of whom the token was given to. Again is harmless. Refuses with `not-found`. */
export async function stopDigest(
  now: Date,
  ports: { regions: Regions; codeKey: string },
  token: string,
): Promise<void> {
  const { region, personId } = assertSubscriber(ports.codeKey, token)
  const person = await ports.regions.person(region, personId)
  if (person === undefined) throw new Refused({ code: 'not-found', what: 'subscription' })
  if (person.digest?.off) return
  const digest = { hours: [], onlyNews: false, ...person.digest, off: true }
  await ports.regions.revisePerson(region, { ...person, digest, at: now.toISOString(), by: person.id })
}

/** What counts today, and from tomorrow the new hour. */
function hoursFrom(today: string, before: DigestChoice | undefined, hour: string | null): DigestChoice['hours'] {
  const inForce = choiceOn(today, before)
  const kept = inForce === undefined ? [] : [inForce]
  return (inForce?.hour ?? null) === hour ? kept : [...kept, { from: addDays(today, 1), hour }]
}
