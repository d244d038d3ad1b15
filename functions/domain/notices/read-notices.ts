/**
 * Reading the ledger. Coordinator and viewers see the notices of all rounds; everybody else those that went to themselves.
 * Mails of signing in are left out: nobody is helped by knowing who asked for a code, and when.
 */
import type { MailEvent, Notice } from '../../schema/notice.ts'
import type { Person } from '../../schema/region.ts'
import { Refused } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import type { Rounds } from '../round/rounds.ts'
import type { NoticeLedger } from './ledger.ts'

/** The scope of mails that cover several rounds. */
export const allRounds = 'all'

type Ports = { notices: NoticeLedger; rounds: Rounds; regions: Regions }
type Reading = { region: string; reader: Person }
export type FoundNotice = { notice: Notice; events: MailEvent[]; people: readonly Person[] }

/** Newest first, of one round (and of mails over several rounds), or of all. Refuses with `not-found` an unknown round. */
export async function listNotices(
  ports: Ports,
  { region, reader, round }: Reading & { round: string | undefined },
): Promise<{ notices: Notice[]; people: readonly Person[] }> {
  const rounds = await ports.rounds.list(region)
  if (round !== undefined && !rounds.includes(round)) throw new Refused({ code: 'not-found', what: 'round' })
  const scopes = [...(round === undefined ? rounds : [round]), allRounds]
  const lists = await Promise.all(scopes.map((scope) => ports.notices.list(region, scope)))
  const notices = lists
    .flat()
    .filter((notice) => maySeeNotice(reader, notice))
    .sort((a, b) => b.dueAt.localeCompare(a.dueAt) || a.nid.localeCompare(b.nid))
  return { notices, people: await peopleOf(ports, region) }
}

/** Refuses with `not-found`, also for what the reader may not see. */
export async function readNotice(
  ports: Ports,
  { region, reader, nid }: Reading & { nid: string },
): Promise<FoundNotice> {
  const scopes = [...(await ports.rounds.list(region)), allRounds]
  const found = await Promise.all(scopes.map((scope) => ports.notices.get({ region, scope, nid })))
  const notice = found.find((each) => each !== undefined)
  if (notice === undefined || !maySeeNotice(reader, notice)) throw new Refused({ code: 'not-found', what: 'notice' })
  const events = await ports.notices.events({ region, scope: notice.scope, nid })
  return { notice, events, people: await peopleOf(ports, region) }
}

function maySeeNotice(reader: Person, notice: Notice): boolean {
  return reader.role === 'coordinator' || reader.role === 'viewer' || notice.recipientId === reader.id
}

async function peopleOf(ports: Ports, region: string): Promise<readonly Person[]> {
  return (await ports.regions.load(region))?.people ?? []
}
