/**
 * The round filling up against its target: forms sent and accepted at the end of each day, the number expected, the target and
 * the final date. The same figures stand under it in words, so nothing is told by a line alone.
 */
import { neededPace } from '../../functions/rules/forecast.ts'
import { workingDaysBetween } from '../../functions/rules/working-days.ts'
import type { Holiday } from '../../functions/schema/region.ts'
import type { Board } from '../api/board.ts'
import type { AgencyDates } from '../api/rounds.ts'
import { narrow } from '../shell/narrow.ts'
import { burnUpSummary, paceWords, boardWording as words } from '../wording/board.ts'
import { dateWording } from '../wording/dates.ts'
import { say } from '../wording/language.ts'
import { longLocalDate } from '../wording/moments.ts'

/** A phone draws it at its own width: scaled down, its words could not be read. */
const sizes = {
  desk: { width: 512, height: 190, left: 36, right: 8, top: 22, bottom: 22 },
  phone: { width: 320, height: 170, left: 28, right: 4, top: 22, bottom: 12 },
}
const dayMilliseconds = 86_400_000

export type BurnUpProps = {
  readonly board: Pick<Board, 'progress' | 'counts'>
  readonly dates: AgencyDates
  readonly holidays?: readonly Holiday[]
}

export function BurnUp({ board, dates, holidays = [] }: BurnUpProps) {
  const { progress, counts } = board
  const size = narrow.value ? sizes.phone : sizes.desk
  const first = progress[0]?.on
  const latest = progress[progress.length - 1]
  if (first === undefined || latest === undefined || counts.expected === 0) return null
  const dayOf = (date: string) => (Date.parse(date) - Date.parse(first)) / dayMilliseconds
  const span = Math.max(1, dayOf(dates.closesOn), dayOf(latest.on)) + 1
  const x = (days: number) => size.left + (days / span) * (size.width - size.left - size.right)
  const y = (count: number) =>
    size.height - size.bottom - (count / counts.expected) * (size.height - size.top - size.bottom)
  // Each day's count is reached at its end; the round begins with nothing.
  const line = (of: 'submitted' | 'accepted') =>
    [`${x(0)},${y(0)}`, ...progress.map((day) => `${x(dayOf(day.on) + 1)},${y(day[of])}`)].join(' ')
  const goal = [dates.targetOn, dates.closesOn].find((date) => date > latest.on)
  return (
    <figure class="burn-up">
      <figcaption>{say(words.burnUp)}</figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={say(words.burnUp)}>
        <line class="axis" x1={size.left} x2={size.width - size.right} y1={y(0)} y2={y(0)} />
        <line
          class="expected"
          x1={size.left}
          x2={size.width - size.right}
          y1={y(counts.expected)}
          y2={y(counts.expected)}
        />
        <text x={size.left - 6} y={y(counts.expected) + 4} text-anchor="end">
          {counts.expected}
        </text>
        <text x={size.left - 6} y={y(0)} text-anchor="end">
          0
        </text>
        <DateMark at={x(dayOf(dates.targetOn) + 1)} size={size} label={say(dateWording.target)} />
        <DateMark at={x(dayOf(dates.closesOn) + 1)} size={size} label={say(dateWording.final)} />
        {goal !== undefined && latest.submitted < counts.expected && (
          <line
            class="needed"
            x1={x(dayOf(latest.on) + 1)}
            y1={y(latest.submitted)}
            x2={x(dayOf(goal) + 1)}
            y2={y(counts.expected)}
          />
        )}
        <polyline class="submitted" points={line('submitted')} />
        <polyline class="accepted" points={line('accepted')} />
      </svg>
      {goal !== undefined && latest.submitted < counts.expected && <p>{say(paceOf(board, goal, holidays))}</p>}
      <p class="hint">{say(burnUpSummary({ ...latest, expected: counts.expected, day: longLocalDate(latest.on) }))}</p>
    </figure>
  )
}

/** So many working days make the pace of late. */
const lately = 3

/** What is needed a working day until then, and what came on each of the last ones; today is not over and does not count. */
function paceOf({ progress, counts }: BurnUpProps['board'], goal: string, holidays: readonly Holiday[]) {
  const latest = progress[progress.length - 1]
  const week = { holidays, week: 5 as const }
  const left = counts.expected - (latest?.submitted ?? 0)
  const needed = neededPace(left, goal, { today: latest?.on ?? goal, ...week })
  const over = progress.slice(0, -1)
  const worked = workingDaysBetween(over[0]?.on ?? goal, over[over.length - 1]?.on ?? '', { holidays }, 5).slice(
    -lately,
  )
  const before = [...over].reverse().find(({ on }) => worked[0] !== undefined && on < worked[0])?.submitted ?? 0
  const came = (over[over.length - 1]?.submitted ?? 0) - before
  const pace = worked.length < 2 ? undefined : Math.max(0, Math.floor(came / worked.length))
  return paceWords({ needed, pace, days: worked.length, day: longLocalDate(goal) })
}

type DateMarkProps = { at: number; size: (typeof sizes)['desk']; label: string }

function DateMark({ at, size, label }: DateMarkProps) {
  return (
    <>
      <line class="mark" x1={at} x2={at} y1={size.top} y2={size.height - size.bottom} />
      <text x={at - 4} y={size.top - 8} text-anchor="end">
        {label}
      </text>
    </>
  )
}
