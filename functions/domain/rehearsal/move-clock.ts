/**
 * Moves a rehearsal's clock by an hour or a day and works off what fell due on the way. The move is a numbered fact, so of two
 * people who move it at once one is told of the other.
 */

import { addDays } from '../../rules/dates.ts'
import { localDateOf, localTimeOf } from '../../rules/wall-clock.ts'
import { instantOf } from '../../rules/zone.ts'
import type { ClockStep, RehearsalClock } from '../../schema/rehearsal.ts'
import { Refused } from '../refusal.ts'
import { loadRound } from '../round/load-round.ts'
import type { RoundState } from '../round/rounds.ts'
import { type CatchUpPorts, catchUp } from './catch-up.ts'
import { clockOf } from './rehearsal-clock.ts'

export type ClockOrder = ClockStep & { region: string; round: string; by: string }

/** `now`: the real moment. Refusals: `not-found`, `revision-conflict` where somebody else has moved it since. */
export async function moveClock(now: Date, ports: CatchUpPorts, order: ClockOrder): Promise<RehearsalClock> {
  const { region, round, by, step, base } = order
  const state = await loadRound(ports, region, round)
  const { now: present, number: last } = clockOf(state.facts)
  if (base !== last) throw new Refused({ code: 'revision-conflict', currentRevision: last })
  const next = after(new Date(present), step, state).toISOString()
  const move = { at: now.toISOString(), by, number: last + 1, now: next }
  const result = await ports.rounds.insertClockMove(region, round, move)
  if (!result.inserted) throw new Refused({ code: 'revision-conflict', currentRevision: result.existing.number })
  await catchUp(ports, region, round)
  return { now: next, number: move.number }
}

/** The same wall clock of the next day, or an hour later. */
function after(present: Date, step: ClockStep['step'], { region }: RoundState): Date {
  if (step === 'hour') return new Date(present.getTime() + 3_600_000)
  const { zone } = region.settings
  return instantOf(addDays(localDateOf(present, zone), 1), localTimeOf(present, zone), zone)
}
