/**
 * One notice as a mail, or why it is none: for the dispatcher, who sends it, for a rehearsal, which captures it, and for a preview. They
 * differ only in the facts and the moment that they give.
 */
import type { Answers } from '../../schema/answers.ts'
import { allRounds, type Notice, type NoticePlan, signInScope } from '../../schema/notice.ts'
import type { Person } from '../../schema/region.ts'
import { personOf, type RegionFacts, type Regions } from '../region/regions.ts'
import type { RegionState, RoundFacts, Rounds, SharedRounds } from '../round/rounds.ts'
import type { Composed, ComposeMail } from './compose.ts'
import { kinds } from './kinds/kinds.ts'
import { submissionOf } from './kinds/submitted.ts'
import type { NoticeLedger } from './ledger/ledger.ts'
import { mailboxVerdict } from './ledger/mailbox-verdict.ts'
import type { RenderedMail } from './ledger/mailer.ts'
import type { Outages } from './ledger/outages.ts'
import { digestsInLedger } from './ledger/sent-digests.ts'
import { untoldIn } from './ledger/untold.ts'
import type { Candidate } from './plan/nid.ts'
import { mailboxOf, recipientOf } from './plan/recipients.ts'
import { originalOf } from './plan/resends.ts'
import { situationOf } from './plan/situation.ts'
import type { ComposeState } from './write/composing.ts'
import { footOf, type RenderMail } from './write/mail-foot.ts'

export type WriterParts = { compose: ComposeMail; render: RenderMail }
type Drop = Extract<Composed, { outcome: 'drop' }>
/**
 * `blocked`: nothing would arrive at the recipient's address, and why; who sends asks this first. `unprintable`: a template threw,
 * which is our fault, and trying again would throw again.
 */
export type Written =
  | { outcome: 'mail'; mail: RenderedMail; person: Person; unsubscribeUrl?: string; blocked?: string }
  | (Drop & { blocked?: string })
  | { outcome: 'unprintable'; error: unknown }

/** Throws what composing throws: that may pass. */
export async function writeNotice(
  now: Date,
  { compose, render }: WriterParts,
  notice: Notice,
  state: ComposeState,
): Promise<Written> {
  const person = recipientOf(state.region, notice.recipientId)
  // Also where a code was asked for an address that nobody has: this is where that trail ends.
  if (person === undefined) return { outcome: 'drop', to: 'suppressed', reason: 'no-recipient' }
  const verdict = mailboxVerdict(notice.kind, mailboxOf(state.region, person))
  const blocked = verdict === undefined ? {} : { blocked: verdict }
  const composed = await compose(now, notice, state)
  if (composed.outcome === 'drop') return { ...composed, ...blocked }
  const { content, whyUrl } = composed
  const stop = 'unsubscribeUrl' in content && content.unsubscribeUrl
  try {
    const mail = await render(
      content,
      person.language,
      footOf(notice.nid, state.region.settings, person.language, whyUrl),
    )
    return { outcome: 'mail', mail, person, ...(stop && { unsubscribeUrl: stop }), ...blocked }
  } catch (error) {
    return { outcome: 'unprintable', error }
  }
}

/** The same of a notice that is not in the ledger, as it would be there in the moment before it is sent. */
export function writePlanned(now: Date, parts: WriterParts, planned: Candidate, state: ComposeState): Promise<Written> {
  const claimed = { state: 'claimed', plannedAt: planned.dueAt, attempts: 1, unknowns: 0, epoch: 'preview' } as const
  return writeNotice(now, parts, { ...planned, ...claimed }, state)
}

/** As it would read if nobody did anything more until it falls due; `undefined` where there would be nothing to say. */
export async function previewMail(
  parts: WriterParts,
  planned: Candidate,
  state: ComposeState,
): Promise<RenderedMail | undefined> {
  const written = await writePlanned(new Date(planned.dueAt), parts, planned, state)
  return written.outcome === 'mail' ? written.mail : undefined
}

type ReadPorts = {
  regions: Pick<Regions, 'load' | 'directory' | 'references'>
  /** With `shared`, the work of one recipient is looked up in the region's rounds. */
  rounds: Pick<Rounds, 'list' | 'load' | 'loadAgencies' | 'body'> & Partial<Pick<Rounds, 'shared'>>
  ledger: Pick<NoticeLedger, 'list' | 'get'>
  outages?: Pick<Outages, 'list'>
}

/** What the notice's kind needs, consistently read. `undefined` where there is no such region. */
export async function readState(
  { regions, rounds, ledger, outages }: ReadPorts,
  notice: Notice,
): Promise<ComposeState | undefined> {
  const { region: id, kind } = notice
  const { needs } = kinds[kind]
  const whole = needs.includes('whole-rounds')
  // Only who writes about all agencies asks who never signed in.
  const place = whole ? regions.load(id) : regions.directory(id)
  const asked = whole ? undefined : rounds.shared?.(id)
  const read = whole
    ? rounds.load
    : async (_: string, round: string) => ownWork(rounds, await place, { notice, round, shared: await asked })
  const [region, references, sent, lost, facts] = await Promise.all([
    place,
    needs.includes('lists') ? regions.references(id) : undefined,
    needs.includes('sent-digests') ? listDigests(ledger, notice) : [],
    needs.includes('sent-digests') ? outages?.list() : undefined,
    roundIds({ list: asked === undefined ? rounds.list : sharedList(rounds, asked) }, notice).then((ids) =>
      Promise.all(ids.map((round) => read(id, round))),
    ),
    // Also where nobody comes to ask it, its failure is this one's.
    asked,
  ])
  const found = facts.filter((each): each is RoundFacts => each !== undefined)
  const [answers, told] = await Promise.all([
    readAnswers(rounds, notice, found),
    region && toldBefore(ledger, notice, { region, rounds: found }),
  ])
  const said = {
    rounds: found,
    sentDigests: digestsInLedger(sent),
    ...(needs.includes('sent-digests') && { untold: untoldIn(sent), inLedger: new Set(sent.map(({ nid }) => nid)) }),
    ...(references && { references }),
    ...(answers && { answers }),
    ...(lost && { outages: lost }),
    ...(told && { told }),
  }
  return region && { region, ...said }
}

/** Where digests stand that told of the notice's rounds. */
async function listDigests(
  ledger: Pick<NoticeLedger, 'list'>,
  { region, scope, rounds = [] }: Notice,
): Promise<Notice[]> {
  const scopes = new Set([scope, ...rounds, allRounds])
  return (await Promise.all([...scopes].map((each) => ledger.list(region, each)))).flat()
}

/** Ids of the notices in the ledger that may have told a part of this one. */
async function toldBefore(
  ledger: Pick<NoticeLedger, 'get'>,
  given: Notice,
  state: RegionState,
): Promise<ReadonlySet<string> | undefined> {
  const notice = originalOf(given)
  const { earlier } = kinds[notice.kind]
  const person = recipientOf(state.region, notice.recipientId)
  if (earlier === undefined || person === undefined) return undefined
  const keys = earlier({ situation: situationOf(new Date(notice.dueAt), state), person, notice })
  const found = await Promise.all(keys.map((key) => ledger.get(key)))
  return new Set(found.flatMap((each) => each?.nid ?? []))
}

function sharedList(
  rounds: Pick<Rounds, 'list'>,
  asked: Promise<SharedRounds | undefined>,
): (region: string) => Promise<readonly string[]> {
  return async (region) => (await asked)?.list() ?? rounds.list(region)
}

/** What concerns one recipient of a round, however large it is. */
async function ownWork(
  rounds: Pick<Rounds, 'loadAgencies'>,
  place: RegionFacts | undefined,
  { notice, round, shared }: { notice: Notice; round: string; shared: SharedRounds | undefined },
): Promise<RoundFacts | undefined> {
  const served = place === undefined ? [] : (personOf(place, notice.recipientId)?.agencyIds ?? [])
  const agencyIds = [...new Set([...served, ...(notice.agencyId === undefined ? [] : [notice.agencyId])])]
  if (shared?.holds(agencyIds)) return shared.load(round)
  return rounds.loadAgencies(notice.region, round, { agencyIds })
}

/** The body of the submission that the notice is about, where its kind needs it. */
export async function readAnswers(
  rounds: Pick<Rounds, 'body'>,
  notice: NoticePlan | Notice,
  facts: readonly RoundFacts[],
): Promise<Answers | undefined> {
  if (!kinds[notice.kind].needs.includes('answers')) return undefined
  const submission = facts.flatMap((each) => submissionOf(each, originalOf(notice)) ?? [])[0]
  return submission && !submission.nil ? rounds.body(notice.region, submission.sha256) : undefined
}

/** Sign-in mails need no round, a round's mails their own and those of several rounds all of them. */
async function roundIds(
  rounds: { list(region: string): Promise<readonly string[]> },
  { region, scope, kind }: Notice,
): Promise<readonly string[]> {
  if (scope === signInScope) return []
  return scope === allRounds || kinds[kind].needs.includes('all-rounds') ? rounds.list(region) : [scope]
}
