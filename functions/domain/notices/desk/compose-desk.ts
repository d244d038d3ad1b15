/** A round's facts made ready to be said on a page in the words of the reader's digest. */
import { instantOf } from '../../../rules/zone.ts'
import type { Person } from '../../../schema/region.ts'
import { isRehearsalId } from '../../../schema/rehearsal.ts'
import type { Language } from '../../../schema/wording.ts'
import type { Regions } from '../../region/regions.ts'
import { definitionsOf, type FormCatalogue } from '../../round/form-catalogue.ts'
import { loadToCompose } from '../../round/load-round.ts'
import type { RoundFacts, RoundState, Rounds } from '../../round/rounds.ts'
import { isDraft, lastClosingOf } from '../../round/windows.ts'
import { candidate, daysAfter, inRound } from '../plan/nid.ts'
import { situationOf } from '../plan/situation.ts'
import { composingOf } from '../write/composing.ts'

export type DeskPorts = { rounds: Rounds; regions: Regions; forms: FormCatalogue; siteUrl: string }
export type DeskReader = { region: string; round: string; person: Person; language: Language }

/**
 * The round's facts as the reader's digest would be written from them now, in the language of the page; `withBefore`: with those of the
 * round before, of which a digest tells who was late. Refuses with `not-found`.
 */
export async function composeDesk(
  now: Date,
  ports: DeskPorts,
  { region, round, person, language, withBefore }: DeskReader & { withBefore: boolean },
) {
  const [own, references] = await Promise.all([loadToCompose(ports, region, round), ports.regions.references(region)])
  const { facts } = own
  const before = withBefore ? await loadBefore(ports, own) : undefined
  const state = { region: own.region, rounds: before === undefined ? [facts] : [facts, before] }
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

/** The region's round that closed last before this one opened. A rehearsal stands alone. */
async function loadBefore({ rounds }: DeskPorts, { facts, region }: RoundState): Promise<RoundFacts | undefined> {
  const { round } = facts
  if (isRehearsalId(round.id)) return undefined
  const { zone } = region.settings
  const opensAt = instantOf(round.opensOn, round.opensAtTime, zone)
  const ids = (await rounds.list(facts.region)).filter((id) => id !== round.id)
  const frames = await Promise.all(ids.map((id) => rounds.loadFrame(facts.region, id)))
  const closed = frames
    .filter((frame) => frame !== undefined)
    .filter((frame) => !isDraft(frame) && frame.round.assignments.length > 0)
    .map((frame) => ({ id: frame.round.id, at: lastClosingOf(frame, zone).closesAt.getTime() }))
    .filter(({ at }) => at <= opensAt.getTime())
    .toSorted((a, b) => a.at - b.at)
  const last = closed.at(-1)
  return last && rounds.load(facts.region, last.id)
}
