/**
 * A date, or a date with a time, that reads and shows `13/02/2026` (`13/02/2026 08.00`) whatever the browser's language: a
 * browser's own box turns the fifth of January into `01/05/2026` in an English one. It reads all that cells read, says the
 * date in words, and offers a month to choose from. `value` is ISO (`2026-02-13`, `2026-02-13T08:00`) or blank.
 */
import { useState } from 'preact/hooks'
import { parseDate } from '../../functions/schema/fields/grammar/date.ts'
import { dateBoxWording as words } from '../wording/date-box.ts'
import { say } from '../wording/language.ts'
import { longLocalDate } from '../wording/moments.ts'
import { CalendarButton } from './calendar-button.tsx'
import './date-box.css'

export type DateBoxProps = {
  readonly id?: string
  readonly 'aria-invalid'?: boolean | undefined
  readonly 'aria-describedby'?: string | undefined
  /** Of the button that opens the month, where no visible label can be named. */
  readonly label: string
  readonly value: string
  readonly min?: string | undefined
  readonly withTime?: boolean
  /** Where the date is said in words already. */
  readonly silent?: boolean
  /** Blank while what is typed is no date. */
  readonly onInput: (value: string) => void
}

export function DateBox({ label, value, min, withTime = false, silent = false, onInput, ...ties }: DateBoxProps) {
  const [typed, setTyped] = useState<{ text: string; left: boolean }>()
  // A value that came from elsewhere outranks what was typed here.
  const own = typed !== undefined && (read(typed.text, withTime) ?? '') === value ? typed : undefined
  const take = (text: string) => {
    setTyped({ text, left: false })
    onInput(read(text, withTime) ?? '')
  }
  const wrong = own?.left === true && value === '' && own.text.trim() !== ''
  const [date = ''] = value.split('T')
  return (
    <span class="date-box">
      <input
        {...ties}
        aria-invalid={wrong || ties['aria-invalid'] || undefined}
        type="text"
        class={withTime ? 'date-input timed' : 'date-input'}
        autocomplete="off"
        placeholder={withTime ? '31/12/2026 08.00' : '31/12/2026'}
        value={own?.text ?? shown(value)}
        onInput={(event) => take(event.currentTarget.value)}
        onBlur={() => setTyped(value === '' && own !== undefined ? { ...own, left: true } : undefined)}
      />
      <CalendarButton
        label={label}
        value={date}
        min={min}
        onPick={(picked) => {
          setTyped(undefined)
          onInput(withTime ? `${picked}T${value.split('T')[1] ?? '08:00'}` : picked)
        }}
      />
      {!silent && (
        <span class="date-words" aria-live="polite">
          {date === '' ? '' : longLocalDate(date)}
        </span>
      )}
      {wrong && (
        <span class="error-text" role="status">
          {say(withTime ? words.noMoment : words.noDate)}
        </span>
      )}
    </span>
  )
}

/** What is typed, as ISO; `undefined` for what is none. */
function read(text: string, withTime: boolean): string | undefined {
  if (!withTime) return parseDate(text)
  const [, day = '', hour = '', minute = ''] =
    /^(.*?)[,\sT]+(?:pukul\s*|at\s*)?(\d{1,2})[.:](\d{2})$/i.exec(text.trim()) ?? []
  const date = parseDate(day)
  return date === undefined || Number(hour) > 23 || Number(minute) > 59
    ? undefined
    : `${date}T${hour.padStart(2, '0')}:${minute}`
}

function shown(value: string): string {
  const [date = '', time] = value.split('T')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return value
  const day = date.split('-').reverse().join('/')
  return time === undefined ? day : `${day} ${time.replace(':', '.')}`
}
