/**
 * What a call does to the call list: the agency rests for two working days after the call, or after what it has done since; when
 * nothing happens it is asked for again. And what became of the calls since the last digest.
 */
import { addDays } from '../../../rules/dates.ts'
import { formatDay } from '../../../rules/moments.ts'
import { localDateOf } from '../../../rules/wall-clock.ts'
import { workingDaysBetween } from '../../../rules/working-days.ts'
import type { Call } from '../../../schema/call.ts'
import type { BoardRow } from '../../round/board.ts'
import { hasSentSince, standingCalls } from '../../round/calls.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import type { Composing } from './composing.ts'
import type { DigestContent } from './digest-content.ts'
import { officeOf } from './work-lines.ts'

/** Working days without anything happening, after which a call is forgotten. */
const patience = 2

export type Called = { resting: boolean; since: string }

/** The agency's last call: whether the list leaves it alone because of it, and on which day it was. */
export function calledBefore(composing: Composing, facts: RoundFacts, row: BoardRow): Called | undefined {
  const { now, place, language } = composing
  const day = (instant: string) => localDateOf(new Date(instant), place.zone)
  const last = standingCalls(facts)
    .filter(({ agencyId, at }) => agencyId === row.agencyId && new Date(at) <= now)
    .at(-1)
  if (last === undefined) return undefined
  const { calendar, week } = officeOf(composing, facts, row.agencyId)
  const saved = row.cells.flatMap(({ savedAt }) => savedAt ?? [])
  const sent = facts.submissions.flatMap(({ agencyId, at }) => (agencyId === row.agencyId ? at : []))
  const latest = [last.at, ...saved, ...sent].toSorted().at(-1) ?? last.at
  // Today is not over, so it is no day without news yet.
  const idle = workingDaysBetween(addDays(day(latest), 1), addDays(day(now.toISOString()), -1), calendar, week)
  return { resting: idle.length < patience, since: formatDay(day(last.at), language) }
}

/** Of those who were to be called since then, how many were, and how many of these sent something afterwards. */
export function callsSince({ now }: Composing, facts: RoundFacts, since: Date): DigestContent['called'] {
  const calls = standingCalls(facts).filter(({ at }) => new Date(at) > since && new Date(at) <= now)
  if (calls.length === 0) return undefined
  const first = new Map<string, Call>()
  for (const call of calls.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    if (!first.has(call.agencyId)) first.set(call.agencyId, call)
  }
  const asked = new Set(calls.flatMap((call) => [...call.asked, call.agencyId]))
  const sent = [...first.values()].filter(({ agencyId, at }) => hasSentSince(facts, agencyId, at))
  return { asked: asked.size, called: first.size, sent: sent.length }
}
