/** Puts a rehearsal that is over out of the list, or back into it. It stays as it is for whoever has its address. */
import type { Round } from '../../schema/round.ts'
import { Refused } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import { nextStamp, revisionConflict, withoutMove } from '../round/commit-revision.ts'
import { loadRound } from '../round/load-round.ts'
import type { Rounds } from '../round/rounds.ts'

type PutAway = { readonly region: string; readonly round: string; readonly by: string; readonly away: boolean }

/** Again changes nothing. Refuses with `not-found` (also of a real round), `revision-conflict`. */
export async function putAway(now: Date, ports: { rounds: Rounds; regions: Regions }, order: PutAway): Promise<void> {
  const { region, round: id, by, away } = order
  const { round } = (await loadRound(ports, region, id)).facts
  if (round.rehearsal === undefined) throw new Refused({ code: 'not-found', what: 'round' })
  const { awayAt, ...origin } = round.rehearsal
  if ((awayAt !== undefined) === away) return
  const rehearsal = away ? { ...origin, awayAt: now.toISOString() } : origin
  const next: Round = { ...withoutMove(round), rehearsal, ...nextStamp(now, round, by) }
  const result = await ports.rounds.insertRound(region, next)
  if (!result.inserted) throw revisionConflict(result.existing)
}
