/**
 * Reminding agencies by hand. The preview supposes the reminder to be decided and asks the planner who would get it, so that what
 * is shown before is what happens after. Nothing is sent here: the fact is inserted, and the next plan derives the notices.
 */
import type { Nudge, NudgeRequest } from '../../../schema/hand-mail.ts'
import type { Person } from '../../../schema/region.ts'
import type { Inserted } from '../../inserted.ts'
import { Refused } from '../../refusal.ts'
import type { Regions } from '../../region/regions.ts'
import type { RegionState, Rounds } from '../../round/rounds.ts'
import { holdsIn } from '../kinds/kinds.ts'
import { nudgeCandidates, remindedBefore, reminderSlotOf, slotOfNudge } from '../plan/nudges.ts'
import { agenciesOf, mailboxOf, roundPeople } from '../plan/recipients.ts'
import { openTriggers } from '../plan/reminder-series.ts'
import { type Situation, situationOf } from '../plan/situation.ts'
import { loadUpcoming } from './upcoming.ts'

type Ports = { rounds: Rounds; regions: Regions }
type Place = { region: string; round: string; by: string }

/** What a reminder by hand would do to one person. */
export type NudgedPerson = {
  person: Person
  agencyIds: string[]
  /** `unreachable`: the address bounced or complained, so the dispatcher would hold the mail back. */
  verdict: 'gets-it' | 'reminded-today' | 'unreachable'
  remindedAt: Date | null
}
export type NudgePreview = {
  people: NudgedPerson[]
  /** Agencies named that have nothing open, or nobody to write to. */
  nothingOpen: string[]
  nobody: string[]
}

/** Coordinators who remind in the same second; more is trouble of another kind. */
const attempts = 5

/** Refusals: `not-found`, `hand-mail-invalid`. */
export async function previewNudge(now: Date, ports: Ports, place: Place, request: NudgeRequest) {
  const state = await loadUpcoming(now, ports, place.region, place.round)
  return supposeNudge(now, state, place, request)
}

/** The preview, with the facts in which the reminder is supposed and the first mail that would go. */
function supposeNudge(now: Date, state: RegionState, { round, by }: Place, request: NudgeRequest) {
  assertKnown(state, round, request)
  const numbers = state.rounds.find((facts) => facts.round.id === round)?.nudges.map(({ number }) => number) ?? []
  const nudge = nudgeFrom(now, request, { number: Math.max(0, ...numbers) + 1, by, requestKey: 'supposed' })
  const rounds = state.rounds.map((facts) =>
    facts.round.id === round ? { ...facts, nudges: [...facts.nudges, nudge] } : facts,
  )
  const supposed = { ...state, rounds }
  const situation = situationOf(now, supposed)
  const preview = previewIn(situation, round, nudge)
  const reader = preview.people.find(({ verdict }) => verdict === 'gets-it')?.person.id
  const slot = slotOfNudge(round, nudge.number)
  const first = nudgeCandidates(situation).find((each) => each.slot === slot && each.recipientId === reader)
  return { preview, state: supposed, first }
}

/** Refusals: `not-found`, `hand-mail-invalid`. The same `requestKey` again answers the reminder that stands there. */
export async function remindNow(
  now: Date,
  ports: Ports,
  place: Place,
  order: NudgeRequest & { requestKey: string },
): Promise<Nudge> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const state = await loadUpcoming(now, ports, place.region, place.round)
    const nudges = state.rounds.find((facts) => facts.round.id === place.round)?.nudges ?? []
    const known = nudges.find(({ requestKey }) => requestKey === order.requestKey)
    if (known !== undefined) return known
    const { preview } = supposeNudge(now, state, place, order)
    if (!preview.people.some(({ verdict }) => verdict === 'gets-it')) {
      throw new Refused({ code: 'hand-mail-invalid', reason: 'nobody-to-remind' })
    }
    const number = (nudges.at(-1)?.number ?? 0) + 1
    const nudge = nudgeFrom(now, order, { number, by: place.by, requestKey: order.requestKey })
    const result: Inserted<Nudge> = await ports.rounds.insertNudge(place.region, place.round, nudge)
    if (result.inserted) return nudge
  }
  throw new Error('the reminders by hand keep changing')
}

function nudgeFrom(now: Date, request: NudgeRequest, by: Pick<Nudge, 'number' | 'by' | 'requestKey'>): Nudge {
  const { agencyIds, heads, note, forcedBecause } = request
  return {
    at: now.toISOString(),
    ...by,
    agencyIds: [...new Set(agencyIds)],
    heads,
    ...(note === undefined || note === '' ? {} : { note }),
    ...(forcedBecause === undefined || forcedBecause === '' ? {} : { forcedBecause }),
  }
}

function assertKnown(state: RegionState, round: string, { agencyIds }: NudgeRequest): void {
  const facts = state.rounds.find((each) => each.round.id === round)
  const taking = new Set(facts?.round.assignments.map(({ agencyId }) => agencyId))
  if (agencyIds.some((id) => !taking.has(id)))
    throw new Refused({ code: 'hand-mail-invalid', reason: 'unknown-agency' })
}

function previewIn(situation: Situation, round: string, nudge: Nudge): NudgePreview {
  const slot = slotOfNudge(round, nudge.number)
  const facts = situation.rounds.find((each) => each.round.id === round)
  const candidates = nudgeCandidates(situation).filter((each) => each.slot === slot)
  const people = candidates.flatMap((candidate): NudgedPerson[] => {
    const person = situation.region.people.find(({ id }) => id === candidate.recipientId)
    const occasion = person && reminderSlotOf(situation, person, slot)
    if (person === undefined || occasion === undefined) return []
    const agencyIds = [...new Set(openTriggers(situation, occasion).map(({ agencyId }) => agencyId))]
    const verdict = !holdsIn(situation, candidate)
      ? 'reminded-today'
      : mailboxOf(situation.region, person) === undefined
        ? 'gets-it'
        : 'unreachable'
    return [{ person, agencyIds, verdict, remindedAt: remindedBefore(situation, person, slot) ?? null }]
  })
  const reached = new Set(people.flatMap(({ agencyIds }) => agencyIds))
  const rest = nudge.agencyIds.filter((id) => !reached.has(id))
  const served = new Set(
    facts === undefined
      ? []
      : roundPeople(situation.region, facts.round).flatMap((person) => agenciesOf(person, facts.round)),
  )
  return {
    people,
    nothingOpen: rest.filter((id) => served.has(id)),
    nobody: rest.filter((id) => !served.has(id)),
  }
}
