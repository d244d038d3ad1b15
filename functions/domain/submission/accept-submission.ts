/**
 * Accepts a revision, or refuses it. The insert of revision n+1 is the commit: of two that are based on n one wins, and a
 * request that is repeated (double click, lost answer) meets its own content and gets the same receipt. Whether
 * the window is open is judged by the instant at which the request was received, not by when the write happens.
 */
import { blockingErrors, type Detected } from '../../schema/checks/run-form-checks.ts'
import type { FormDefinition, ReferenceLists } from '../../schema/form.ts'
import type { SubmissionRequest } from '../../schema/requests.ts'
import type { Receipt, Submission } from '../../schema/round.ts'
import { sha256Hex } from '../content-hash.ts'
import { type Sealed, salted, seal, sealSecret } from '../personal/seal.ts'
import { Refused } from '../refusal.ts'
import type { Regions, Seen } from '../region/regions.ts'
import { answerContext } from '../round/answer-context.ts'
import type { FormCatalogue } from '../round/form-catalogue.ts'
import { type Work, type WorkKey, workIn } from '../round/load-round.ts'
import { latestReview, mayWrite, revisionsOf } from '../round/may-write.ts'
import { type Measured, measureSubmission } from '../round/measure-submission.ts'
import { type ReceiptIndex, receiptNumber, receiptOf } from '../round/receipts.ts'
import type { RoundFacts, RoundState, Rounds, WorkAhead } from '../round/rounds.ts'
import { takePlace } from '../round/take-place.ts'
import { datesFor } from '../round/windows.ts'
import { acceptedSecrets, type SecretBefore } from '../secrets/rotation.ts'
import { stampAfter } from '../stamp.ts'
import { checkSubmission, comparedWith } from './check-submission.ts'
import { saltOf } from './salt.ts'

export type SubmissionInput = {
  work: WorkKey
  by: string
  /** The last revision the writer knows; 0 = none. */
  baseRevision: number
  requestKey: string
  content: SubmissionRequest
  /** What was read with the session, and how far the region was then; without them both are read. */
  ahead?: WorkAhead | undefined
  seen?: Seen | undefined
}
/** What was decided on: with it what follows the commit needs no second reading. `state`: the facts with the new revision. */
export type Committed = {
  submission: Submission
  state: RoundState
  references: ReferenceLists
  /** What the checks say of it, blocking ones excepted. */
  found: readonly Detected[]
}
/** `committed`: absent of a repetition, of which all was said before. */
export type Accepted = { receipt: Receipt; replayed: boolean; committed?: Committed }
/** The installation's secret, and the one before. */
type Keys = { codeKey: string; codeKeyBefore?: SecretBefore | undefined }
type Ports = { rounds: Rounds; regions: Regions; forms: FormCatalogue; receipts: ReceiptIndex } & Keys
type Sent = Measured['facts'] & Pick<Submission, 'sha256'>
/** Does this revision say the same? */
type Same = (each: Submission) => boolean

/**
 * Refusals: `not-found`, `round-not-open`, `round-closed`, `submission-accepted`, `answers-invalid`, `nil-not-allowed`,
 * `idempotency-key-reused`, `revision-conflict`, `form-version-conflict`, `round-changing`.
 */
export async function acceptSubmission(now: Date, ports: Ports, input: SubmissionInput): Promise<Accepted> {
  const { agencyId, formId } = input.work
  const ahead = input.ahead ?? (await aheadOf(ports, input))
  const { work, references } = await loadToSubmit(now, ports, { ...input, ahead })
  const asked = work.definition
  // Sent before the form moved and repeated since, it is judged by what it answered.
  const definition = await answeredBy(ports, input, asked)
  const secret = await sealSecret(ports.rounds, definition, input.work)
  const context = answerContext(now, work.state, references, agencyId)
  const measured = measureSubmission(definition, input.content, context)
  const sealed = seal(definition, measured.answers, secret)
  const same = sameAs(acceptedSecrets(now, ports.codeKey, ports.codeKeyBefore), input, { sealed, ...measured.facts })
  const revisions = revisionsOf(work.state.facts, agencyId, formId)
  // What was received stays received: a repetition gets its receipt even after the window has closed.
  const before = receivedBefore(input, same, { facts: work.state.facts, revisions })
  if (before !== undefined) return { receipt: receiptOf(input.work.round, before), replayed: true }
  const permission = mayWrite(now, work.state, agencyId, formId)
  if (permission !== 'ok') throw new Refused(permission)
  if (definition.version !== asked.version)
    throw new Refused({ code: 'form-version-conflict', currentVersion: asked.version })
  const head = revisions.at(-1)
  if ((head?.revision ?? 0) !== input.baseRevision) throw conflict(head)
  const found = measured.facts.nil
    ? []
    : await checkSubmission(now, ports, { work, references, agencyId, answers: measured.answers })
  const errors = [...measured.errors, ...blockingErrors(found, measured.errors)]
  if (errors.length > 0) throw new Refused({ code: 'answers-invalid', errors })
  const salt = saltOf(ports.codeKey, input.work, { ...input, revision: (head?.revision ?? 0) + 1 })
  const { body, sha256 } = salted(sealed, salt)
  const sent = { ...measured.facts, sha256, findings: countsOf(found) }
  const submission = revisionAfter(now, head, { input, sent, work })
  const { revision: seen } = work.state.facts.round
  await takePlace(now, ports, { ...input.work, revision: seen, formVersion: asked.version, sent: true, ahead })
  const accepted = await commit(ports, { input, same }, body, submission)
  if (accepted.replayed) return accepted
  const { facts, region } = work.state
  const after = { ...facts, submissions: [...facts.submissions, submission] }
  return { ...accepted, committed: { submission, state: { facts: after, region }, references, found } }
}

/** The version that the request says it answers. */
async function answeredBy(ports: Ports, { content, work }: SubmissionInput, asked: FormDefinition) {
  const { formVersion = asked.version } = content
  if (formVersion === asked.version) return asked
  return (await ports.forms.definition(work.formId, formVersion, work.region)) ?? asked
}

function aheadOf({ rounds }: Ports, { work, baseRevision: base }: SubmissionInput): Promise<WorkAhead> {
  return rounds.ahead(work.region, work.round, { ...work, base })
}

/** What the request touches, read by key: the form's newest revisions, and the agency's other forms that checks compare it with. */
async function loadToSubmit(
  now: Date,
  ports: Ports,
  { work: key, baseRevision: base, ahead, seen }: SubmissionInput & { ahead: WorkAhead },
): Promise<{ work: Work; references: ReferenceLists }> {
  const { region, round, agencyId, formId } = key
  const [frame, directory, references] = await Promise.all([
    ports.rounds.loadFrame(region, round, seen),
    ports.regions.directory(region, seen),
    ports.regions.references(region, seen),
  ])
  const late = frame && directory && now >= datesFor(frame, directory.settings.zone, agencyId).closesAt
  const part = { agencyId, formId, base, besides: comparedWith(formId), ahead, seen }
  const facts = late === undefined ? undefined : await ports.rounds.loadWork(region, round, { ...part, late })
  if (facts === undefined || directory === undefined) throw new Refused({ code: 'not-found', what: 'round' })
  return { work: await workIn(ports, { facts, region: directory }, key), references }
}

function countsOf(found: readonly Detected[]): Submission['findings'] {
  const count = (severity: Detected['severity']) => found.filter((each) => each.severity === severity).length
  return { blocking: count('blocking'), warning: count('warning'), info: count('info') }
}

/** Salts are made again, so that a repetition is known by nothing that is kept beside the hash; older releases had none. */
function sameAs(
  secrets: readonly string[],
  { work }: SubmissionInput,
  sent: { sealed: Sealed } & Pick<Submission, 'nil' | 'nilReason'>,
): Same {
  const { sealed } = sent
  return (each) =>
    each.nil === sent.nil &&
    each.nilReason === sent.nilReason &&
    ([sealed.sha256, sealed.plainSha256].includes(each.sha256) ||
      secrets.some((secret) => salted(sealed, saltOf(secret, work, each)).sha256 === each.sha256))
}

/** The revision that this very request, or the same content, already made. */
function receivedBefore(
  input: SubmissionInput,
  same: Same,
  { facts, revisions }: { facts: RoundFacts; revisions: readonly Submission[] },
): Submission | undefined {
  const sameKey = revisions.find(({ requestKey }) => requestKey === input.requestKey)
  if (sameKey !== undefined && !same(sameKey)) throw new Refused({ code: 'idempotency-key-reused' })
  const head = revisions.at(-1)
  if (sameKey !== undefined || head === undefined || !same(head)) return sameKey
  // Returned work may be sent again unchanged, by somebody who has read the decision: that is a new revision.
  const insists = head.revision === input.baseRevision && latestReview(facts, head) !== undefined
  return insists ? undefined : head
}

function revisionAfter(
  now: Date,
  head: Submission | undefined,
  { input, sent, work }: { input: SubmissionInput; sent: Sent; work: Work },
): Submission {
  const revision = (head?.revision ?? 0) + 1
  const chain = sha256Hex(`${head?.chain ?? ''}|${revision}|${sent.sha256}`)
  const { agencyId, formId } = input.work
  return {
    at: stampAfter(now, head),
    by: input.by,
    agencyId,
    formId,
    formVersion: work.definition.version,
    revision,
    ...sent,
    chain,
    previousSha256: head?.sha256 ?? null,
    requestKey: input.requestKey,
    receiptNumber: receiptNumber({ ...input.work, revision }, work.definition.shortTitle.id, chain),
  }
}

async function commit(
  ports: Ports,
  { input, same }: { input: SubmissionInput; same: Same },
  body: Sealed['body'],
  submission: Submission,
): Promise<Accepted> {
  const { region, round } = input.work
  await ports.receipts.post(submission.receiptNumber, { ...input.work, revision: submission.revision })
  const result = await ports.rounds.insertSubmission(region, round, submission, body)
  if (result.inserted) return { receipt: receiptOf(round, submission), replayed: false }
  const { existing } = result
  if (same(existing)) return { receipt: receiptOf(round, existing), replayed: true }
  if (existing.requestKey === input.requestKey) throw new Refused({ code: 'idempotency-key-reused' })
  throw conflict(existing)
}

function conflict(head: Submission | undefined): Refused {
  return new Refused({ code: 'revision-conflict', currentRevision: head?.revision ?? 0 })
}
