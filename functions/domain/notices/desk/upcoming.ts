/**
 * Every mail to come if nobody does anything more: what, whom, when, why. Each occasion is judged with today's facts as they
 * will stand at its own moment, by the planner's own predicate, so the list and the mails cannot disagree.
 */
import { allRounds } from '../../../schema/notice.ts'
import { isRehearsalId } from '../../../schema/rehearsal.ts'
import { Refused } from '../../refusal.ts'
import type { Regions } from '../../region/regions.ts'
import { loadToCompose } from '../../round/load-round.ts'
import type { RegionState, Rounds } from '../../round/rounds.ts'
import { loadSince } from '../../round/rounds-since.ts'
import { lastClosingOf } from '../../round/windows.ts'
import { candidatesOf, holdsIn } from '../kinds/kinds.ts'
import type { Candidate } from '../plan/nid.ts'
import { onlyWith, type Situation, situationAt, situationOf } from '../plan/situation.ts'

type Ports = { rounds: Rounds; regions: Regions }

/**
 * The round, and those others of the region of which something may still be said at `asOf`, since a reminder covers all of its
 * recipient's. Refuses with `not-found`.
 */
export async function loadUpcoming(asOf: Date, ports: Ports, region: string, round: string): Promise<RegionState> {
  // A rehearsal is planned alone.
  const own = await loadToCompose(ports, region, round)
  const asked = { region, zone: own.region.settings.zone, except: round }
  const others = isRehearsalId(round) ? [] : await loadSince(lookBack(asOf), ports.rounds, asked)
  return { region: own.region, rounds: [own.facts, ...others] }
}

/** The region with the rounds that can still cause a mail; rehearsals are planned alone. Refuses with `not-found`. */
export async function loadCurrent(now: Date, ports: Ports, region: string): Promise<RegionState> {
  const facts = await ports.regions.load(region)
  if (facts === undefined) throw new Refused({ code: 'not-found', what: 'region' })
  const asked = { region, zone: facts.settings.zone }
  return { region: facts, rounds: await loadSince(lookBack(now), ports.rounds, asked) }
}

function lookBack(now: Date): Date {
  return new Date(now.getTime() - looksAheadDays * 86_400_000)
}

/** A mail to come, with the situation at the moment at which it falls due. */
export type Upcoming = { mail: Candidate; situation: Situation }

/** Nobody plans further than this after a round's end. */
const looksAheadDays = 60

/** Mails due after `asOf` that are planned for the round (absent: for any), and all reminders, which know no round, oldest first. */
export function upcomingNotices(asOf: Date, state: RegionState, round?: string): Upcoming[] {
  const rounds = state.rounds.filter((each) => round === undefined || each.round.id === round)
  const ends = rounds.map((facts) => lastClosingOf(facts, state.region.settings.zone).closesAt.getTime())
  const until = new Date(Math.max(...(ends.length > 0 ? ends : [asOf.getTime()])) + looksAheadDays * 86_400_000)
  if (asOf > until) return []
  const situations = new Map<string, Situation>()
  const today = situationOf(asOf, state)
  const at = (dueAt: string) => {
    const known = situations.get(dueAt) ?? situationAt(new Date(dueAt), today)
    situations.set(dueAt, known)
    return known
  }
  const [after, last] = [asOf.toISOString(), until.toISOString()]
  return candidatesOf(today)
    .filter(({ scope }) => round === undefined || scope === round || scope === allRounds)
    .filter(({ dueAt }) => dueAt > after && dueAt <= last)
    .map((mail) => ({ mail, situation: at(mail.dueAt) }))
    .filter(({ mail, situation }) => holdsIn(situation, mail))
}

/** Of those the ones that speak of the round: a reminder that would not come if the round were the only one is about another. */
export function concerning(mails: readonly Upcoming[], round: string): Upcoming[] {
  const [first] = mails
  if (first === undefined) return []
  const alone = onlyWith(round, first.situation)
  return mails.filter(({ mail, situation }) => {
    if (mail.scope === round) return true
    if (mail.rounds !== undefined) return mail.rounds.includes(round)
    return holdsIn(alone(situation), mail)
  })
}
