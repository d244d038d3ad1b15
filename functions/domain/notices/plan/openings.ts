/**
 * Rounds that open within a quarter of an hour of each other are told to a person in one mail, when the last of them opens. While a draft could
 * still open in that time and asks the person too, the mail waits for its end. Which rounds belong together follows from their
 * instants alone, so that it never changes once they are past; whom a mail tells of which follows from whom they ask.
 */
import type { NoticePlan } from '../../../schema/notice.ts'
import type { Person } from '../../../schema/region.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { firstDates } from '../../round/windows.ts'
import { inRound, type NoticeIdentity, type StepKey, stepKeys } from './nid.ts'
import { agenciesOf } from './recipients.ts'
import { roundSlots, type SeriesSlot } from './reminder-series.ts'
import type { Situation } from './situation.ts'
import { nameOf, overRounds } from './together.ts'

const togetherMs = 15 * 60_000

/** One round of a mail, and where the person is told of it. */
export type OpeningPart = { facts: RoundFacts; slot: SeriesSlot }
/** `at`: when it is due. `parts` in the order of their openings. */
export type OpeningMail = { parts: readonly OpeningPart[]; at: Date; cluster: Cluster }

/** Rounds, in the order of their openings, until `endsAt`. */
export type Cluster = { rounds: readonly RoundFacts[]; startsAt: Date; endsAt: Date }

const clustersKnown = new WeakMap<Situation, readonly Cluster[]>()

/** Each round of the situation in exactly one. */
function clustersOf(situation: Situation): readonly Cluster[] {
  const known = clustersKnown.get(situation)
  if (known !== undefined) return known
  const opensAt = (facts: RoundFacts) => firstDates(facts, situation.region.settings.zone).opensAt
  const sorted = situation.rounds.toSorted(
    (a, b) => opensAt(a).getTime() - opensAt(b).getTime() || (a.round.id < b.round.id ? -1 : 1),
  )
  const clusters: { rounds: RoundFacts[]; startsAt: Date; endsAt: Date }[] = []
  for (const facts of sorted) {
    const [at, last] = [opensAt(facts), clusters.at(-1)]
    if (last !== undefined && at <= last.endsAt) last.rounds.push(facts)
    else clusters.push({ rounds: [facts], startsAt: at, endsAt: new Date(at.getTime() + togetherMs) })
  }
  clustersKnown.set(situation, clusters)
  return clusters
}

/** All that the person is told, past and to come. */
export function openingMails(situation: Situation, person: Person): OpeningMail[] {
  return clustersOf(situation).flatMap((cluster) => {
    const parts = partsOf(situation, person, cluster)
    const last = parts.at(-1)
    if (last === undefined) return []
    return [{ parts, cluster, at: mayStillJoin(situation, person, cluster) ? cluster.endsAt : last.slot.at }]
  })
}

function partsOf(situation: Situation, person: Person, { rounds }: Cluster): OpeningPart[] {
  return rounds.flatMap((facts) => {
    const slot = roundSlots(situation, person, facts, 'opening').at(-1)
    return slot === undefined ? [] : [{ facts, slot }]
  })
}

/** Could a draft that was there in time be opened within the time of the cluster, and does it ask the person? */
function mayStillJoin({ drafts, region }: Situation, person: Person, { startsAt, endsAt }: Cluster): boolean {
  return drafts.some((facts) => {
    const { opensAt, closesAt } = firstDates(facts, region.settings.zone)
    const madeAt = new Date((facts.earlier?.[0] ?? facts.round).at)
    return opensAt <= endsAt && closesAt > startsAt && madeAt <= endsAt && agenciesOf(person, facts.round).length > 0
  })
}

/** Under which the mail stands in the ledger: of one round its own, of several one over rounds, named after the last of them. */
export function identityOf(situation: Situation, person: Person, { parts }: OpeningMail): NoticeIdentity | undefined {
  const last = parts.at(-1)
  if (last === undefined) return undefined
  return parts.length === 1 ? alone(situation, person, last) : together(situation, person, last.facts)
}

function alone(situation: Situation, person: Person, { facts, slot }: OpeningPart): NoticeIdentity {
  return { ...inRound(situation, facts, person), kind: 'opening', slot: slot.key }
}

function together(situation: Situation, person: Person, { round }: RoundFacts): NoticeIdentity {
  return overRounds(situation, person, { kind: 'opening', name: round.id })
}

/** The parts of a mail over several rounds, by its slot: those up to the round that it is named after. */
export function partsTogether(situation: Situation, person: Person, notice: Pick<NoticePlan, 'slot'>) {
  const id = nameOf(notice)
  const cluster = clustersOf(situation).find(({ rounds }) => rounds.some(({ round }) => round.id === id))
  if (cluster === undefined) return undefined
  const place = cluster.rounds.findIndex(({ round }) => round.id === id)
  const parts = partsOf(situation, person, { ...cluster, rounds: cluster.rounds.slice(0, place + 1) })
  return { cluster, parts }
}

type PartOf = { cluster: Cluster; part: OpeningPart }

/**
 * The notices that may have told the person of this part: its own, and those over several rounds that are named after it or after a later one
 * of its cluster.
 */
export function toldBy(situation: Situation, person: Person, { cluster, part }: PartOf): StepKey[] {
  const later = cluster.rounds.slice(cluster.rounds.indexOf(part.facts))
  return [
    ...stepKeys(alone(situation, person, part), part.slot.at),
    ...later.flatMap((each) => stepKeys(together(situation, person, each), part.slot.at)),
  ]
}
