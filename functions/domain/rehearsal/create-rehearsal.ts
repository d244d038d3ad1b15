/**
 * Copies a round into rehearsal: same agencies, forms and dates, a title that says so wherever it is printed, and a clock that
 * begins at the opening. What was sent in, extended or mailed in the copied round is not taken over.
 */

import { rehearsalPrefix, rehearsalTitle } from '../../schema/rehearsal.ts'
import type { Round } from '../../schema/round.ts'
import type { Regions } from '../region/regions.ts'
import { loadRound } from '../round/load-round.ts'
import type { Rounds } from '../round/rounds.ts'
import { firstDates } from '../round/windows.ts'
import { errorIf, refuseIfAny } from '../typed-settings.ts'

/** More rehearsals than this of one round are trouble of another kind. */
const mostOfOne = 999
/** An id has at most 64 characters. */
const longestBase = 64 - rehearsalPrefix.length - '-999'.length

/** Refuses with `not-found`, `settings-invalid` where nobody was assigned anything yet. A copy of a rehearsal is another rehearsal of the same round. */
export async function createRehearsal(
  now: Date,
  ports: { rounds: Rounds; regions: Regions },
  { region, round: id, by }: { region: string; round: string; by: string },
): Promise<Round> {
  const { facts, region: regionFacts } = await loadRound(ports, region, id)
  refuseIfAny(errorIf(facts.round.assignments.length === 0, '/assignments', 'nothing-assigned'))
  const of = facts.round.rehearsal?.of ?? id
  const startsAt = firstDates(facts, regionFacts.settings.zone).opensAt.toISOString()
  const title = rehearsalTitle(facts.round.title)
  const { openedAt: _, move: __, ...plan } = facts.round
  const copy = { ...plan, title, revision: 1, at: now.toISOString(), by, rehearsal: { of, startsAt } }
  for (let number = 1; number <= mostOfOne; number += 1) {
    const rehearsal: Round = { ...copy, id: `${rehearsalPrefix}${of.slice(0, longestBase)}-${number}` }
    if ((await ports.rounds.insertRound(region, rehearsal)).inserted) return rehearsal
  }
  throw new Error(`Round ${of} has ${mostOfOne} rehearsals already`)
}
