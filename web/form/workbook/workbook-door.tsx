/** The way to filling in by workbook. Opened by few, and large: the panel behind it is fetched when it is asked for. */
import { useState } from 'preact/hooks'
import type { Work } from '../../api/work.ts'
import { later } from '../../shell/later.tsx'
import { dateWording } from '../../wording/dates.ts'
import { say } from '../../wording/language.ts'
import type { DraftSession } from '../draft/draft-port.ts'

const WorkbookPanel = later(async () => (await import('./workbook-panel.tsx')).WorkbookPanel)

export function WorkbookDoor({ work, session }: { readonly work: Work; readonly session: DraftSession }) {
  const [open, setOpen] = useState(false)
  return (
    <details class="card door" onToggle={() => setOpen(true)}>
      <summary>{say(dateWording.byWorkbook)}</summary>
      {open && <WorkbookPanel work={work} session={session} />}
    </details>
  )
}
