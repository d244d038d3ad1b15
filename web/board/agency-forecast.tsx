/** When an agency will have answered everything if it goes on as it has, against its own final date. */

import { isSent } from '../../functions/rules/completeness.ts'
import { forecastOf } from '../../functions/rules/forecast.ts'
import type { Assignment } from '../../functions/schema/round.ts'
import type { BoardRow } from '../api/board.ts'
import type { RoundView } from '../api/rounds.ts'
import { zone } from '../session/session.ts'
import { presentMinute } from '../shell/clock.ts'
import { forecastWords } from '../wording/board.ts'
import { say } from '../wording/language.ts'
import { localDateAt, longLocalDate } from '../wording/moments.ts'
import { datesOf } from './board-model.ts'

export function AgencyForecast({ row, view }: { readonly row: BoardRow; readonly view: RoundView }) {
  const { agency, assignments } = row
  if (!assignments.some(({ open }) => open) || assignments.every(isSent)) return <span class="forecast">–</span>
  const { answered, expected } = answersOf(assignments)
  const days = assignments.flatMap(({ savedAt, submittedAt }) => [savedAt ?? [], submittedAt ?? []].flat())
  const last =
    days
      .map((at) => localDateAt(at, zone.value))
      .sort()
      .pop() ?? null
  const today = localDateAt(presentMinute.value, zone.value)
  const span = { today, opensOn: view.round.opensOn, holidays: view.holidays, week: agency.workingWeek }
  const forecast = forecastOf({ answered, expected, lastOn: last }, span)
  if (forecast.kind === 'done') return <span class="forecast">{say(forecastWords.toSend)}</span>
  if (forecast.kind === 'unknown') return <span class="forecast soft">{say(forecastWords.unknown)}</span>
  if (forecast.kind === 'stopped') {
    return (
      <span class="forecast late">
        {say(forecastWords.stopped)} {dayAndMonth(forecast.since)}
      </span>
    )
  }
  const closesOn = datesOf(view, agency.id)?.closesOn
  const isLate = closesOn !== undefined && forecast.day > closesOn
  return (
    <span class={isLate ? 'forecast late' : 'forecast'} title={longLocalDate(forecast.day)}>
      {dayAndMonth(forecast.day)}
      {isLate && `, ${say(forecastWords.past)}`}
    </span>
  )
}

/** `20 Februari`: a column of them has no room for more, and none is further than a year. */
function dayAndMonth(date: string): string {
  return longLocalDate(date).replace(/^[^,]+, | \d{4}$/g, '')
}

/** Answers over answers, so that a form of three questions weighs no more than they do. */
function answersOf(cells: readonly Assignment[]): { answered: number; expected: number } {
  return cells.reduce(
    (sum, { nil, completeness }) => ({
      answered: sum.answered + (nil ? completeness.expected : completeness.answered),
      expected: sum.expected + completeness.expected,
    }),
    { answered: 0, expected: 0 },
  )
}
