/** A round's facts in one value, and the port through which they are read and inserted. One query answers board, digest and plan. */

import type { Answers } from '../../schema/answers.ts'
import type { Call } from '../../schema/call.ts'
import type { ExtensionRefusal, ExtensionRequest } from '../../schema/extension.ts'
import type { Nudge, Resend } from '../../schema/hand-mail.ts'
import type { InternalNote } from '../../schema/internal-note.ts'
import type { Place } from '../../schema/place.ts'
import type { ClockMove } from '../../schema/rehearsal.ts'
import type { Draft, Finding, Reply, Review, Round, Submission, Window } from '../../schema/round.ts'
import type { Body, SealedAnswers } from '../../schema/sealed.ts'
import type { Inserted } from '../inserted.ts'
import type { RegionFacts, Seen } from '../region/regions.ts'

export type RoundFacts = {
  region: string
  /** The latest revision; and those before it, ascending, absent where there are none. */
  round: Round
  earlier?: readonly Round[]
  /** Ascending by number. */
  windows: readonly Window[]
  /** All revisions, ascending by agency, form, revision. */
  submissions: readonly Submission[]
  /** Ascending by agency, form, revision, number. */
  reviews: readonly Review[]
  /** Ascending by agency, form, revision, review, comment, number. */
  replies: readonly Reply[]
  /** Requests for more time, ascending by number; and those of them that were refused. */
  extensions: readonly ExtensionRequest[]
  extensionRefusals: readonly ExtensionRefusal[]
  drafts: readonly Draft[]
  findings: readonly Finding[]
  /** Reminders by hand, ascending by number. */
  nudges: readonly Nudge[]
  /** Mails sent again, ascending by number. */
  resends: readonly Resend[]
  /** Moves of a rehearsal's own clock, ascending by number; none in any other round. */
  clock: readonly ClockMove[]
  /** Calls to agencies, ascending by agency and number; absent where there are none. */
  calls?: readonly Call[]
}

/** The round and its windows, without any facts about work. */
export type RoundFrame = Pick<RoundFacts, 'region' | 'round' | 'earlier' | 'windows'>

/** With what was decided about sent work, from which the days of corrections follow. */
export type RoundDecisions = RoundFrame & Pick<RoundFacts, 'reviews'>

/** With the mails that were sent by hand too: all from which a mail can follow in a round that is over. */
export type RoundAfterwards = RoundDecisions & Pick<RoundFacts, 'nudges' | 'resends'>

/** A region and its rounds in view: for a reminder all open rounds, for other mails at least the notice's own. */
export type RegionState = { region: RegionFacts; rounds: readonly RoundFacts[] }

/** Everything a plan, a board or a digest is a function of (with `now`). */
export type RoundState = { facts: RoundFacts; region: RegionFacts }

/**
 * What accepting a revision looks at: the form's newest revisions, or all of them where the newest is not `base`; its findings;
 * and the newest revision of each of the agency's forms in `besides`. Its newest decisions only where one is on the newest revision, or
 * where it is `late`: then a decision alone may keep the form open.
 */
export type WorkPart = { agencyId: string; formId: string; base: number; besides: readonly string[]; late: boolean }

/** `submissions`: of `base`, the three before it and the one after it those that stand, ascending. `reviewed`: `base` has a decision. */
export type WorkAhead = {
  readonly place: Place | undefined
  readonly submissions: readonly Submission[]
  readonly reviewed: boolean
}

/**
 * A region's rounds, loaded whole and kept for some seconds. Drafts, replies and calls may be as old; whatever else concerns an
 * agency that `holds` says yes of is as it stands when `shared` is asked.
 */
export type SharedRounds = {
  list(): Promise<readonly string[]>
  load(round: string): Promise<RoundFacts | undefined>
  /** No: some of these agencies' facts moved lately, and must be read by themselves. */
  holds(agencyIds: readonly string[]): boolean
}

export type Rounds = {
  /** Ids of the region's rounds. Rehearsals are never among them, so that no mail, digest, calendar or result takes one for real. */
  list(region: string): Promise<string[]>
  /** Ids of the region's rehearsals. */
  listRehearsals(region: string): Promise<string[]>
  /** All facts, consistently read; `undefined` where there is no such round. */
  load(region: string, round: string): Promise<RoundFacts | undefined>
  /**
   * The same without what is about the work of other agencies (of none, where none are named), or about other forms; without the moves of
   * a rehearsal's clock and without calls.
   */
  loadAgencies(
    region: string,
    round: string,
    about: { agencyIds?: readonly string[]; formId?: string },
  ): Promise<RoundFacts | undefined>
  /** For whoever asks about many agencies in a row; `undefined` while the region itself is being changed. */
  shared(region: string): Promise<SharedRounds | undefined>
  /** What is known by its key before a form is sent in, read with what else is asked for at the moment: the session, and how far the region is. */
  ahead(region: string, round: string, part: Pick<WorkPart, 'agencyId' | 'formId' | 'base'>): Promise<WorkAhead>
  /** The same as `loadAgencies` for whoever sends a form in. */
  loadWork(
    region: string,
    round: string,
    part: WorkPart & { ahead: WorkAhead; seen?: Seen | undefined },
  ): Promise<RoundFacts | undefined>
  /** Kept in memory until the region changes, and shared. */
  loadFrame(region: string, round: string, seen?: Seen): Promise<RoundFrame | undefined>
  /** About these agencies, or all. */
  loadDecisions(region: string, round: string, agencyIds?: readonly string[]): Promise<RoundDecisions | undefined>
  loadAfterwards(region: string, round: string): Promise<RoundAfterwards | undefined>
  /** All revisions of the round itself, oldest first; none where there is no such round. */
  history(region: string, round: string): Promise<readonly Round[]>
  insertRound(region: string, round: Round): Promise<Inserted<Round>>
  insertWindow(region: string, round: string, window: Window): Promise<Inserted<Window>>
  /** Writes the body first; the submission's insert is the commit. */
  insertSubmission(region: string, round: string, submission: Submission, body: Body): Promise<Inserted<Submission>>
  insertExtension(region: string, round: string, request: ExtensionRequest): Promise<Inserted<ExtensionRequest>>
  insertExtensionRefusal(region: string, round: string, refusal: ExtensionRefusal): Promise<Inserted<ExtensionRefusal>>
  insertNudge(region: string, round: string, nudge: Nudge): Promise<Inserted<Nudge>>
  insertResend(region: string, round: string, resend: Resend): Promise<Inserted<Resend>>
  insertCall(region: string, round: string, call: Call): Promise<Inserted<Call>>
  insertClockMove(region: string, round: string, move: ClockMove): Promise<Inserted<ClockMove>>
  insertReview(region: string, round: string, review: Review): Promise<Inserted<Review>>
  insertReply(region: string, round: string, reply: Reply): Promise<Inserted<Reply>>
  insertInternalNote(region: string, round: string, note: InternalNote): Promise<Inserted<InternalNote>>
  /** Of the round, or of one form of one agency, ascending by number. They are no part of `RoundFacts`, so no mail, board or export can hold one. */
  internalNotes(
    region: string,
    round: string,
    of?: { agencyId: string; formId: string },
  ): Promise<readonly InternalNote[]>
  /** Saved only if the stored version is `draft.version - 1` (0 = none). Own write after an unknown outcome counts as saved. */
  saveDraft(
    region: string,
    round: string,
    draft: Draft,
    body: Body,
  ): Promise<{ saved: true } | { saved: false; current: Draft | undefined }>
  /** Consistently read; `undefined` where nobody has begun there and nothing was taken away. */
  place(region: string, round: string, work: Pick<Place, 'agencyId' | 'formId'>): Promise<Place | undefined>
  /** All places of the round that anybody has taken. */
  places(region: string, round: string): Promise<readonly Place[]>
  /** Saved only if the stored number is `place.number - 1` (0 = none). Own write after an unknown outcome counts as saved. */
  savePlace(region: string, round: string, place: Place): Promise<boolean>
  /** `undefined` once its end has come. Throws when it is damaged. */
  draftBody(
    now: Date,
    at: { region: string; round: string },
    draft: Pick<Draft, 'agencyId' | 'formId' | 'sha256' | 'endsAt'>,
  ): Promise<Answers | undefined>
  /**
   * The body of a submission by its hash. `erased`: what stands where an answer was erased, for whoever reads it; absent, it is left out.
   * Throws when it is missing or its hash is wrong: that is damage, not a refusal.
   */
  body(region: string, sha256: string, how?: { erased?: string }): Promise<Answers>
  /** The same as it was hashed; `text` is what was hashed. `erased`: answers about persons were taken out since, and the hash cannot be taken again. */
  sealedBody(region: string, sha256: string): Promise<{ answers: SealedAnswers; text: string; erased: boolean }>
  /** Of which the salts of a work's personal answers are made; made by the first who asks. */
  sealSecret(work: { region: string; round: string; agencyId: string; formId: string }): Promise<string>
  /** Inserts or updates by id, only forward in `lastSeenAt`. */
  putFinding(region: string, round: string, finding: Finding): Promise<void>
}
