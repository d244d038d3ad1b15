/**
 * The seed's round moved to today, with its shape kept: three working days after the opening to the target, then four days to
 * the final date.
 */
import type { Round } from '../../functions/schema/round.ts'
import type { RegionSeed } from './kota-kupang/kota-kupang.ts'

const workingDaysToTarget = 3
const daysFromTargetToClosing = 4

/** `today` is a local date of the region, `YYYY-MM-DD`. */
export function roundAround(today: string, { round, calendar }: Pick<RegionSeed, 'round' | 'calendar'>): Round {
  const closed = new Set(calendar.holidays.map(({ date }) => date))
  const isWorkingDay = (date: string) => !closed.has(date) && ![0, 6].includes(new Date(date).getUTCDay())
  let targetOn = today
  for (let left = workingDaysToTarget; left > 0; left -= isWorkingDay(targetOn) ? 1 : 0) targetOn = plus(targetOn, 1)
  const closesOn = plus(targetOn, daysFromTargetToClosing)
  const fromClosing = (date: string) => (Date.parse(date) - Date.parse(round.closesOn)) / 86_400_000
  return {
    ...round,
    id: `3a-${today}`,
    fiscalYear: Number(today.slice(0, 4)),
    opensOn: today,
    opensAtTime: '00:00',
    targetOn,
    closesOn,
    milestones: (round.milestones ?? []).map((each) => ({ ...each, on: plus(closesOn, fromClosing(each.on)) })),
  }
}

/** Dates without a zone: midnight UTC stands for the day. */
function plus(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}
