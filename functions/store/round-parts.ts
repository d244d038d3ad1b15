/**
 * A part of a round, read by key: what one request touches, however much else the round holds. The frame (revisions of the round and
 * its windows), requests for more time and mails by hand are kept until the region changes; facts about the work are read consistently each time.
 */
import type { RoundAfterwards, RoundDecisions, RoundFacts, RoundFrame, WorkPart } from '../domain/round/rounds.ts'
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
import { type AboutWork, roundKeys, roundPrefixes } from './keys.ts'
import type { RegionVersions } from './region-versions.ts'
import { type KnownLists, roundHistory } from './round-items.ts'
import type { Item, Table } from './table.ts'

export type Store = { table: Table; versions: RegionVersions; lists: KnownLists }

/** The round's own revisions and its windows; `undefined` where there is no such round. Shared: nobody may change it. */
export function frameOf(
  { table, versions, lists }: Store,
  region: string,
  id: string,
): Promise<RoundFrame | undefined> {
  return versions.remembered(region, `round ${id}`, async () => {
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
  })
}

/** Where a move asked for sent work again, decisions follow from what was sent, which is read too. */
export async function loadDecisions(
  { table, versions, lists }: Store,
  { region, round }: { region: string; round: string },
  agencyIds?: readonly string[],
): Promise<RoundDecisions | undefined> {
  const frame = await frameOf({ table, versions, lists }, region, round)
  if (frame === undefined) return undefined
  const partition = roundKeys.partition(region, round)
  const read = async <T>(kind: 'SUBMISSION' | 'REVIEW', schema: Parameters<typeof readFact<T>>[0]) => {
    const prefixes = agencyIds?.toSorted().map((id) => roundKeys.about(kind, id)) ?? [roundKeys.allAbout(kind)]
    const found = await Promise.all(prefixes.map((prefix) => table.queryAll(partition, { prefix })))
    return found.flat().map((item) => readFact(schema, item))
  }
  const asksAgain = movesOf(frame).some(({ sent }) => sent === 'ask-again')
  const [reviews, submissions] = await Promise.all([
    read('REVIEW', reviewSchema),
    asksAgain ? read('SUBMISSION', submissionSchema) : [],
  ])
  return withAskedAgain({ ...frame, reviews, submissions })
}

export async function loadAfterwards(
  store: Store,
  at: { region: string; round: string },
): Promise<RoundAfterwards | undefined> {
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
  { region, round }: { region: string; round: string },
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
  const [frame, desk] = await Promise.all([frameOf(store, region, round), deskOf(store, region, round)])
  if (frame === undefined) return undefined
  const [submissions, reviews, replies, drafts, findings] = await Promise.all([
    read('SUBMISSION', submissionSchema),
    read('REVIEW', reviewSchema),
    read('REPLY', replySchema),
    read('DRAFT', draftSchema),
    read('FINDING', findingSchema),
  ])
  return withAskedAgain({ ...frame, ...desk, submissions, reviews, replies, drafts, findings, clock: [] })
}

/**
 * What accepting a revision looks at. The newest revisions of the form, with all older ones only where the newest is not the
 * one that the writer knows: then the request may be a repetition of any.
 */
export async function loadWork(
  store: Store,
  { region, round }: { region: string; round: string },
  { agencyId, formId, base, besides }: WorkPart,
): Promise<RoundFacts | undefined> {
  const partition = roundKeys.partition(region, round)
  const newest = async (kind: AboutWork, form: string, count: number) =>
    first(store.table, { partition, prefix: roundKeys.about(kind, agencyId, form), count })
  const frame = await frameOf(store, region, round)
  if (frame === undefined) return undefined
  const asked = new Set(frame.round.assignments.flatMap((each) => (each.agencyId === agencyId ? each.formId : [])))
  const [own, reviews, findings, ...rest] = await Promise.all([
    newest('SUBMISSION', formId, newestRevisions),
    newest('REVIEW', formId, newestRevisions),
    store.table.queryAll(partition, { prefix: roundKeys.about('FINDING', agencyId, formId) }),
    ...besides.filter((form) => asked.has(form)).map((form) => newest('SUBMISSION', form, 1)),
  ])
  const head = own[0] && readFact(submissionSchema, own[0])
  const known = (head?.revision ?? 0) === base
  const prefix = roundKeys.about('SUBMISSION', agencyId, formId)
  const all = known ? own.toReversed() : await store.table.queryAll(partition, { prefix })
  return withAskedAgain({
    ...frame,
    ...others,
    submissions: [...all, ...rest.flat()].map((item) => readFact(submissionSchema, item)),
    reviews: reviews.toReversed().map((item) => readFact(reviewSchema, item)),
    replies: [],
    drafts: [],
    findings: findings.map((item) => readFact(findingSchema, item)),
  })
}

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
