/** Target and final date with weekday, hour and zone; a final date on a holiday says so, because nobody is in the office then. */
import type { Holiday } from '../../functions/schema/region.ts'
import type { Assignment } from '../../functions/schema/round.ts'
import { zone } from '../session/session.ts'
import { dateWording } from '../wording/dates.ts'
import { say } from '../wording/language.ts'
import { deadline } from '../wording/moments.ts'

export type DeadlinesProps = {
  readonly assignment: Pick<Assignment, 'targetAt' | 'closesAt' | 'targetOn' | 'closesOn'> &
    Partial<Pick<Assignment, 'dueOn' | 'dueAt'>>
  readonly holidays: readonly Holiday[]
}

/** Entries of a `dl.facts`: both dates, or of returned work with a last day of its own that day alone. */
export function Deadlines({ assignment, holidays }: DeadlinesProps) {
  const { dueOn, dueAt } = assignment
  if (dueOn && dueAt) {
    return (
      <div>
        <dt>{say(dateWording.corrections)}</dt>
        <dd>
          {deadline(dueAt, zone.value)}
          <HolidayNote date={dueOn} holidays={holidays} />
        </dd>
      </div>
    )
  }
  return (
    <>
      <div>
        <dt>{say(dateWording.target)}</dt>
        <dd>{deadline(assignment.targetAt, zone.value)}</dd>
      </div>
      <div>
        <dt>{say(dateWording.final)}</dt>
        <dd>
          {deadline(assignment.closesAt, zone.value)}
          <HolidayNote date={assignment.closesOn} holidays={holidays} />
        </dd>
      </div>
    </>
  )
}

function HolidayNote({ date, holidays }: { date: string; holidays: readonly Holiday[] }) {
  const holiday = holidays.find((each) => each.date === date)
  if (holiday === undefined) return null
  return (
    <strong class="holiday">
      {' '}
      ({say(dateWording.holiday)}: {say(holiday.name)})
    </strong>
  )
}
