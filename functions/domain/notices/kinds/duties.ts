/**
 * Somebody was given an agency: added, moved, or made its head. What is to be done there now, and until when, in the rounds that were
 * open at that moment. Of a round that opens later the mail of the opening tells, and where nothing is to be done there is nothing to say.
 * Or an agency of his joined an open round, when the mail of its opening had reached him for another one.
 */
import type { Person } from '../../../schema/region.ts'
import { isRehearsalId } from '../../../schema/rehearsal.ts'
import { settlingMs } from '../../region/serves-since.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { datesFor } from '../../round/windows.ts'
import { candidate, daysAfter, lookBackDays } from '../plan/nid.ts'
import { agenciesOf } from '../plan/recipients.ts'
import { openWork } from '../plan/reminder-series.ts'
import { type Situation, wideScope } from '../plan/situation.ts'
import { joinedAt, wasTheirs } from '../plan/whose.ts'
import { agencyName } from '../write/composing.ts'
import { tasksUrl } from '../write/page-links.ts'
import type { About, MailKind } from './kind.ts'
import { blocksOf } from './series.ts'

export const duties: MailKind<'duties'> = {
  needs: ['lists'],
  candidates: (situation) => {
    const { region } = situation.region.settings
    const own = { kind: 'duties', region, scope: wideScope(situation) } as const
    return situation.region.people.flatMap((person) =>
      givenTo(situation, person).map((slot) =>
        candidate(
          { ...own, recipientId: person.id, slot },
          // Not before it is sure that it was no slip.
          { dueAt: new Date(Date.parse(slot) + settlingMs), expiresAt: daysAfter(slot, lookBackDays) },
          `given work as ${person.role}`,
        ),
      ),
    )
  },
  holds: (about) => workGiven(about).length > 0,
  whyNot: ({ situation, person, notice }) =>
    givenTo(situation, person).includes(notice.slot) ? 'nothing-left-to-do' : 'not-responsible',
  content: (composing) => {
    const { person, language } = composing
    const given = workGiven(composing)
    const agencyIds = [...new Set(given.map(({ agencyId }) => agencyId))]
    if (agencyIds.length === 0) return undefined
    const others = person.agencyIds.filter((id) => !agencyIds.includes(id))
    return {
      kind: 'duties',
      person: person.name,
      head: person.role === 'verifier',
      joined: given.every(({ hasJoined }) => hasJoined),
      rounds: [...new Set(given.map(({ facts }) => facts.round.title[language]))],
      agencies: agencyIds.map((id) => agencyName(composing, id)),
      others: others.map((id) => agencyName(composing, id)),
      blocks: blocksOf(composing, given),
      siteUrl: tasksUrl(composing),
    }
  },
  speaksOf: (about) => ({ agencyIds: workGiven(about).map(({ agencyId }) => agencyId) }),
}

/** The instants at which the person was given agencies, or at which one of his joined an open round unheard. */
function givenTo(situation: Situation, person: Person): string[] {
  if (person.disabled || (person.role !== 'operator' && person.role !== 'verifier')) return []
  const joined = situation.rounds.flatMap((facts) =>
    agenciesOf(person, facts.round)
      .filter((agencyId) => joinedUnheard(situation, person, facts, agencyId))
      .map((agencyId) => joinedAt(facts, agencyId).toISOString()),
  )
  return [...new Set([...Object.values(person.servesSince ?? {}), ...joined])]
}

type Work = { readonly facts: RoundFacts; readonly agencyId: string; readonly hasJoined: boolean }

/** Open work of the agencies given at that very moment, in rounds in which it was open to them then. */
function workGiven({ situation, person, notice: { slot } }: Pick<About, 'situation' | 'person' | 'notice'>): Work[] {
  const at = new Date(slot)
  return situation.rounds
    .filter(({ round }) => !isRehearsalId(round.id))
    .flatMap((facts) =>
      agenciesOf(person, facts.round).flatMap((agencyId): Work[] => {
        const joined = joinedAt(facts, agencyId)
        const isGiven =
          person.servesSince?.[agencyId] === slot && joined < at && isOpenAt(situation, facts, { agencyId, at })
        const hasJoined = joined.getTime() === at.getTime() && joinedUnheard(situation, person, facts, agencyId)
        if ((!isGiven && !hasJoined) || openWork(situation, facts, agencyId).length === 0) return []
        return [{ facts, agencyId, hasJoined }]
      }),
    )
}

/**
 * The agency joined the round while it was open, and no mail of the opening tells it to this person: he had that mail before, for another
 * agency of his, or it would lie too far back.
 */
function joinedUnheard(situation: Situation, person: Person, facts: RoundFacts, agencyId: string): boolean {
  const at = joinedAt(facts, agencyId)
  if (isRehearsalId(facts.round.id) || !isOpenAt(situation, facts, { agencyId, at })) return false
  if (!wasTheirs(person, facts, { agencyId, at })) return false
  const { opensAt } = datesFor(facts, situation.region.settings.zone, agencyId, at)
  if (at >= daysAfter(opensAt, lookBackDays)) return true
  const others = agenciesOf(person, facts.round).filter((id) => joinedAt(facts, id) < at)
  return others.some((id) => wasTheirs(person, facts, { agencyId: id, at: opensAt }))
}

function isOpenAt({ region }: Situation, facts: RoundFacts, { agencyId, at }: { agencyId: string; at: Date }): boolean {
  const { opensAt, closesAt } = datesFor(facts, region.settings.zone, agencyId, at)
  return opensAt < at && at < closesAt
}
