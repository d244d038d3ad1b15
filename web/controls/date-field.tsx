/** A last day to choose: the weekday, hour and zone are said at once, and a day on which offices are closed warns. */
import { isLocalDate } from '../../functions/rules/dates.ts'
import type { LocalDate } from '../../functions/schema/ids.ts'
import type { Holiday } from '../../functions/schema/region.ts'
import { zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { longLocalDate } from '../wording/moments.ts'
import { endOfDayWords, controlWording as words } from '../wording/window-controls.ts'
import { DateBox } from './date-box.tsx'
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx'
import { restOn } from './working-day.ts'

export type DateFieldProps = Omit<FieldFrameProps, 'children'> & {
  readonly value: string
  readonly min: LocalDate
  readonly holidays: readonly Holiday[]
  readonly onInput: (date: string) => void
}

export function DateField({ value, min, holidays, onInput, ...frame }: DateFieldProps) {
  const known = isLocalDate(value)
  const rest = known ? restOn(value, holidays) : undefined
  return (
    <FieldFrame {...frame}>
      {(ties) => (
        <>
          <DateBox {...ties} label={frame.label} value={value} min={min} silent onInput={onInput} />
          <p class="date-said" aria-live="polite">
            {known && say(endOfDayWords(longLocalDate(value), zone.value.zoneName))}
            {rest !== undefined && (
              <strong class="holiday">
                {' '}
                ({say(rest)}) {say(words.nobody)}
              </strong>
            )}
          </p>
        </>
      )}
    </FieldFrame>
  )
}
