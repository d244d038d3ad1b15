/** One month as a grid of days, by mouse or keys: arrows by days and weeks, PageUp and PageDown by months, Enter takes. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { addDays, dayOfWeek, isLocalDate } from '../../functions/rules/dates.ts'
import { formatWeekday } from '../../functions/rules/moments.ts'
import type { LocalDate } from '../../functions/schema/ids.ts'
import { zone } from '../session/session.ts'
import { presentInstant } from '../shell/clock.ts'
import { dateBoxWording as words } from '../wording/date-box.ts'
import { language, say } from '../wording/language.ts'
import { localDateAt, longLocalDate } from '../wording/moments.ts'
import { controlWording } from '../wording/window-controls.ts'
import './month.css'

export type MonthDialogProps = {
  readonly label: string
  /** ISO, or what is no date yet. */
  readonly value: string
  readonly min?: LocalDate | undefined
  readonly onPick: (date: LocalDate) => void
  readonly close: () => void
}

const steps: Record<string, (date: LocalDate) => LocalDate> = {
  ArrowLeft: (date) => addDays(date, -1),
  ArrowRight: (date) => addDays(date, 1),
  ArrowUp: (date) => addDays(date, -7),
  ArrowDown: (date) => addDays(date, 7),
  Home: (date) => addDays(date, 1 - dayOfWeek(date)),
  End: (date) => addDays(date, 7 - dayOfWeek(date)),
  PageUp: (date) => byMonths(date, -1),
  PageDown: (date) => byMonths(date, 1),
}

export function MonthDialog({ label, value, min, onPick, close }: MonthDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const today = localDateAt(presentInstant(), zone.value)
  const [active, setActive] = useState(isLocalDate(value) ? value : min !== undefined && today < min ? min : today)
  useLayoutEffect(() => {
    const { current } = dialog
    // An open dialog has its own idea of what is first.
    if (current?.open === false) current.showModal()
    current?.querySelector<HTMLElement>(`[data-date="${active}"]`)?.focus()
  }, [active])
  const pick = (date: LocalDate) => {
    if (min !== undefined && date < min) return
    onPick(date)
    dialog.current?.close()
  }
  const weeks = weeksOf(active)
  return (
    <dialog ref={dialog} class="month" aria-label={label} onClose={close}>
      <p class="cluster">
        <Turn name={say(words.previous)} sign="‹" act={() => setActive(byMonths(active, -1))} />
        <strong aria-live="polite">{monthName(active)}</strong>
        <Turn name={say(words.next)} sign="›" act={() => setActive(byMonths(active, 1))} />
      </p>
      <table
        onKeyDown={(event) => {
          const step = steps[event.key]
          if (step === undefined) return
          event.preventDefault()
          setActive(step(active))
        }}
      >
        <thead>
          <tr>
            {(weeks[0] ?? []).map((date) => (
              <th key={date} scope="col" abbr={formatWeekday(date, language.value)}>
                {formatWeekday(date, language.value).slice(0, 3)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <td key={date}>
                  <button
                    type="button"
                    data-date={date}
                    tabIndex={date === active ? 0 : -1}
                    class={date.slice(0, 7) === active.slice(0, 7) ? 'day' : 'day other'}
                    aria-current={date === today ? 'date' : undefined}
                    aria-pressed={date === value}
                    aria-disabled={(min !== undefined && date < min) || undefined}
                    aria-label={longLocalDate(date)}
                    onClick={() => pick(date)}
                  >
                    {Number(date.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="dialog-foot">
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {say(controlWording.back)}
        </button>
      </p>
    </dialog>
  )
}

function Turn({ name, sign, act }: { readonly name: string; readonly sign: string; readonly act: () => void }) {
  return (
    <button type="button" class="button small" aria-label={name} onClick={act}>
      {sign}
    </button>
  )
}

/** Monday to Sunday, as many as the month touches. */
function weeksOf(active: LocalDate): readonly (readonly LocalDate[])[] {
  const first = `${active.slice(0, 7)}-01`
  const start = addDays(first, 1 - dayOfWeek(first))
  const weeks = Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_each, day) => addDays(start, week * 7 + day)),
  )
  return weeks.filter((week) => week.some((date) => date.slice(0, 7) === active.slice(0, 7)))
}

/** The same day of another month, or that month's last. */
function byMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

/** `Februari 2026`. */
function monthName(date: LocalDate): string {
  return longLocalDate(`${date.slice(0, 7)}-01`).replace(/^\S+ 1 /, '')
}
