/**
 * Calendar feeds: one for each agency, and the coordinating agency's own, which shows everybody's dates. People see the
 * addresses of their own agencies' feeds and may renew them when an address got into wrong hands.
 */
import type { CalendarFeed, FeedRenewal } from '../../schema/calendar-feed.ts'
import type { FormDefinition } from '../../schema/form.ts'
import type { Agency, Person } from '../../schema/region.ts'
import type { Inserted } from '../inserted.ts'
import { Refused } from '../refusal.ts'
import type { RegionFacts, Regions } from '../region/regions.ts'
import { definitionsOf, type FormCatalogue } from '../round/form-catalogue.ts'
import type { RoundFacts, Rounds } from '../round/rounds.ts'
import { isDraft } from '../round/windows.ts'
import { type FeedPlace, feedToken, isFeedToken, placeOfToken } from './feed-token.ts'

export type CalendarFeeds = {
  /** The last renewal; `undefined` = never renewed. Consistent read. */
  latest(region: string, agencyId: string): Promise<FeedRenewal | undefined>
  insertRenewal(region: string, renewal: FeedRenewal): Promise<Inserted<FeedRenewal>>
}

type Ports = {
  feeds: CalendarFeeds
  regions: Regions
  rounds: Rounds
  forms: FormCatalogue
  codeKey: string
  siteUrl: string
}
type Reader = { region: string; person: Person }

/** All that a feed is made of; `definitions` by `formKey`, for the names of forms. */
export type FeedFacts = {
  region: RegionFacts
  agency: Agency
  rounds: readonly RoundFacts[]
  definitions: ReadonlyMap<string, FormDefinition>
}

/** The feeds of the reader's own agencies. */
export async function feedsOf(ports: Ports, { region, person }: Reader): Promise<CalendarFeed[]> {
  const facts = await ports.regions.load(region)
  const own = (facts?.agencies ?? []).filter(({ id }) => person.agencyIds.includes(id))
  return Promise.all(
    own.map(async (agency) => feedView(ports, { region, person, agency }, await ports.feeds.latest(region, agency.id))),
  )
}

/** Ends the present address and answers the new one. Two renewals at once are one. Refuses with `not-found`. */
export async function renewFeed(
  now: Date,
  ports: Ports,
  { region, person, agencyId }: Reader & { agencyId: string },
): Promise<CalendarFeed> {
  const facts = await ports.regions.load(region)
  const agency = facts?.agencies.find(({ id }) => id === agencyId)
  if (agency === undefined) throw new Refused({ code: 'not-found', what: 'agency' })
  const generation = ((await ports.feeds.latest(region, agencyId))?.generation ?? 0) + 1
  const renewal = { at: now.toISOString(), by: person.id, agencyId, generation }
  const result = await ports.feeds.insertRenewal(region, renewal)
  return feedView(ports, { region, person, agency }, result.inserted ? renewal : result.existing)
}

/** The facts behind a token; rehearsals are in no calendar. Refuses with `not-found`, whatever is wrong with it. */
export async function openFeed(ports: Ports, token: string): Promise<FeedFacts> {
  const place = placeOfToken(token)
  if (place === undefined) throw unknownFeed()
  const agencyGeneration = (await ports.feeds.latest(place.region, place.agencyId))?.generation ?? 0
  const region = await ports.regions.load(place.region)
  const reader = region?.people.find(({ id }) => id === place.reader)
  const generations = { agency: agencyGeneration, reader: reader?.generation }
  if (!isFeedToken(ports.codeKey, token, generations)) throw unknownFeed()
  // The address ends with whom it was shown to.
  if (place.reader !== undefined && !mayRead(reader, place.agencyId)) throw unknownFeed()
  const agency = region?.agencies.find(({ id }) => id === place.agencyId)
  if (region === undefined || agency === undefined) throw unknownFeed()
  const ids = await ports.rounds.list(place.region)
  const load = (id: string) =>
    agency.kind === 'coordinator'
      ? ports.rounds.load(place.region, id)
      : ports.rounds.loadAgencies(place.region, id, { agencyIds: [agency.id] })
  const loaded = await Promise.all(ids.map(load))
  const rounds = loaded.flatMap((round) => round ?? []).filter((round) => !isDraft(round))
  const forms = rounds.flatMap(({ round }) => round.assignments)
  return { region, agency, rounds, definitions: await definitionsOf(ports.forms, forms, place.region) }
}

function mayRead(reader: Person | undefined, agencyId: string): boolean {
  return reader !== undefined && !reader.disabled && reader.agencyIds.includes(agencyId)
}

function unknownFeed(): Refused {
  return new Refused({ code: 'not-found', what: 'calendar' })
}

type Viewed = { region: string; person: Person; agency: Agency }

function feedView(
  { codeKey, siteUrl }: Ports,
  { region, person, agency }: Viewed,
  renewal: FeedRenewal | undefined,
): CalendarFeed {
  const place: FeedPlace = { region, agencyId: agency.id, reader: person.id }
  const generations = { agency: renewal?.generation ?? 0, reader: person.generation }
  const path = `/api/calendar/${feedToken(codeKey, place, generations)}.ics`
  return {
    agencyId: agency.id,
    title: agency.name,
    covers: agency.kind === 'coordinator' ? 'all' : 'agency',
    url: new URL(path, siteUrl).href,
    renewedAt: renewal?.at ?? null,
    mayRenew: person.role !== 'viewer',
  }
}
