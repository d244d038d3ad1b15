/**
 * A part of a round, read by key: what one request touches, however much else the round holds. The frame (revisions of the round and
 * its windows), requests for more time and mails by hand are kept until the region changes; facts about the work are read consistently each time.
 */
import type { Seen } from '../domain/region/regions.ts'
import { assignmentKeyOf } from '../domain/round/by-work.ts'
import type {
  RoundAfterwards,
  RoundDecisions,
  RoundFacts,
  RoundFrame,
  WorkAhead,
  WorkPart,
} from '../domain/round/rounds.ts'
import { movesOf, withAskedAgain } from '../domain/round/version-moves.ts'
import { extensionRefusalSchema, extensionRequestSchema } from '../schema/extension.ts'
import { nudgeSchema, resendSchema } from '../schema/hand-mail.ts'
import {
  draftSchema,
  findingSchema,
  replySchema,
  reviewSchema,
  submissionSchema,
  windowSchema,
} from '../schema/round.ts'
import { readFact } from './facts.ts'
import { gatheredGet } from './gather-reads.ts'
import { numberAtEnd } from './key-parts.ts'
import { type AboutWork, roundKeys, roundPrefixes } from './keys.ts'
import { knownRevisions, largestNumber, withNewer } from './known-revisions.ts'
import { readPlace } from './places.ts'
import type { RegionVersions } from './region-versions.ts'
import { type KnownLists, roundHistory } from './round-items.ts'
import type { Item, Table } from './table.ts'

type Place = { region: string; round: string }
/** `newest`: the number of a form's newest revision when this process last looked. */
export type Store = { table: Table; versions: RegionVersions; lists: KnownLists; newest: Map<string, number> }

/** The round's own revisions and its windows; `undefined` where there is no such round. Shared: nobody may change it. */
export function frameOf(
  { table, versions, lists }: Store,
  { region, round: id }: Place,
  seen?: Seen,
): Promise<RoundFrame | undefined> {
  const read = async () => {
    const partition = roundKeys.partition(region, id)
    const [revisions, windows] = await Promise.all([
      roundHistory(table, lists, partition),
      table.queryAll(partition, { prefix: roundPrefixes.windows }),
    ])
    const round = revisions.at(-1)
    if (round === undefined) return undefined
    return {
      region,
      round,
      ...(revisions.length > 1 && { earlier: revisions.slice(0, -1) }),
      windows: windows.map((item) => readFact(windowSchema, item)),
    }
  }
  return versions.remembered(region, `round ${id}`, read, seen)
}

/** Where a move asked for sent work again, decisions follow from what was sent, which is read too. */
export async function loadDecisions(
  store: Store,
  { region, round }: Place,
  agencyIds?: readonly string[],
): Promise<RoundDecisions | undefined> {
  const frame = await frameOf(store, { region, round })
  if (frame === undefined) return undefined
  const partition = roundKeys.partition(region, round)
  const read = async <T>(kind: 'SUBMISSION' | 'REVIEW', schema: Parameters<typeof readFact<T>>[0]) => {
    const prefixes = agencyIds?.toSorted().map((id) => roundKeys.about(kind, id)) ?? [roundKeys.allAbout(kind)]
    const found = await Promise.all(prefixes.map((prefix) => store.table.queryAll(partition, { prefix })))
    return found.flat().map((item) => readFact(schema, item))
  }
  const asksAgain = movesOf(frame).some(({ sent }) => sent === 'ask-again')
  const [reviews, submissions] = await Promise.all([
    read('REVIEW', reviewSchema),
    asksAgain ? read('SUBMISSION', submissionSchema) : [],
  ])
  return withAskedAgain({ ...frame, reviews, submissions })
}

export async function loadAfterwards(store: Store, at: Place): Promise<RoundAfterwards | undefined> {
  const [decisions, { nudges, resends }] = await Promise.all([
    loadDecisions(store, at),
    deskOf(store, at.region, at.round),
  ])
  return decisions && { ...decisions, nudges, resends }
}

type Desk = Pick<RoundFacts, 'extensions' | 'extensionRefusals' | 'nudges' | 'resends'>

/** Requests for more time, and mails by hand: few, and kept like the frame. */
function deskOf({ table, versions }: Store, region: string, id: string): Promise<Desk> {
  return versions.remembered(region, `desk ${id}`, async () => {
    const all = async <T>(prefix: string, schema: Parameters<typeof readFact<T>>[0]) =>
      (await table.queryAll(roundKeys.partition(region, id), { prefix })).map((item) => readFact(schema, item))
    const [extensions, extensionRefusals, nudges, resends] = await Promise.all([
      all(roundPrefixes.extensions, extensionRequestSchema),
      all(roundPrefixes.extensionRefusals, extensionRefusalSchema),
      all(roundPrefixes.nudges, nudgeSchema),
      all(roundPrefixes.resends, resendSchema),
    ])
    return { extensions, extensionRefusals, nudges, resends }
  })
}

/** Nothing that a submission is judged by. */
const others = { extensions: [], extensionRefusals: [], nudges: [], resends: [], clock: [] }

/** All facts but those about other agencies' work, or about other forms. Of all agencies where none are named. */
export async function loadAgencies(
  store: Store,
  { region, round }: Place,
  about: { agencyIds?: readonly string[] | undefined; formId?: string | undefined },
): Promise<RoundFacts | undefined> {
  const partition = roundKeys.partition(region, round)
  const read = async <T>(kind: AboutWork, schema: Parameters<typeof readFact<T>>[0]) => {
    // A draft is one item, whose key ends with the form.
    const form = kind === 'DRAFT' ? undefined : about.formId
    const ranges = about.agencyIds?.toSorted().map((id) => ({ prefix: roundKeys.about(kind, id, form) })) ?? [
      { prefix: roundKeys.allAbout(kind), ...(about.formId && { where: { formId: about.formId } }) },
    ]
    const found = await Promise.all(ranges.map((range) => store.table.queryAll(partition, range)))
    return found.flat().map((item) => readFact(schema, item))
  }
  const own = about.formId === undefined ? about.agencyIds?.toSorted() : undefined
  const [frame, desk, ...sent] = await Promise.all([
    frameOf(store, { region, round }),
    deskOf(store, region, round),
    ...(own ?? []).map((agencyId) => knownRevisions(store, { region, round }, agencyId)),
  ])
  if (frame === undefined) return undefined
  const [submissions, reviews, replies, drafts, findings] = await Promise.all([
    own === undefined
      ? read('SUBMISSION', submissionSchema)
      : Promise.all(sent.map((known) => withNewer(store, frame, known))).then((all) => all.flat()),
    read('REVIEW', reviewSchema),
    read('REPLY', replySchema),
    read('DRAFT', draftSchema),
    read('FINDING', findingSchema),
  ])
  return withAskedAgain({ ...frame, ...desk, submissions, reviews, replies, drafts, findings, clock: [] })
}

/** See `Rounds.ahead`. Revisions are numbered without gaps, so what does not stand after `base` says that nothing does. */
export async function readAhead(
  { get }: Pick<Table, 'get'>,
  { region, round }: Place,
  { agencyId, formId, base }: Pick<WorkPart, 'agencyId' | 'formId' | 'base'>,
): Promise<WorkAhead> {
  const pk = roundKeys.partition(region, round)
  const first = Math.max(1, base - newestRevisions + 1)
  const last = Math.min(base + 1, largestNumber)
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const [place, review, ...revisions] = await Promise.all([
    readPlace({ get }, pk, { agencyId, formId }),
    base === 0 || base > largestNumber ? undefined : get({ pk, sk: roundKeys.review(agencyId, formId, base, 1) }),
    ...numbers.map((number) => get({ pk, sk: roundKeys.submission(agencyId, formId, number) })),
  ])
  const submissions = revisions.flatMap((item) => (item === undefined ? [] : readFact(submissionSchema, item)))
  return { place, submissions, reviewed: review !== undefined }
}

/**
 * What accepting a revision looks at. The newest revisions of the form, with all older ones only where the newest is not the
 * one that the writer knows: then the request may be a repetition of any. Decisions only where one may count: on the newest revision, or after the final date.
 */
export async function loadWork(
  store: Store,
  { region, round }: Place,
  { agencyId, formId, base, besides, late, ahead, seen }: WorkPart & { ahead: WorkAhead; seen?: Seen | undefined },
): Promise<RoundFacts | undefined> {
  const partition = roundKeys.partition(region, round)
  const frame = await frameOf(store, { region, round }, seen)
  if (frame === undefined) return undefined
  const known = (ahead.submissions.at(-1)?.revision ?? 0) === base
  const prefix = roundKeys.about('SUBMISSION', agencyId, formId)
  const [all, reviews, findings, ...rest] = await Promise.all([
    known ? [] : store.table.queryAll(partition, { prefix }),
    known && !ahead.reviewed && !late
      ? []
      : first(store.table, {
          partition,
          prefix: roundKeys.about('REVIEW', agencyId, formId),
          count: newestRevisions,
        }),
    store.table.queryAll(partition, { prefix: roundKeys.about('FINDING', agencyId, formId) }),
    ...besides
      .filter((form) => assignmentKeyOf(frame.round.assignments, agencyId, form) !== undefined)
      .map((form) => newestSubmission(store, partition, { agencyId, formId: form })),
  ])
  const read = (item: Item) => readFact(submissionSchema, item)
  return withAskedAgain({
    ...frame,
    ...others,
    submissions: [...(known ? ahead.submissions : all.map(read)), ...rest.flat().map(read)],
    reviews: reviews.toReversed().map((item) => readFact(reviewSchema, item)),
    replies: [],
    drafts: [],
    findings: findings.map((item) => readFact(findingSchema, item)),
  })
}

/** Where a newer one than is known stands, or nothing is known, it is searched for; else all those of one moment are one call. */
async function newestSubmission(
  { table, newest }: Pick<Store, 'table' | 'newest'>,
  partition: string,
  { agencyId, formId }: Pick<WorkPart, 'agencyId' | 'formId'>,
): Promise<Item[]> {
  const prefix = roundKeys.about('SUBMISSION', agencyId, formId)
  const place = `${partition} ${prefix}`
  const known = newest.get(place)
  if (known !== undefined) {
    const at = (revision: number) =>
      gatheredGet(table)({ pk: partition, sk: roundKeys.submission(agencyId, formId, revision) })
    const [head, next] = await Promise.all([known === 0 ? undefined : at(known), at(known + 1)])
    if (next === undefined) return head === undefined ? [] : [head]
  }
  const found = await first(table, { partition, prefix, count: 1 })
  if (newest.size >= mostPlaces) newest.clear()
  newest.set(place, found[0] === undefined ? 0 : numberAtEnd(found[0].sk))
  return found
}

/** Some 100 bytes each. */
const mostPlaces = 20_000

/** A form has few revisions; where it has many, a request that is repeated is among the last of them. */
const newestRevisions = 4

/** The last items of a range, newest first. */
async function first(
  table: Table,
  { partition, prefix, count }: { partition: string; prefix: string; count: number },
): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of table.query(partition, { prefix, descending: true, pageSize: count })) {
    items.push(item)
    if (items.length === count) break
  }
  return items
}
