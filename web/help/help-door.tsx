/** The "?" in the head of every page: what is done on this page, in four lines. Its words are fetched when it is pressed. */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { later } from '../shell/later.tsx'
import { helpDoorWording as words } from '../wording/help-door.ts'
import { say } from '../wording/language.ts'
import type { HelpPanelProps } from './help-panel.tsx'

const HelpPanel = later<HelpPanelProps>(async () => (await import('./help-panel.tsx')).HelpPanel)

export function HelpDoor() {
  const { path } = useLocation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        class="button quiet"
        aria-label={say(words.open)}
        title={say(words.open)}
        onClick={() => setOpen(true)}
      >
        ?
      </button>
      {open && <HelpPanel path={path} close={() => setOpen(false)} />}
    </>
  )
}
