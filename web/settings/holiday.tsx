/** One day that is no working day: a line to read, or its fields. */
import type { CalendarRequest } from '../../functions/schema/region-requests.ts'
import { say } from '../wording/language.ts'
import { longLocalDate } from '../wording/moments.ts'
import { holidayKinds, settingsWording, calendarWording as words } from '../wording/settings.ts'
import { SelectField, WordingFields } from './fields.tsx'
import { DateField } from './round-dates.tsx'
import type { Saving } from './saving.ts'

export type Holidays = CalendarRequest['holidays']
type Holiday = Holidays[number]

/** Is the date typed to its end? */
export function isWhole(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date)
}

type LineProps = { readonly holiday: Holiday; readonly edit: () => void; readonly remove: () => void }

export function HolidayLine({ holiday, edit, remove }: LineProps) {
  const day = longLocalDate(holiday.date)
  return (
    <li>
      <strong>{day}</strong>
      <span>
        {say(holiday.name)} <span class="hint">{say(holidayKinds[holiday.kind])}</span>
      </span>
      <span class="cluster">
        <button type="button" class="button small" aria-label={`${say(settingsWording.change)}: ${day}`} onClick={edit}>
          {say(settingsWording.change)}
        </button>
        <button
          type="button"
          class="button small danger"
          aria-label={`${say(settingsWording.remove)}: ${day}`}
          onClick={remove}
        >
          {say(settingsWording.remove)}
        </button>
      </span>
    </li>
  )
}

type FieldsProps = {
  readonly holidays: Holidays
  readonly index: number
  readonly saving: Saving
  readonly change: (next: Holidays) => void
  readonly remove: () => void
}

export function HolidayFields({ holidays, index, saving, change, remove }: FieldsProps) {
  const holiday = holidays[index]
  if (holiday === undefined) return null
  const set = (part: Partial<Holiday>) =>
    change(holidays.map((each, at) => (at === index ? { ...each, ...part } : each)))
  return (
    <fieldset class="card">
      <legend class="unseen">{say(holiday.name) || say(words.add)}</legend>
      <div class="trio">
        <DateField
          pointer={`/holidays/${index}/date`}
          label={words.date}
          saving={saving}
          value={holiday.date}
          onInput={(date) => set({ date })}
        />
        <SelectField
          pointer={`/holidays/${index}/kind`}
          label={words.kind}
          saving={saving}
          value={holiday.kind}
          options={Object.entries(holidayKinds).map(([value, label]) => ({ value, label: say(label) }))}
          onChange={(kind) => set({ kind: kind as Holiday['kind'] })}
        />
      </div>
      <WordingFields
        pointer={`/holidays/${index}/name`}
        label={words.name}
        saving={saving}
        value={holiday.name}
        onInput={(name) => set({ name })}
      />
      <button type="button" class="button small danger" onClick={remove}>
        {say(settingsWording.remove)}
      </button>
    </fieldset>
  )
}
