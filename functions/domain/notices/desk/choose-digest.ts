/**
 * A coordinator decides when the digest comes, and whether. A new hour counts from tomorrow, so that no day has two digests; the
 * hours that were in force before stay known until then. Deadlines of one's own work cannot be unsubscribed, only digests.
 */

import { addDays } from '../../../rules/dates.ts'
import { localDateOf } from '../../../rules/wall-clock.ts'
import { type DigestWish, digestWishSchema } from '../../../schema/me.ts'
import type { DigestChoice, Person } from '../../../schema/region.ts'
import { canonicalJson } from '../../canonical-json.ts'
import { Refused } from '../../refusal.ts'
import { changePerson } from '../../region/change-person.ts'
import type { Regions } from '../../region/regions.ts'
import { choiceOn } from '../plan/digest-slots.ts'
import { isSubscriberToken, type Subscriber, subscriberNamed } from '../write/unsubscribe-token.ts'

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
  const { onlyNews, off } = wish
  return changePerson(now, ports, { region, by: person.id, personId: person.id }, (newest) => {
    const hours = hoursFrom(localDateOf(now, zone), newest.digest, wish.hour)
    const digest: DigestChoice = { hours, onlyNews, off }
    return isDeepEqual(newest.digest, digest) ? newest : { ...newest, digest }
  })
}

function isDeepEqual(a: DigestChoice | undefined, b: DigestChoice): boolean {
  return a !== undefined && canonicalJson(a) === canonicalJson(b)
}

type SubscriptionPorts = { regions: Regions; codeKey: string }

/** Whom the token was given to; it ends with the person, or with what the person was. Refuses with `not-found`. */
export async function assertSubscriber({ regions, codeKey }: SubscriptionPorts, token: string): Promise<Subscriber> {
  const named = subscriberNamed(token)
  const person = named && (await regions.person(named.region, named.personId))
  if (person === undefined || person.disabled || !isSubscriberToken(codeKey, token, person.generation)) {
    throw new Refused({ code: 'not-found', what: 'subscription' })
  }
  return named!
}

/** Stops the digests of whom the token was given to. Again is harmless. Refuses with `not-found`. */
export async function stopDigest(now: Date, ports: SubscriptionPorts, token: string): Promise<void> {
  const { region, personId } = await assertSubscriber(ports, token)
  await changePerson(now, ports, { region, by: personId, personId }, (person) =>
    person.digest?.off ? person : { ...person, digest: { hours: [], onlyNews: false, ...person.digest, off: true } },
  )
}

/** What counts today, and from tomorrow the new hour. */
function hoursFrom(today: string, before: DigestChoice | undefined, hour: string | null): DigestChoice['hours'] {
  const inForce = choiceOn(today, before)
  const kept = inForce === undefined ? [] : [inForce]
  return (inForce?.hour ?? null) === hour ? kept : [...kept, { from: addDays(today, 1), hour }]
}
