/**
 * Reading the ledger. Coordinator and viewers see the notices of all rounds; everybody else those that went to themselves.
 * Mails of signing in are left out: nobody is helped by knowing who asked for a code, and when.
 */
import { allRounds, type MailEvent, type Notice, type NoticeKind } from '../../../schema/notice.ts'
import type { NoticeOutcome } from '../../../schema/notice-outcome.ts'
import type { Person } from '../../../schema/region.ts'
import { Refused } from '../../refusal.ts'
import type { Regions } from '../../region/regions.ts'
import type { Rounds } from '../../round/rounds.ts'
import type { NoticeLedger } from '../ledger/ledger.ts'
import { outcomeOf } from '../ledger/outcome.ts'
import { batchesOf, batchIdOf, countsOf, type NoticeBatch } from './notice-batches.ts'

type Ports = { notices: NoticeLedger; rounds: Rounds; regions: Regions }
type Reading = { region: string; reader: Person }
export type FoundNotice = { notice: Notice; events: MailEvent[]; people: readonly Person[] }

/** What the reader asks for; absent = everything. `agencyId`: about it, or to its people; `batch`: what went out together. */
export type NoticeFilter = {
  round?: string
  agencyId?: string
  personId?: string
  kind?: NoticeKind
  outcome?: NoticeOutcome
  batch?: string
}
type Asked = Reading & { filter: NoticeFilter; limit: number; after: string | undefined }
export type NoticePage = {
  notices: Notice[]
  /** Over all pages and, so that one can go from one to the other, over all outcomes. */
  counts: Partial<Record<NoticeOutcome, number>>
  next: string | undefined
  people: readonly Person[]
}

/**
 * Newest first, of one round (and of mails over several rounds), or of all; `limit` of them after the place `after`. Refuses with
 * `not-found` an unknown round.
 */
export async function listNotices(ports: Ports, asked: Asked): Promise<NoticePage> {
  const { limit, after } = asked
  const { wanted, counts, people } = await wantedNotices(ports, asked)
  const rest = after === undefined ? wanted : wanted.filter((notice) => sortKeyOf(notice) < after)
  const notices = rest.slice(0, limit)
  const last = notices.at(-1)
  return { notices, counts, next: rest.length > limit && last !== undefined ? sortKeyOf(last) : undefined, people }
}

export type BatchPage = Omit<NoticePage, 'notices'> & { batches: NoticeBatch[] }

/** The same in batches; `limit` of them after the place `after`. */
export async function listBatches(ports: Ports, asked: Asked): Promise<BatchPage> {
  const { limit, after } = asked
  const { wanted, counts, people, zone } = await wantedNotices(ports, asked)
  const placeOf = ({ lastAt, id }: NoticeBatch) => `${lastAt} ${id}`
  const all = batchesOf(wanted, zone)
  const rest = after === undefined ? all : all.slice(all.findIndex((batch) => placeOf(batch) === after) + 1)
  const batches = rest.slice(0, limit)
  const last = batches.at(-1)
  return { batches, counts, next: rest.length > limit && last !== undefined ? placeOf(last) : undefined, people }
}

async function wantedNotices(ports: Ports, { region, reader, filter }: Asked) {
  const { round, outcome, batch } = filter
  const rounds = await ports.rounds.list(region)
  if (round !== undefined && !rounds.includes(round)) throw new Refused({ code: 'not-found', what: 'round' })
  const scopes = [...(round === undefined ? rounds : [round]), allRounds]
  const [place, ...lists] = await Promise.all([
    ports.regions.load(region),
    ...scopes.map((scope) => ports.notices.list(region, scope)),
  ])
  const people = place?.people ?? []
  const zone = place?.settings.zone ?? 'UTC'
  const anyOutcome = lists
    .flat()
    .filter((notice) => maySeeNotice(reader, notice) && isWanted(notice, filter, people))
    .filter((notice) => batch === undefined || batchIdOf(notice, zone) === batch)
  const wanted = anyOutcome
    .filter((notice) => outcome === undefined || outcomeOf(notice) === outcome)
    .map((notice) => ({ notice, key: sortKeyOf(notice) }))
    .sort((a, b) => (a.key < b.key ? 1 : a.key > b.key ? -1 : 0))
    .map(({ notice }) => notice)
  return { wanted, counts: countsOf(anyOutcome), people, zone }
}

/** Its place in the list, which new notices do not move. */
function sortKeyOf({ dueAt, nid }: Notice): string {
  return `${dueAt} ${nid}`
}

function isWanted(
  notice: Notice,
  { round, agencyId, personId, kind }: Omit<NoticeFilter, 'outcome'>,
  people: readonly Person[],
): boolean {
  if (round !== undefined && notice.rounds?.includes(round) === false) return false
  if (personId !== undefined && notice.recipientId !== personId) return false
  if (kind !== undefined && notice.kind !== kind) return false
  if (agencyId === undefined) return true
  if (notice.agencyId !== undefined) return notice.agencyId === agencyId
  return people.find(({ id }) => id === notice.recipientId)?.agencyIds.includes(agencyId) ?? false
}

/** Refuses with `not-found`, also for what the reader may not see. */
export async function readNotice(
  ports: Ports,
  { region, reader, nid }: Reading & { nid: string },
): Promise<FoundNotice> {
  const notice = await findNotice(ports, region, nid)
  if (!maySeeNotice(reader, notice)) throw new Refused({ code: 'not-found', what: 'notice' })
  const events = await ports.notices.events({ region, scope: notice.scope, nid })
  return { notice, events, people: await peopleOf(ports, region) }
}

/** In whichever scope it lies. Refuses with `not-found`. */
export async function findNotice(
  ports: Pick<Ports, 'notices' | 'rounds'>,
  region: string,
  nid: string,
): Promise<Notice> {
  const scopes = [...(await ports.rounds.list(region)), allRounds]
  const found = await Promise.all(scopes.map((scope) => ports.notices.get({ region, scope, nid })))
  const notice = found.find((each) => each !== undefined)
  if (notice === undefined) throw new Refused({ code: 'not-found', what: 'notice' })
  return notice
}

function maySeeNotice(reader: Person, notice: Notice): boolean {
  return reader.role === 'coordinator' || reader.role === 'viewer' || notice.recipientId === reader.id
}

async function peopleOf(ports: Ports, region: string): Promise<readonly Person[]> {
  return (await ports.regions.load(region))?.people ?? []
}
