/** The whole story of one notice: why it was planned, what was reported about it, and whether it can be sent again. */
import type { MailEvent, Notice } from '../../../schema/notice.ts'
import type { Agency, Person } from '../../../schema/region.ts'
import type { Round } from '../../../schema/round.ts'
import type { HandMailReason } from '../../refusal.ts'
import { agencyOf, personOf, type Regions } from '../../region/regions.ts'
import type { Rounds } from '../../round/rounds.ts'
import type { NoticeLedger } from '../ledger/ledger.ts'
import { isLeftOut } from '../plan/left-out.ts'
import { mailboxOf } from '../plan/recipients.ts'
import { resendCandidate } from '../plan/resends.ts'
import { situationOf } from '../plan/situation.ts'
import { type Explanation, explain, roundsOf } from './explain.ts'
import { readNotice } from './read-notices.ts'
import { whyNotAgain } from './resend-notice.ts'
import { loadCurrent } from './upcoming.ts'
import { stateAsOf } from './what-if.ts'

export type NoticeStory = {
  notice: Notice
  /** In the order in which they happened. */
  events: MailEvent[]
  people: readonly Person[]
  explanation: Explanation
  /** Those that the mail speaks of, by title; and the agencies that it names. */
  rounds: readonly Round[]
  agencies: readonly Agency[]
  /** Why it cannot be sent again; `undefined` = it can. */
  again: HandMailReason | undefined
  repeats: string | undefined
  repeatedBy: string | undefined
  /** What is wrong with the recipient's present address. */
  mailbox: 'bounced' | 'complained' | undefined
}

/** Refuses with `not-found`, also for what the reader may not see. */
export async function tellNotice(
  now: Date,
  ports: { notices: NoticeLedger; rounds: Rounds; regions: Regions },
  asked: { region: string; reader: Person; nid: string },
): Promise<NoticeStory> {
  const { notice, events, people } = await readNotice(ports, asked)
  // What was left out became so only when the settings changed.
  const then = new Date(isLeftOut(notice) ? notice.plannedAt : notice.dueAt)
  const state = await loadCurrent(then, ports, asked.region)
  const person = personOf(state.region, notice.recipientId)
  const resends = state.rounds.flatMap((facts) => facts.resends.map((resend) => ({ facts, resend })))
  const nidOf = ({ facts, resend }: (typeof resends)[number]) => resendCandidate(state, facts, resend).nid
  const next = resends.find(({ resend }) => resend.nid === notice.nid)
  const situation = situationOf(then, stateAsOf(then, state))
  const explanation = explain(situation, notice)
  return {
    notice,
    events: events.toSorted((a, b) => a.at.localeCompare(b.at)),
    people,
    explanation,
    rounds: roundsOf(situation, notice),
    agencies: explanation.agencyIds.flatMap((id) => agencyOf(state.region, id) ?? []),
    again: next === undefined ? whyNotAgain(now, state, notice) : 'already-sent-again',
    repeats: resends.find((each) => nidOf(each) === notice.nid)?.resend.nid,
    repeatedBy: next && nidOf(next),
    mailbox: person && mailboxOf(state.region, person)?.state,
  }
}
