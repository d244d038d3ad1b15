/**
 * What happened in a round, newest first, from the facts that there are: submissions, decisions, windows, versions, calls, and mails as
 * the ledger's batches. The sentences are those of digests. Nothing is stored for it.
 */

import { allRounds } from '../../../schema/notice.ts'
import type { TimelineEntry, TimelineKind } from '../../../schema/timeline.ts'
import { standingCalls } from '../../round/calls.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { movesOf } from '../../round/version-moves.ts'
import type { NoticeLedger } from '../ledger/ledger.ts'
import { agencyName, type Composing, formTitle } from '../write/composing.ts'
import { decided, moved, sent } from '../write/digest-changes.ts'
import { composeDesk, type DeskPorts, type DeskReader } from './compose-desk.ts'
import { batchesOf } from './notice-batches.ts'

export type TimelineQuestion = {
  agencyId?: string | undefined
  kind?: TimelineKind | undefined
  after?: string | undefined
  limit: number
}
export type Timeline = { entries: TimelineEntry[]; next: string | null }

/** Refuses with `not-found`. */
export async function readTimeline(
  now: Date,
  ports: DeskPorts & { notices: NoticeLedger },
  reader: DeskReader,
  { agencyId, kind, after, limit }: TimelineQuestion,
): Promise<Timeline> {
  const { composing, facts } = await composeDesk(now, ports, { ...reader, withBefore: false })
  const wantsMails = agencyId === undefined && (kind === undefined || kind === 'mail')
  const all = [...entriesOf(composing, facts), ...(wantsMails ? await mailsOf(ports, composing) : [])]
  const wanted = all
    .filter((entry) => new Date(entry.at) <= now && (kind === undefined || entry.kind === kind))
    .filter(({ agencyIds }) => agencyId === undefined || agencyIds === null || agencyIds.includes(agencyId))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1))
  const rest = after === undefined ? wanted : wanted.filter((entry) => placeOf(entry) < after)
  const entries = rest.slice(0, limit)
  const last = entries.at(-1)
  return { entries, next: rest.length > limit && last !== undefined ? placeOf(last) : null }
}

function placeOf({ at, id }: TimelineEntry): string {
  return `${at} ${id}`
}

/** Calls are the coordinators' business. */
function entriesOf(composing: Composing, facts: RoundFacts): TimelineEntry[] {
  const work = (each: { agencyId: string; formId: string }) => ({ agencyIds: [each.agencyId], formId: each.formId })
  const idOf = (...parts: (string | number)[]) => parts.join('.')
  const calls = composing.person.role === 'coordinator' ? standingCalls(facts) : []
  return [
    ...facts.submissions.map((each) => ({
      ...{ at: each.at, kind: 'submission' as const, text: sent(composing, each), ...work(each) },
      id: idOf('s', each.agencyId, each.formId, each.revision),
    })),
    ...facts.reviews.map((each) => ({
      ...{ at: each.at, kind: 'decision' as const, text: decided(composing, facts, each), ...work(each) },
      id: idOf('d', each.agencyId, each.formId, each.revision, each.number),
    })),
    ...facts.windows.map((each) => ({
      ...{ at: each.at, kind: 'window' as const, text: moved(composing, facts, each), formId: null },
      ...{ id: idOf('w', each.number), agencyIds: each.agencyIds ?? null },
    })),
    ...movesOf(facts).map((each) => ({
      ...{ at: each.at, kind: 'version' as const, formId: each.formId },
      ...{ id: idOf('v', each.at, each.formId), agencyIds: each.agencyIds },
      text: versionText(composing, each),
    })),
    ...calls.map((each) => ({
      ...{ at: each.at, kind: 'call' as const, formId: null, agencyIds: [each.agencyId] },
      ...{ id: idOf('c', each.agencyId, each.number), text: callText(composing, each) },
    })),
  ]
}

function versionText(composing: Composing, { formId, to }: { formId: string; to: number }): string {
  const form = formTitle(composing, { formId, formVersion: to }, 'shortTitle')
  return composing.language === 'id' ? `${form} memakai versi ${to}` : `${form} uses version ${to}`
}

function callText(composing: Composing, { agencyId, note }: { agencyId: string; note?: string | undefined }): string {
  const agency = agencyName(composing, agencyId)
  const said = composing.language === 'id' ? `${agency} dihubungi` : `${agency} was called`
  return note === undefined ? said : `${said}: ${note}`
}

async function mailsOf({ notices }: { notices: NoticeLedger }, composing: Composing): Promise<TimelineEntry[]> {
  const { region, scope } = composing.notice
  const lists = await Promise.all([scope, allRounds].map((each) => notices.list(region, each)))
  const gone = lists.flat().filter(({ state }) => state === 'sent')
  const newest = gone.toSorted((a, b) => (a.dueAt < b.dueAt ? 1 : -1))
  return batchesOf(newest, composing.place.zone).map((batch) => ({
    ...{ at: batch.lastAt, kind: 'mail' as const, id: `m.${batch.id}`, text: '', agencyIds: null, formId: null },
    mail: { kind: batch.kind, byHand: batch.byHand, count: batch.count },
  }))
}
