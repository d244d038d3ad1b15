/**
 * When a coordinator gets a round's digest: far from the target on the first working day of each week, near it and after it on
 * every working day while any agency may still write, in the morning or at the hour of the coordinator's own choice; and in the
 * evening of the target day and of the final day (of each, where agencies differ). The closing report goes on the morning after
 * the latest final date; where some still have time on the morning after the usual one, a provisional report goes then, in place
 * of that morning's digest. Each slot is judged by the dates as they stood at its own instant, so that later extensions neither
 * create nor erase past digests.
 */

import { addDays, dayOfWeek } from '../../../rules/dates.ts'
import { localDateOf } from '../../../rules/wall-clock.ts'
import { isWorkingDay, lastWorkingDayOnOrBefore, workingDaysBetween } from '../../../rules/working-days.ts'
import { instantOf } from '../../../rules/zone.ts'
import { digestRulesOf } from '../../../schema/digest-defaults.ts'
import type { LocalDate } from '../../../schema/ids.ts'
import type { NoticeKind } from '../../../schema/notice.ts'
import type { DigestChoice, Person } from '../../../schema/region.ts'
import type { RegionFacts } from '../../region/regions.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { usualDates } from '../../round/usual-dates.ts'
import { datesFor, type RoundDates, unlikeAgencies, windowSegments } from '../../round/windows.ts'
import { isInForce, settingsHistory } from './settings-history.ts'

export type ReportKind = 'provisional-report' | 'closing-report'
export type DigestKind = 'digest' | ReportKind
/** `key`: its day and the part of it. */
export type DigestSlot = { key: string; at: Date; kind: DigestKind }

/** Does this kind of mail tell of a whole round? */
export function isDigestKind(kind: NoticeKind): kind is DigestKind {
  return kind === 'digest' || isReportKind(kind)
}

/** Is it a report on a round that closed, or closed for most? It cannot be unsubscribed, and viewers get it too. */
export function isReportKind(kind: NoticeKind): kind is ReportKind {
  return kind === 'provisional-report' || kind === 'closing-report'
}

/** Digests go to coordinators who want them, reports to all of them and to those who only read. */
export function getsDigest({ role, digest }: Person, kind: DigestKind): boolean {
  if (isReportKind(kind)) return role === 'coordinator' || role === 'viewer'
  return role === 'coordinator' && digest?.off !== true
}

type Choice = Pick<DigestChoice, 'hours'> | undefined

/** All slots over the round's history and future, ascending. Without a choice the round's own hours count. */
export function digestSlots(facts: RoundFacts, region: RegionFacts, choice?: Choice): readonly DigestSlot[] {
  const { zone } = region.settings
  const slots = new Map<string, DigestSlot>()
  const history = settingsHistory(facts, region)
  const last = addDays(lastDateEver(facts, zone), 1)
  // On the day of the opening itself only what ends on that day is told.
  for (let day = facts.round.opensOn; day <= last; day = addDays(day, 1)) {
    for (const stretch of history) {
      for (const slot of slotsOn(day, { ...facts, round: stretch.round }, stretch.region, choice)) {
        if (isInForce(stretch, slot.at) && !slots.has(slot.key)) slots.set(slot.key, slot)
      }
    }
  }
  return [...slots.values()].toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

/** Those of the day on which settings changed whose hour was past by then, and that no other settings ever sent. */
export function leftOutDigests(facts: RoundFacts, region: RegionFacts, choice?: Choice): readonly DigestSlot[] {
  const { zone } = region.settings
  const changed = settingsHistory(facts, region).slice(1)
  if (changed.length === 0) return []
  const due = new Set(digestSlots(facts, region, choice).map(({ key }) => key))
  const last = addDays(lastDateEver(facts, zone), 1)
  return changed.flatMap(({ from = new Date(0), round, region: then }) => {
    const day = localDateOf(from, zone)
    if (day <= round.opensOn || day > last) return []
    return slotsOn(day, { ...facts, round }, then, choice).filter(({ key, at }) => at < from && !due.has(key))
  })
}

/** A report in place of the morning's digest; a digest in the morning and in the evening, and one where both are at one hour. */
function slotsOn(day: LocalDate, facts: RoundFacts, region: RegionFacts, choice: Choice): DigestSlot[] {
  const { morning, evening } = facts.round.alertPlan
  const moment = (time: string): Moment => ({ at: instantOf(day, time, region.settings.zone), day, facts, region })
  const report = reportOn(moment(morning))
  const ofMorning = moment(choiceOn(day, choice)?.hour ?? morning)
  const ofEvening = moment(evening)
  const first = report ?? (isDailyDigest(ofMorning) ? { at: ofMorning.at, kind: 'digest' as const } : undefined)
  const isSecond = isEveningDigest(ofEvening) && first?.at.getTime() !== ofEvening.at.getTime()
  return [
    ...(first === undefined ? [] : [{ key: `${day}.morning`, ...first }]),
    ...(isSecond ? [{ key: `${day}.evening`, at: ofEvening.at, kind: 'digest' as const }] : []),
  ]
}

/** What the recipient chose for that day, if anything. */
export function choiceOn(day: LocalDate, choice: Choice): DigestChoice['hours'][number] | undefined {
  return choice?.hours
    .filter(({ from }) => from <= day)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1)
}

type Moment = { at: Date; day: LocalDate; facts: RoundFacts; region: RegionFacts }

function isDailyDigest(moment: Moment): boolean {
  const { at, day, region, facts } = moment
  if (day === facts.round.opensOn) return false
  const all = datesAt(moment)
  const { nearWorkingDays } = digestRulesOf(facts.round.alertPlan)
  if (!all.some(({ closesAt }) => at < closesAt) || !isWorkingDay(day, region.calendar, weekOf(region))) return false
  const target = all.map(({ targetOn }) => targetOn).toSorted()[0] ?? day
  const daysBefore = workingDaysBetween(addDays(day, 1), target, region.calendar, weekOf(region)).length
  return daysBefore <= nearWorkingDays || isFirstOfWeek(day, region)
}

function isEveningDigest(moment: Moment): boolean {
  const { at, day, region } = moment
  const all = datesAt(moment)
  if (!all.some(({ opensAt, closesAt }) => opensAt < at && at < closesAt)) return false
  const week = weekOf(region)
  const isTarget = all.some(({ targetOn }) => lastWorkingDayOnOrBefore(targetOn, region.calendar, week) === day)
  return isTarget || all.some(({ closesOn }) => closesOn === day)
}

/** On the morning after the latest final date the closing report, after the usual one a provisional report. */
function reportOn(moment: Moment): Omit<DigestSlot, 'key'> | undefined {
  const { at, day, facts, region } = moment
  const all = datesAt(moment)
  if (all.every(({ closesAt }) => at >= closesAt)) {
    const last = latest(all.map(({ closesOn }) => closesOn))
    return addDays(last, 1) === day ? { at, kind: 'closing-report' } : undefined
  }
  if (!all.some(({ closesOn }) => addDays(closesOn, 1) === day)) return undefined
  const usual = usualDates(facts, region.settings.zone, at)
  return at >= usual.closesAt && addDays(usual.closesOn, 1) === day ? { at, kind: 'provisional-report' } : undefined
}

/** No working day stands before it in its week. */
function isFirstOfWeek(day: LocalDate, region: RegionFacts): boolean {
  const monday = addDays(day, 1 - dayOfWeek(day))
  return workingDaysBetween(monday, addDays(day, -1), region.calendar, weekOf(region)).length === 0
}

function weekOf({ agencies }: RegionFacts): 5 | 6 {
  return agencies.find(({ kind }) => kind === 'coordinator')?.workingWeek ?? 5
}

function datesAt({ at, facts, region }: Moment): RoundDates[] {
  return unlikeAgencies(facts).map(({ agencyId }) => datesFor(facts, region.settings.zone, agencyId, at))
}

/** ISO dates sort as text. */
function latest(dates: readonly LocalDate[]): LocalDate {
  return dates.toSorted().at(-1) ?? ''
}

function lastDateEver(facts: RoundFacts, zone: string): LocalDate {
  return latest(
    unlikeAgencies(facts).flatMap(({ agencyId }) =>
      windowSegments(facts, zone, agencyId).map(({ dates }) => dates.closesOn),
    ),
  )
}
