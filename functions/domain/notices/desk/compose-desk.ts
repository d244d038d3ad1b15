/** A round's facts made ready to be said on a page in the words of the reader's digest. */
import type { Person } from '../../../schema/region.ts'
import type { Language } from '../../../schema/wording.ts'
import { Refused } from '../../refusal.ts'
import type { Regions } from '../../region/regions.ts'
import { definitionsOf, type FormCatalogue } from '../../round/form-catalogue.ts'
import type { Rounds } from '../../round/rounds.ts'
import { candidate, daysAfter, inRound } from '../plan/nid.ts'
import { situationOf } from '../plan/situation.ts'
import { composingOf } from '../write/composing.ts'
import { loadUpcoming } from './upcoming.ts'

export type DeskPorts = { rounds: Rounds; regions: Regions; forms: FormCatalogue; siteUrl: string }
export type DeskReader = { region: string; round: string; person: Person; language: Language }

/** The facts as the reader's digest would be written from them now, in the language of the page. */
export async function composeDesk(now: Date, ports: DeskPorts, { region, round, person, language }: DeskReader) {
  const [state, references] = await Promise.all([loadUpcoming(ports, region, round), ports.regions.references(region)])
  const facts = state.rounds.find((each) => each.round.id === round)
  if (facts === undefined) throw new Refused({ code: 'not-found', what: 'round' })
  const definitions = await definitionsOf(ports.forms, facts.round.assignments, region)
  const situation = situationOf(now, state)
  const planned = candidate(
    { ...inRound(situation, facts, person), kind: 'digest', slot: 'desk' },
    { dueAt: now, expiresAt: daysAfter(now, 1) },
    'desk',
  )
  const claimed = { state: 'claimed', plannedAt: planned.dueAt, attempts: 0, unknowns: 0, epoch: 'desk' } as const
  const composing = composingOf(now, {
    notice: { ...planned, ...claimed },
    person: { ...person, language },
    state: { ...state, references },
    parts: { definitions, siteUrl: ports.siteUrl },
  })
  return { composing, facts }
}
