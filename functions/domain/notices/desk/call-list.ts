/**
 * The day's call list: at most five agencies, those of the digest at this moment, less who was called. That an agency was called is a
 * fact that is inserted if absent, so of two coordinators who note at once both are kept, and each is answered what the other did.
 */

import { localDateOf } from '../../../rules/wall-clock.ts'
import type { Call, CallEntry, CallList, CallRequest, NoteOfCall } from '../../../schema/call.ts'
import { Refused } from '../../refusal.ts'
import { nameIn } from '../../region/regions.ts'
import { boardOf } from '../../round/board.ts'
import { hasSentSince, standingCalls } from '../../round/calls.ts'
import type { RoundFacts, Rounds } from '../../round/rounds.ts'
import { agencyName, type Composing } from '../write/composing.ts'
import { agenciesAtRisk, type RiskyAgency } from '../write/digest-risk.ts'
import { composeDesk, type DeskPorts, type DeskReader } from './compose-desk.ts'

type Ports = DeskPorts & { rounds: Pick<Rounds, 'insertCall'> }

const callsADay = 5
/** Coordinators who note in the same second; more is trouble of another kind. */
const attempts = 5
const mostCalls = 200
const mostNotes = 300

/** Refuses with `not-found`. */
export async function readCallList(now: Date, ports: Ports, reader: DeskReader): Promise<CallList> {
  const { composing, facts } = await composeDesk(now, ports, { ...reader, withBefore: true })
  return listOf(composing, facts)
}

/**
 * Refusals: `not-found` (also where that call does not stand, to be taken back), `idempotency-key-reused`, `too-many-requests`. The same
 * `requestKey` again changes nothing. Answers the list as it is then.
 */
export async function noteCall(now: Date, ports: Ports, reader: DeskReader, request: CallRequest): Promise<CallList> {
  const { agencyId, takesBack, requestKey } = request
  const note = request.note || undefined
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { composing, facts } = await composeDesk(now, ports, { ...reader, withBefore: true })
    const own = (facts.calls ?? []).filter((call) => call.agencyId === agencyId)
    const known = own.find((call) => call.requestKey === requestKey)
    if (known !== undefined) {
      const same = known.note === note && known.takesBack === takesBack && known.by === reader.person.id
      if (!same) throw new Refused({ code: 'idempotency-key-reused' })
      return listOf(composing, facts)
    }
    assertNotable(facts, request)
    const call: Call = {
      at: now.toISOString(),
      by: reader.person.id,
      agencyId,
      number: (own.at(-1)?.number ?? 0) + 1,
      ...(note && { note }),
      asked: askedFor(composing, facts),
      ...(takesBack && { takesBack }),
      requestKey,
    }
    if (call.number > mostCalls) throw new Refused({ code: 'too-many-requests', retryAfterSeconds: 86_400 })
    const { inserted } = await ports.rounds.insertCall(reader.region, reader.round, call)
    if (inserted) return readCallList(now, ports, reader)
  }
  throw new Error('the calls to an agency keep changing')
}

function assertNotable(facts: RoundFacts, { agencyId, takesBack }: CallRequest): void {
  if (!facts.round.assignments.some((each) => each.agencyId === agencyId)) {
    throw new Refused({ code: 'not-found', what: 'agency' })
  }
  const stands = standingCalls(facts).some((call) => call.agencyId === agencyId && call.number === takesBack)
  if (takesBack !== undefined && !stands) throw new Refused({ code: 'not-found', what: 'call' })
}

function listOf(composing: Composing, facts: RoundFacts): CallList {
  const risky = riskyIn(composing, facts)
  const called = calledToday(composing, facts).length
  const left = Math.max(0, callsADay - called)
  return {
    asOf: composing.now.toISOString(),
    today: risky.slice(0, left).map(entryOf),
    later: risky.slice(left).map(entryOf),
    calledToday: called,
    calls: notesOf(composing, facts),
  }
}

/** In a round that is not open nobody is at risk. */
function riskyIn(composing: Composing, facts: RoundFacts): RiskyAgency[] {
  if (!composing.situation.rounds.includes(facts)) return []
  return agenciesAtRisk(composing, facts, boardOf(composing.now, { facts, region: composing.state.region }).rows)
}

/** Who was called today, and who is still to be. */
function askedFor(composing: Composing, facts: RoundFacts): string[] {
  const called = calledToday(composing, facts)
  const rest = riskyIn(composing, facts).slice(0, Math.max(0, callsADay - called.length))
  return [...new Set([...called, ...rest.map(({ row }) => row.agencyId)])]
}

function calledToday(composing: Composing, facts: RoundFacts): string[] {
  const calls = standingCalls(facts).filter(({ at }) => isToday(composing, at))
  return [...new Set(calls.map(({ agencyId }) => agencyId))]
}

function isToday({ now, place }: Composing, at: string): boolean {
  return localDateOf(new Date(at), place.zone) === localDateOf(now, place.zone)
}

function entryOf({ row, call, answers }: RiskyAgency): CallEntry {
  const { agency, reasons, people } = call
  return { agencyId: row.agencyId, agency, reasons, people, answered: answers.answered, expected: answers.all }
}

/** Of a taking back nothing is shown but that the call was taken back. */
function notesOf(composing: Composing, facts: RoundFacts): NoteOfCall[] {
  const standing = new Set(standingCalls(facts))
  return (facts.calls ?? [])
    .filter(({ takesBack }) => takesBack === undefined)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, mostNotes)
    .map((call) => ({
      agencyId: call.agencyId,
      agency: agencyName(composing, call.agencyId),
      number: call.number,
      at: call.at,
      byName: nameIn(composing.state.region, call.by),
      ...(call.note && { note: call.note }),
      today: isToday(composing, call.at),
      sentSince: hasSentSince(facts, call.agencyId, call.at),
      takenBack: !standing.has(call),
    }))
}
