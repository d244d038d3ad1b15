/** Opens a month from which a day is picked; the month itself is fetched when it is first wanted. */
import { useState } from 'preact/hooks'
import { later } from '../shell/later.tsx'
import { dateBoxWording as words } from '../wording/date-box.ts'
import { say } from '../wording/language.ts'
import type { MonthDialogProps } from './month-dialog.tsx'
import './date-box.css'

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
        // Not the field’s own name: whoever seeks the field by it means the box before this button.
        aria-label={say(words.pick)}
        onClick={() => setOpen(true)}
      >
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <path d="M3 4h14v13H3zM3 8h14M7 2v4M13 2v4" fill="none" stroke="currentColor" stroke-width="2" />
        </svg>
      </button>
      {open && <MonthDialog {...props} close={() => setOpen(false)} />}
    </>
  )
}
