/**
 * What a kind of mail decides: when it may be due, whether its reason is still there, what it says, and what must be read to say it.
 * The planner asks `holds` before it plans a notice and the dispatcher right before it sends it: between the two an agency may have
 * submitted, been extended, or lost its operator. One file a kind stands beside this one, and kinds.ts has them all.
 */
import type { NoticeKind, NoticePlan } from '../../../schema/notice.ts'
import type { Person } from '../../../schema/region.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import type { Candidate, StepKey } from '../plan/nid.ts'
import type { Trigger } from '../plan/reminder-series.ts'
import type { Situation } from '../plan/situation.ts'
import type { Composing } from '../write/composing.ts'
import type { ContentOf } from '../write/content.ts'

/** What identifies a notice's occasion. */
export type Occasion = Pick<NoticePlan, 'kind' | 'scope' | 'recipientId' | 'slot' | 'agencyId' | 'formId'>

/** An occasion and its recipient, who is there and enabled. */
export type About = { situation: Situation; person: Person; notice: Occasion }

/**
 * What the writer reads beside the notice's round. `lists`: the region's lists, without which "0 of 14" of a form that nobody began
 * cannot be said. `answers`: the body of the submission that the notice is about. `sent-digests`: the digests sent before. `all-rounds`: every
 * round of the region. `whole-rounds`: the work of all agencies; without it only of those that the recipient serves and of the notice's own.
 */
export type Need = 'lists' | 'answers' | 'sent-digests' | 'all-rounds' | 'whole-rounds'

/**
 * Why a planned mail is not sent after all, for the ledger: the coordinator who asks "why did this not go" reads it there.
 * `nothing-left-to-do`: submitted, nil or accepted meanwhile. `closed`, `reopened`: the window changed under it. `dates-moved`:
 * the dates in force no longer have this occasion. `overtaken`: a newer revision or decision speaks instead.
 * `not-responsible`: the person no longer serves the agency, or has another role. `reminded-today`: one a day
 * was sent already. `unsubscribed`: the coordinator wants no digests. `no-round`: the round is not there.
 */
export type DropReason =
  | 'nothing-left-to-do'
  | 'closed'
  | 'reopened'
  | 'dates-moved'
  | 'overtaken'
  | 'not-responsible'
  | 'reminded-today'
  | 'unsubscribed'
  | 'no-round'

/** `triggers`: the slots of the alert plan that caused it. */
export type SpeaksOf = { triggers?: readonly Trigger[]; agencyIds?: readonly string[] }

export type MailKind<K extends NoticeKind = NoticeKind> = {
  needs: readonly Need[]
  /** Every occasion that the facts give, past and to come; whether each still holds is another question. */
  candidates(situation: Situation): readonly Candidate[]
  /** Is the reason still there? Time (`expiresAt`) and the person's address are judged elsewhere. */
  holds(about: About): boolean
  /** Asked only about what does not hold any more. */
  whyNot(about: About): DropReason
  /** `undefined`: nothing of the occasion is left. */
  content(composing: Composing): ContentOf<K> | undefined
  /** Of which agencies the mail speaks beside the notice's own. */
  speaksOf?(about: About): SpeaksOf
  /** Other notices that may have told a part of it: what stands in the ledger of them is left out. */
  earlier?(about: About): readonly StepKey[]
}

/** The same of a kind whose mails each belong to one round. */
export type RoundKind<K extends NoticeKind> = {
  needs: readonly Need[]
  candidates(situation: Situation, facts: RoundFacts): readonly Candidate[]
  holds(about: About, facts: RoundFacts): boolean
  whyNot(about: About, facts: RoundFacts): DropReason
  content(composing: Composing, facts: RoundFacts): ContentOf<K> | undefined
  speaksOf?(about: About, facts: RoundFacts): SpeaksOf
}

export function ofRound<K extends NoticeKind>(kind: RoundKind<K>): MailKind<K> {
  const within = <Answer>(about: About, ask: (facts: RoundFacts) => Answer): Answer | undefined => {
    const facts = about.situation.rounds.find(({ round }) => round.id === about.notice.scope)
    return facts && ask(facts)
  }
  const { needs, speaksOf } = kind
  return {
    needs,
    candidates: (situation) => situation.rounds.flatMap((facts) => kind.candidates(situation, facts)),
    holds: (about) => within(about, (facts) => kind.holds(about, facts)) ?? false,
    whyNot: (about) => within(about, (facts) => kind.whyNot(about, facts)) ?? 'no-round',
    content: (composing) => within(composing, (facts) => kind.content(composing, facts)),
    speaksOf: (about) => (speaksOf && within(about, (facts) => speaksOf(about, facts))) ?? {},
  }
}

/** Mails about one agency go to who still serves it. */
export function servesAgency({ person, notice }: About): boolean {
  return person.agencyIds.includes(notice.agencyId ?? '')
}

export function overtakenOrLeft(about: About): DropReason {
  return servesAgency(about) ? 'overtaken' : 'not-responsible'
}
