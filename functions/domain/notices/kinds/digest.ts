/**
 * The coordinator's digest: of all rounds whose digest falls due at one instant, with a part each. And the reports of one round, which
 * viewers get too and which cannot be stopped.
 */

import { compareTitles } from '../../../rules/natural-order.ts'
import type { Person } from '../../../schema/region.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { type DigestKind, getsDigest, type ReportKind } from '../plan/digest-slots.ts'
import { type DigestPart, digestMails, identityOf, partsTogether, toldBy } from '../plan/digests-together.ts'
import { type Candidate, candidate, daysAfter, inRound, untilNext } from '../plan/nid.ts'
import { coordinators } from '../plan/recipients.ts'
import { isNamed } from '../plan/reminder-series.ts'
import type { Situation } from '../plan/situation.ts'
import { isTogether, type ToldPart, untoldParts } from '../plan/together.ts'
import type { Composing } from '../write/composing.ts'
import { digestMail, whyNoDigest } from '../write/digest-mail.ts'
import { untoldOf } from '../write/digest-untold.ts'
import type { About, DropReason, MailKind } from './kind.ts'
import { ofRound } from './kind.ts'
import { unplannedReminders } from './unplanned.ts'

const needs = ['lists', 'sent-digests', 'all-rounds', 'whole-rounds'] as const

export const provisionalReport = reportKind('provisional-report')
export const closingReport = reportKind('closing-report')

export const digest: MailKind<'digest'> = {
  needs,
  candidates: (situation) =>
    coordinators(situation.region).flatMap((person) =>
      digestMails(situation, person).flatMap((parts) => candidateOf(situation, person, parts) ?? []),
    ),
  holds: (about) => getsDigest(about.person, 'digest') && partsIn(about).length > 0,
  whyNot: (about) => {
    const { situation, notice } = about
    if (!isTogether(notice) && !situation.rounds.some(({ round }) => round.id === notice.scope)) return 'no-round'
    return whyNot(about, 'digest')
  },
  content: (composing) => {
    const { language } = composing
    const titles = ({ facts }: DigestPart) => facts.round.title[language]
    const parts = untold(composing)
      .toSorted((a, b) => compareTitles(titles(a), titles(b)))
      .map(({ facts }) => digestMail(within(composing, facts), facts, 'digest'))
    const said = parts.filter((part) => whyNoDigest(part, composing) === undefined)
    const [first, ...others] = said.length > 0 ? said : parts
    return first && (others.length === 0 ? first : { ...first, others })
  },
  earlier: (about) => toldOf(about).flatMap(({ notices }) => notices),
}

function reportKind<K extends ReportKind>(kind: K): MailKind<K> {
  return ofRound<ReportKind>({
    needs,
    candidates: (situation, facts) =>
      coordinators(situation.region, true).flatMap((person) => {
        const slots = situation.digests(facts, person).filter((slot) => getsDigest(person, slot.kind))
        return slots.flatMap(({ key, at, kind: own }, i) =>
          own !== kind
            ? []
            : candidate(
                { ...inRound(situation, facts, person), kind, slot: key },
                { dueAt: at, expiresAt: slots[i + 1]?.at ?? daysAfter(at, 7) },
                `${kind} of round ${facts.round.id}`,
              ),
        )
      }),
    holds: ({ situation, person, notice }, facts) =>
      getsDigest(person, kind) &&
      situation.digests(facts, person).some((each) => each.kind === kind && isNamed(each, notice.slot)),
    whyNot: (about) => whyNot(about, kind),
    content: (composing, facts) => ({
      ...digestMail(composing, facts, kind),
      ...(kind === 'closing-report' && untoldOf(composing, facts, unplannedReminders(composing, facts))),
    }),
  }) as MailKind<K>
}

function whyNot({ person }: About, kind: DigestKind): DropReason {
  if (kind === 'digest' && person.digest?.off) return 'unsubscribed'
  return person.role === 'coordinator' || person.role === 'viewer' ? 'dates-moved' : 'not-responsible'
}

function candidateOf(situation: Situation, person: Person, parts: readonly DigestPart[]): Candidate | undefined {
  const [identity, at] = [identityOf(situation, person, parts), parts[0]?.slot.at]
  if (identity === undefined || at === undefined) return undefined
  const next = parts.flatMap(({ nextAt }) => nextAt ?? []).toSorted((a, b) => a.getTime() - b.getTime())[0]
  const rounds = parts.map(({ facts }) => facts.round.id)
  const planned = candidate(
    { ...identity, ...(rounds.length > 1 && { rounds }) },
    { dueAt: at, expiresAt: next ? untilNext(at, next, situation.region.settings.zone) : daysAfter(at, 7) },
    `digest of round ${rounds.join(', ')}`,
  )
  if (situation.rounds.length === 1) return planned
  return { ...planned, toldBy: parts.map((part) => toldBy(situation, person, part).map(({ nid }) => nid)) }
}

function partsIn({ situation, person, notice }: About): readonly DigestPart[] {
  if (isTogether(notice)) return partsTogether(situation, person, notice)
  return digestMails(situation, person)
    .flat()
    .filter(({ facts, slot }) => facts.round.id === notice.scope && isNamed(slot, notice.slot))
}

/** Of a mail over several rounds: each part with the other notices that may have told it. */
function toldOf({ situation, person, notice }: About): ToldPart<DigestPart>[] {
  if (!isTogether(notice)) return []
  return partsTogether(situation, person, notice).map((part) => ({
    part,
    notices: toldBy(situation, person, part).filter(({ slot }) => slot !== notice.slot),
  }))
}

/** The parts that no other notice told. */
function untold(composing: Composing): readonly DigestPart[] {
  const { notice, state } = composing
  const { told } = state
  if (!isTogether(notice) || told === undefined) return partsIn(composing)
  return untoldParts(toldOf(composing), told)
}

/** The same mail as if it were of that round alone: its links lead there. */
function within(composing: Composing, { round }: RoundFacts): Composing {
  return { ...composing, notice: { ...composing.notice, scope: round.id } }
}
