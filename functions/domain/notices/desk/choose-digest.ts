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
import type { Regions } from '../../region/regions.ts'
import { choiceOn } from '../plan/digest-slots.ts'
import { isSubscriberToken, subscriberNamed } from '../write/unsubscribe-token.ts'

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
  return changeDigest(ports, { region, person }, (before) => {
    const hours = hoursFrom(localDateOf(now, zone), before, wish.hour)
    return { hours, onlyNews, off }
  })
}

/** More than one person may choose a day, so that of any number of choices at once each is made on the one before. */
const attempts = 60

/** `change` is told what counts: the choice, or that of an older release in the person's record. */
async function changeDigest(
  { regions }: { regions: Regions },
  { region, person }: { region: string; person: Person },
  change: (before: DigestChoice | undefined) => DigestChoice,
): Promise<Person> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const chosen = await regions.digestChoice(region, person.id)
    const before = chosen.digest ?? person.digest
    const digest = change(before)
    const isSame = before !== undefined && canonicalJson(before) === canonicalJson(digest)
    const choice = { personId: person.id, digest, base: chosen.number }
    if (isSame || (await regions.chooseDigest(region, choice))) return { ...person, digest }
  }
  throw new Error('the digest keeps being chosen')
}

type SubscriptionPorts = { regions: Regions; codeKey: string }
type Subscribed = { region: string; person: Person }

/** A token ends with the person to whom it was given, or with what the person was. Refuses with `not-found`. */
export async function assertSubscriber(ports: SubscriptionPorts, token: string): Promise<void> {
  await subscriberOf(ports, token)
}

async function subscriberOf({ regions, codeKey }: SubscriptionPorts, token: string): Promise<Subscribed> {
  const named = subscriberNamed(token)
  const person = named && (await regions.person(named.region, named.personId))
  if (person === undefined || person.disabled || !isSubscriberToken(codeKey, token, person.generation)) {
    throw new Refused({ code: 'not-found', what: 'subscription' })
  }
  return { region: named!.region, person }
}

/** Stops the digests of whom the token was given to. Again is harmless. Refuses with `not-found`. */
export async function stopDigest(ports: SubscriptionPorts, token: string): Promise<void> {
  const subscribed = await subscriberOf(ports, token)
  await changeDigest(ports, subscribed, (before) => ({ hours: [], onlyNews: false, ...before, off: true }))
}

/** What counts today, and from tomorrow the new hour. */
function hoursFrom(today: string, before: DigestChoice | undefined, hour: string | null): DigestChoice['hours'] {
  const inForce = choiceOn(today, before)
  const kept = inForce === undefined ? [] : [inForce]
  return (inForce?.hour ?? null) === hour ? kept : [...kept, { from: addDays(today, 1), hour }]
}
