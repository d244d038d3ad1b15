/**
 * The settings that decide when mails are due, as they were in force: a round's alert plan, the calendar, an agency's week. A step
 * that fell due under settings of its time stays that step of that day, whatever is set later; and an hour that is already past when
 * it is set was never the hour of a mail.
 */

import { isSameDay } from '../../../rules/wall-clock.ts'
import type { Agency } from '../../../schema/region.ts'
import { isRehearsalId } from '../../../schema/rehearsal.ts'
import type { Round } from '../../../schema/round.ts'
import { grouping } from '../../grouping.ts'
import type { RegionFacts } from '../../region/regions.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { isDraft } from '../../round/windows.ts'

/** `from` inclusive, absent: since ever; `until` exclusive, absent: still in force. */
export type Stretch = { from?: Date; until?: Date; round: Round; region: RegionFacts }

/** Oldest first; with one revision of everything there is one. What was in force while the round was a draft is none. */
export function settingsHistory(facts: RoundFacts, region: RegionFacts): readonly Stretch[] {
  const last = histories.get(facts.round)
  if (last?.region === region && last.earlier === facts.earlier) return last.stretches
  const stretches = historyOf(facts, region)
  histories.set(facts.round, { region, earlier: facts.earlier, stretches })
  return stretches
}

/** The last one asked for: a plan asks once for each agency, and it is made of all of them. */
const histories = new WeakMap<
  RoundFacts['round'],
  { region: RegionFacts; earlier: RoundFacts['earlier']; stretches: readonly Stretch[] }
>()

function historyOf(facts: RoundFacts, region: RegionFacts): readonly Stretch[] {
  const rounds = [...(facts.earlier ?? []), facts.round]
  // A rehearsal has a clock of its own, and only its own revisions are stamped by it.
  const { calendars = [], agencies = [] } = (isRehearsalId(facts.round.id) ? undefined : region.earlier) ?? {}
  const created = rounds[0]?.at ?? ''
  const changes = [
    ...rounds.slice(1).map(({ at }) => at),
    ...successors([...calendars, region.calendar]),
    ...region.agencies.flatMap((agency) => successors([...revisionsOf(agencies, agency.id), agency])),
  ].filter((at) => at > created || isRehearsalId(facts.round.id))
  const starts = [undefined, ...new Set(changes.toSorted())]
  const stretches = starts.map((start, i): Stretch => {
    const at = start ?? created
    const end = starts[i + 1]
    return {
      ...(start === undefined ? {} : { from: new Date(start) }),
      ...(end === undefined ? {} : { until: new Date(end) }),
      round: end === undefined ? facts.round : lastBy(start ?? '', rounds, facts.round),
      region: end === undefined ? region : regionBy(at, region, { calendars, agencies }),
    }
  })
  return stretches.flatMap((stretch, i) => joined(stretch, stretches, i)).filter((stretch) => !isDraft(stretch))
}

/** Does the instant lie in the stretch? */
export function isInForce({ from, until }: Pick<Stretch, 'from' | 'until'>, at: Date): boolean {
  return (from === undefined || at >= from) && (until === undefined || at < until)
}

/** Is the hour one of the day on which settings began, and was it past by then? */
export function isMissed(hour: Date, began: Date, zone: string): boolean {
  return hour < began && isSameDay(hour, began, zone)
}

const revisionsOf = grouping<Agency>(({ id }) => [id])

function successors(revisions: readonly { at: string }[]): string[] {
  return revisions.slice(1).map(({ at }) => at)
}

/** The last revision that stood at an instant, else the first of all. */
function lastBy<T extends { at: string }>(instant: string, revisions: readonly T[], latest: T): T {
  return revisions.filter(({ at }) => at <= instant).at(-1) ?? revisions[0] ?? latest
}

function regionBy(
  instant: string,
  region: RegionFacts,
  { calendars, agencies }: NonNullable<RegionFacts['earlier']>,
): RegionFacts {
  return {
    ...region,
    calendar: lastBy(instant, [...calendars, region.calendar], region.calendar),
    agencies: region.agencies.map((agency) => lastBy(instant, [...revisionsOf(agencies, agency.id), agency], agency)),
  }
}

/** Neighbours that set the same are one stretch, the last of them; most edits move no mail. */
function joined(stretch: Stretch, all: readonly Stretch[], index: number): Stretch[] {
  const next = all[index + 1]
  if (next !== undefined && decides(next) === decides(stretch)) return []
  let first = index
  while (first > 0 && decides(all[first - 1] as Stretch) === decides(stretch)) first -= 1
  const { from: _, ...rest } = stretch
  const from = all[first]?.from
  return [{ ...rest, ...(from === undefined ? {} : { from }) }]
}

const known = new WeakMap<Stretch, string>()

/** All that moves a mail, in comparable form. */
function decides(stretch: Stretch): string {
  const { round, region } = stretch
  const { alertPlan, opensOn, opensAtTime, targetOn, closesOn, openedAt } = round
  const weeks = region.agencies.map(({ id, workingWeek }) => [id, workingWeek])
  const text =
    known.get(stretch) ??
    JSON.stringify([alertPlan, opensOn, opensAtTime, openedAt, targetOn, closesOn, region.calendar.holidays, weeks])
  known.set(stretch, text)
  return text
}
