/** The functions of days and times. `today()` and `now()` are those of the answers, never of the machine. */
import { Day, dayAt, dayOf, formatDay, timeOf } from './days.ts'
import type { Frame } from './frame.ts'
import type { FunctionName } from './functions.ts'
import { atomOf, dayIn, numberOf, type Result, textOf } from './values.ts'

export const momentFunctions: { readonly [name in FunctionName]?: (given: readonly Result[], frame: Frame) => Result } =
  {
    today: (_given, { today }) => today,
    now: (_given, { now }) => now,
    date: ([value = '']) => dateOf(value),
    'date-time': ([value = '']) => momentOf(value) ?? '',
    'format-date': formatted,
    'format-date-time': formatted,
    'decimal-date-time': ([value = '']) => momentOf(value)?.day ?? Number.NaN,
    'decimal-time': ([value = '']) => {
      const day = (timeOf(textOf(value)) ?? momentOf(value))?.day
      return day === undefined ? Number.NaN : day - Math.floor(day)
    },
  }

/** No answer for 30 February. */
function dateOf(value: Result): Result {
  const moment = momentOf(value)
  return (moment && dayAt(moment.day)) ?? ''
}

function momentOf(value: Result): Day | undefined {
  const atom = atomOf(value)
  if (atom instanceof Day) return atom
  if (typeof atom === 'number') return Number.isNaN(atom) ? undefined : new Day(atom, dayAt(atom)?.text ?? '')
  return dayOf(textOf(atom).trim()) ?? (Number.isNaN(numberOf(atom)) ? undefined : dayAt(numberOf(atom)))
}

function formatted([value = '', format = '']: readonly Result[], { language }: Frame): Result {
  const moment = momentOf(value) ?? dayIn(value)
  return moment === undefined ? '' : formatDay(moment.day, textOf(format), language)
}
