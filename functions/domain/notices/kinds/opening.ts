/** Rounds opened for the recipient's agencies: what is due and by when. Those that open together are one mail, with a part each. */

import { compareTitles } from '../../../rules/natural-order.ts'
import type { Person } from '../../../schema/region.ts'
import { type Candidate, candidate } from '../plan/nid.ts'
import {
  identityOf,
  type OpeningMail,
  type OpeningPart,
  openingMails,
  partsTogether,
  toldBy,
} from '../plan/openings.ts'
import { roundPeople } from '../plan/recipients.ts'
import { openTriggers, roundSlots, type SeriesSlot } from '../plan/reminder-series.ts'
import type { Situation } from '../plan/situation.ts'
import { isTogether, type ToldPart, untoldParts } from '../plan/together.ts'
import type { Composing } from '../write/composing.ts'
import { tasksUrl } from '../write/page-links.ts'
import type { About, MailKind } from './kind.ts'
import { blocksOf, slotAt, usefulUntil, whyNotOwed } from './series.ts'

export const opening: MailKind<'opening'> = {
  needs: ['lists'],
  candidates: (situation) => {
    const people = new Set(situation.rounds.flatMap(({ round }) => roundPeople(situation.region, round)))
    return [...people].flatMap((person) =>
      openingMails(situation, person).flatMap((mail) => candidateOf(situation, person, mail) ?? []),
    )
  },
  holds: (about) => triggersIn(about).length > 0,
  whyNot: (about) => {
    const { situation, notice } = about
    if (!isTogether(notice) && !situation.rounds.some(({ round }) => round.id === notice.scope)) return 'no-round'
    return whyNotOwed(about, wholeSlot(partsIn(about)), 'closed')
  },
  content: (composing) => {
    const parts = untold(composing).flatMap(({ facts, slot }) => {
      const triggers = openTriggers(composing.situation, slot)
      if (triggers.length === 0) return []
      return [{ round: facts.round.title[composing.language], blocks: blocksOf(composing, triggers) }]
    })
    if (parts.length === 0) return undefined
    const rounds = parts.toSorted((a, b) => compareTitles(a.round, b.round))
    return { kind: 'opening', rounds, person: composing.person.name, siteUrl: tasksUrl(composing) }
  },
  speaksOf: (about) => ({ triggers: triggersIn(about) }),
  earlier: (about) => toldOf(about).flatMap(({ notices }) => notices),
}

function candidateOf(situation: Situation, person: Person, mail: OpeningMail): Candidate | undefined {
  const { parts, at, cluster } = mail
  const [identity, slot] = [identityOf(situation, person, mail), wholeSlot(parts)]
  if (identity === undefined || slot === undefined) return undefined
  const next = situation.reminders(person).find((each) => each.at > at)?.at
  const rounds = parts.map(({ facts }) => facts.round.id)
  const planned = candidate(
    { ...identity, ...(rounds.length > 1 && { rounds }) },
    { dueAt: at, expiresAt: usefulUntil(slot, next) },
    `step opening of round ${rounds.join(', ')}`,
  )
  const isAlone = cluster.rounds.length === 1 && at.getTime() === slot.at.getTime()
  if (isAlone) return planned
  const told = parts.map((part) => toldBy(situation, person, { cluster, part }).map(({ nid }) => nid))
  return { ...planned, toldBy: told }
}

/** The slots of all parts as one, at the last of their instants. */
function wholeSlot(parts: readonly OpeningPart[]): SeriesSlot | undefined {
  const last = parts.at(-1)?.slot
  return last && { ...last, triggers: parts.flatMap(({ slot }) => slot.triggers) }
}

function partsIn({ situation, person, notice }: About): readonly OpeningPart[] {
  if (isTogether(notice)) return partsTogether(situation, person, notice)?.parts ?? []
  const facts = situation.rounds.find(({ round }) => round.id === notice.scope)
  const slot = facts && slotAt(roundSlots(situation, person, facts, 'opening'), notice)
  return facts === undefined || slot === undefined ? [] : [{ facts, slot }]
}

function triggersIn(about: About) {
  return partsIn(about).flatMap(({ slot }) => openTriggers(about.situation, slot))
}

/** Of a mail over several rounds: each part with the other notices that may have told it. */
function toldOf({ situation, person, notice }: About): ToldPart<OpeningPart>[] {
  const found = isTogether(notice) ? partsTogether(situation, person, notice) : undefined
  if (found === undefined) return []
  return found.parts.map((part) => ({
    part,
    notices: toldBy(situation, person, { cluster: found.cluster, part }).filter(({ slot }) => slot !== notice.slot),
  }))
}

/** The parts that no earlier notice told. */
function untold(composing: Composing): readonly OpeningPart[] {
  const { notice, state } = composing
  if (!isTogether(notice) || state.told === undefined) return partsIn(composing)
  const { told } = state
  return untoldParts(toldOf(composing), told)
}
