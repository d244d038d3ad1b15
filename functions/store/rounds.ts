/**
 * The facts of rounds. A round is one partition, so one consistent query answers the board, the digest and the plan; bodies are
 * not in it. The fact's insert is the commit: what it needs (a body, a signpost) is written before, and means nothing without it.
 */
import type { Rounds } from '../domain/round/rounds.ts'
import { withAskedAgain } from '../domain/round/version-moves.ts'
import { callSchema } from '../schema/call.ts'
import { extensionRefusalSchema, extensionRequestSchema } from '../schema/extension.ts'
import { nudgeSchema, resendSchema } from '../schema/hand-mail.ts'
import { internalNoteSchema } from '../schema/internal-note.ts'
import { clockMoveSchema, isRehearsalId } from '../schema/rehearsal.ts'
import {
  draftSchema,
  findingSchema,
  replySchema,
  reviewSchema,
  submissionSchema,
  windowSchema,
} from '../schema/round.ts'
import { insertBody, readBody, readSealed } from './bodies.ts'
import { keepDraftsFor, putDraftBody, readDraftBody } from './draft-bodies.ts'
import { saveDraft } from './drafts.ts'
import { insertFact, readFact } from './facts.ts'
import { putFinding } from './findings.ts'
import { gatheredGet } from './gather-reads.ts'
import { regionKeys, regionPrefixes, roundKeys, roundPrefixes } from './keys.ts'
import { readSealSecret } from './personal.ts'
import { readPlace, readPlaces, savePlace } from './places.ts'
import { regionVersionsOf } from './region-versions.ts'
import { insertRound, type KnownLists, readRounds, roundHistory } from './round-items.ts'
import { frameOf, loadAfterwards, loadAgencies, loadDecisions, loadWork, readAhead } from './round-parts.ts'
import { createSharedRounds } from './shared-rounds.ts'
import type { Item, Table } from './table.ts'

/** `wall`: the clock of this machine in milliseconds, whatever day the product is told it is. One that stands still while a function sleeps will not do. */
export function createRounds(table: Table, wall = () => performance.timeOrigin + performance.now()): Rounds {
  const lists: KnownLists = new Map()
  const versions = regionVersionsOf(table)
  const store = { table, versions, lists, newest: new Map<string, number>() }
  /** Bodies that are asked for at one moment come in one answer. */
  const gathered = { ...table, get: gatheredGet(table) }
  /** What can be the reason of a mail says so before it is written; drafts, replies and notes cause none. */
  const moved = async <T>(region: string, write: () => Promise<T>, agencyId?: string) => {
    await versions.moving(region, { at: wall(), agencyId })
    return write()
  }
  const allRounds = (region: string) => versions.remembered(region, 'rounds', () => listRounds(table, region))
  const list = async (region: string) => (await allRounds(region)).filter((id) => !isRehearsalId(id))
  const load = async (region: string, round: string) =>
    foldRound(region, await table.queryAll(roundKeys.partition(region, round)), lists)
  const at = (region: string, round: string, sk: string) => ({ pk: roundKeys.partition(region, round), sk })
  return {
    list,
    listRehearsals: async (region) => (await allRounds(region)).filter(isRehearsalId),
    load,
    shared: createSharedRounds({ versions, list, load, wall }),
    history: (region, round) => roundHistory(table, lists, roundKeys.partition(region, round)),
    loadAgencies: (region, round, about) => loadAgencies(store, { region, round }, about),
    loadWork: (region, round, part) => loadWork(store, { region, round }, part),
    loadFrame: (region, round, seen) => frameOf(store, { region, round }, seen),
    ahead: (region, round, part) => readAhead(gathered, { region, round }, part),
    loadDecisions: (region, round, agencyIds) => loadDecisions(store, { region, round }, agencyIds),
    loadAfterwards: (region, round) => loadAfterwards(store, { region, round }),
    insertRound: (region, round) => versions.changing(region, () => insertRound(table, lists, { region, round })),
    insertWindow: (region, round, window) =>
      versions.changing(region, async () => {
        await keepDraftsFor(table, { region, round, window })
        return insertFact(table, at(region, round, roundKeys.window(window.number)), windowSchema, window)
      }),
    insertExtension: (region, round, request) =>
      versions.changing(region, () =>
        insertFact(table, at(region, round, roundKeys.extension(request.number)), extensionRequestSchema, request),
      ),
    insertExtensionRefusal: (region, round, refusal) =>
      versions.changing(region, () =>
        insertFact(
          table,
          at(region, round, roundKeys.extensionRefusal(refusal.number)),
          extensionRefusalSchema,
          refusal,
        ),
      ),
    insertNudge: (region, round, nudge) =>
      versions.changing(region, () =>
        insertFact(table, at(region, round, roundKeys.nudge(nudge.number)), nudgeSchema, nudge),
      ),
    insertResend: (region, round, resend) =>
      versions.changing(region, () =>
        insertFact(table, at(region, round, roundKeys.resend(resend.number)), resendSchema, resend),
      ),
    insertCall: (region, round, call) => {
      const key = at(region, round, roundKeys.call(call.agencyId, call.number))
      return insertFact(table, key, callSchema, call)
    },
    insertClockMove: (region, round, move) =>
      insertFact(table, at(region, round, roundKeys.clockMove(move.number)), clockMoveSchema, move),
    insertSubmission: async (region, round, submission, body) => {
      const { agencyId, formId, revision } = submission
      const work = { region, round, agencyId, formId }
      await Promise.all([
        insertBody(table, { work, sha256: submission.sha256 }, body),
        versions.moving(region, { at: wall(), agencyId }),
      ])
      const key = at(region, round, roundKeys.submission(agencyId, formId, revision))
      return insertFact(table, key, submissionSchema, submission)
    },
    insertReview: (region, round, review) => {
      const { agencyId, formId, revision, number } = review
      const key = at(region, round, roundKeys.review(agencyId, formId, revision, number))
      return moved(region, () => insertFact(table, key, reviewSchema, review), agencyId)
    },
    insertReply: (region, round, reply) =>
      insertFact(table, at(region, round, roundKeys.reply(reply)), replySchema, reply),
    insertInternalNote: (region, round, note) => {
      const key = at(region, round, roundKeys.internalNote(note.agencyId, note.formId, note.number))
      return insertFact(table, key, internalNoteSchema, note)
    },
    internalNotes: async (region, round, of) => {
      const prefix = of === undefined ? roundKeys.allInternalNotes : roundKeys.internalNotes(of.agencyId, of.formId)
      const items = await table.queryAll(roundKeys.partition(region, round), { prefix })
      return items.map((item) => readFact(internalNoteSchema, item))
    },
    saveDraft: async (region, round, draft, body) => {
      const { agencyId, formId, sha256, endsAt } = draft
      const work = { region, round, agencyId, formId }
      await (endsAt === undefined
        ? insertBody(table, { work, sha256 }, body)
        : putDraftBody(table, { work, sha256, endsAt }, body))
      return saveDraft(table, at(region, round, roundKeys.draft(agencyId, formId)), draft)
    },
    place: (region, round, work) => readPlace(table, roundKeys.partition(region, round), work),
    places: (region, round) => readPlaces(table, roundKeys.partition(region, round)),
    savePlace: (region, round, place) => savePlace(table, roundKeys.partition(region, round), place),
    body: (region, sha256, { erased } = {}) => readBody(gathered, region, sha256, erased),
    draftBody: (now, { region, round }, { agencyId, formId, sha256, endsAt }) =>
      endsAt === undefined
        ? readBody(gathered, region, sha256)
        : readDraftBody(now, table, { work: { region, round, agencyId, formId }, sha256 }),
    sealedBody: (region, sha256) => readSealed(gathered, region, sha256),
    sealSecret: (work) => readSealSecret(table, work),
    putFinding: (region, round, finding) =>
      moved(region, () => putFinding(table, at(region, round, roundKeys.finding(finding)), finding), finding.agencyId),
  }
}

/** Ids of rounds whose first fact stands; a signpost without one is a creation that never happened. */
async function listRounds(table: Table, region: string): Promise<readonly string[]> {
  const signposts = await table.queryAll(regionKeys.partition(region), { prefix: regionPrefixes.rounds })
  const ids = signposts.map(({ sk }) => regionKeys.roundOf(sk))
  const first = (id: string) => table.get({ pk: roundKeys.partition(region, id), sk: roundKeys.round(1) })
  const facts = await Promise.all(ids.map(first))
  return ids.filter((_, index) => facts[index] !== undefined)
}

/** Sorts the partition's items by what they are. They come in the order of their keys, which is the order promised. */
async function foldRound(region: string, items: readonly Item[], lists: KnownLists) {
  const all = <T>(prefix: string, schema: Parameters<typeof readFact<T>>[0]) =>
    items.filter(({ sk }) => sk.startsWith(prefix)).map((item) => readFact(schema, item))
  const revisions = await readRounds(
    lists,
    items.filter(({ sk }) => sk.startsWith(roundPrefixes.round)),
    () => items,
  )
  const round = revisions.at(-1)
  if (!round) return undefined
  const calls = all(roundPrefixes.calls, callSchema)
  return withAskedAgain({
    region,
    round,
    ...(revisions.length > 1 && { earlier: revisions.slice(0, -1) }),
    windows: all(roundPrefixes.windows, windowSchema),
    submissions: all(roundPrefixes.submissions, submissionSchema),
    reviews: all(roundPrefixes.reviews, reviewSchema),
    replies: all(roundPrefixes.replies, replySchema),
    drafts: all(roundPrefixes.drafts, draftSchema),
    findings: all(roundPrefixes.findings, findingSchema),
    extensions: all(roundPrefixes.extensions, extensionRequestSchema),
    extensionRefusals: all(roundPrefixes.extensionRefusals, extensionRefusalSchema),
    nudges: all(roundPrefixes.nudges, nudgeSchema),
    resends: all(roundPrefixes.resends, resendSchema),
    clock: all(roundPrefixes.clock, clockMoveSchema),
    ...(calls.length > 0 && { calls }),
  })
}
