/**
 * Somebody was given an agency: added, moved, or made its head. What is to be done there now, and until when, in the rounds that were
 * open at that moment. Of a round that opens later the mail of the opening tells, and where nothing is to be done there is nothing to say.
 */
import type { Person } from '../../../schema/region.ts'
import { isRehearsalId } from '../../../schema/rehearsal.ts'
import { settlingMs } from '../../region/serves-since.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { datesFor } from '../../round/windows.ts'
import { candidate, daysAfter } from '../plan/nid.ts'
import { agenciesOf } from '../plan/recipients.ts'
import { openWork } from '../plan/reminder-series.ts'
import { type Situation, wideScope } from '../plan/situation.ts'
import { joinedAt } from '../plan/whose.ts'
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
      givenTo(person).map((slot) =>
        candidate(
          { ...own, recipientId: person.id, slot },
          // Not before it is sure that it was no slip.
          { dueAt: new Date(Date.parse(slot) + settlingMs), expiresAt: daysAfter(slot, 7) },
          `given ${agenciesSince(person, slot).join(', ')} as ${person.role}`,
        ),
      ),
    )
  },
  holds: (about) => workGiven(about).length > 0,
  whyNot: ({ person, notice }) =>
    agenciesSince(person, notice.slot).length === 0 ? 'not-responsible' : 'nothing-left-to-do',
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
      rounds: [...new Set(given.map(({ facts }) => facts.round.title[language]))],
      agencies: agencyIds.map((id) => agencyName(composing, id)),
      others: others.map((id) => agencyName(composing, id)),
      blocks: blocksOf(composing, given),
      siteUrl: tasksUrl(composing),
    }
  },
  speaksOf: (about) => ({ agencyIds: workGiven(about).map(({ agencyId }) => agencyId) }),
}

/** The instants at which the person was given agencies. */
function givenTo({ servesSince = {}, disabled }: Person): string[] {
  return disabled ? [] : [...new Set(Object.values(servesSince))]
}

function agenciesSince({ servesSince, agencyIds }: Person, slot: string): string[] {
  return agencyIds.filter((id) => servesSince?.[id] === slot)
}

/** Open work of the agencies given at that very moment, in rounds in which it was open to them then. */
function workGiven({ situation, person, notice }: Pick<About, 'situation' | 'person' | 'notice'>) {
  return situation.rounds
    .filter(({ round }) => !isRehearsalId(round.id))
    .flatMap((facts) =>
      agenciesOf({ ...person, agencyIds: agenciesSince(person, notice.slot) }, facts.round)
        .filter((agencyId) => wasOpen(situation, facts, { agencyId, at: new Date(notice.slot) }))
        .filter((agencyId) => openWork(situation, facts, agencyId).length > 0)
        .map((agencyId) => ({ facts, agencyId })),
    )
}

function wasOpen({ region }: Situation, facts: RoundFacts, { agencyId, at }: { agencyId: string; at: Date }): boolean {
  const { opensAt, closesAt } = datesFor(facts, region.settings.zone, agencyId, at)
  return opensAt < at && at < closesAt && joinedAt(facts, agencyId) < at
}
