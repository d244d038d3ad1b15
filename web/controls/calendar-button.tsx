/** Opens a month from which a day is picked; the month itself is fetched when it is first wanted. */
import { useState } from 'preact/hooks'
import { later } from '../shell/later.tsx'
import { dateBoxWording as words } from '../wording/date-box.ts'
import { say } from '../wording/language.ts'
import type { MonthDialogProps } from './month-dialog.tsx'

const MonthDialog = later<MonthDialogProps>(async () => (await import('./month-dialog.tsx')).MonthDialog)

type CalendarButtonProps = Omit<MonthDialogProps, 'close'>

export function CalendarButton(props: CalendarButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        class="calendar-button"
        aria-haspopup="dialog"
        aria-label={`${say(words.pick)}: ${props.label}`}
        onClick={() => setOpen(true)}
      >
        <span aria-hidden="true">▦</span>
      </button>
      {open && <MonthDialog {...props} close={() => setOpen(false)} />}
    </>
  )
}
