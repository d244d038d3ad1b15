/** One line above the data: what of the head is answered, other ways to fill in, and what the form is about. Where there is little room the ways are one. */
import { useState } from 'preact/hooks'
import type { Field } from '../../../functions/schema/form.ts'
import type { Work } from '../../api/work.ts'
import { later } from '../../shell/later.tsx'
import { narrow } from '../../shell/narrow.ts'
import { headWording as words } from '../../wording/head.ts'
import { say } from '../../wording/language.ts'
import type { DraftSession } from '../draft/draft-port.ts'
import type { FormSetting } from '../load-form.ts'
import { StartingPoints } from '../start/starting-points.tsx'
import { WorkbookDoor } from '../workbook/workbook-door.tsx'
import { FormAbout } from './form-about.tsx'
import { HeadFold } from './head-fold.tsx'
import './paper.css'

const SipdFill = later(async () => (await import('../sipd/sipd-fill.tsx')).SipdFill)

type DoorsProps = {
  readonly work: Work
  readonly setting: FormSetting
  readonly session: DraftSession
  readonly folded: readonly (readonly Field[])[]
  readonly open: boolean
}

export function Doors({ work, setting, session, folded, open }: DoorsProps) {
  const { view, assignment } = setting
  // Decided once: a turned phone would lose what was uploaded.
  const [few] = useState(() => narrow.peek() || folded.length > 0)
  const ways = (
    <>
      {open && <WorkbookDoor work={work} session={session} />}
      {open && <StartingPoints work={work} />}
      {open && /^(aksi3a|reviu)-/.test(work.form) && <SipdFill work={work} year={view.round.fiscalYear} />}
    </>
  )
  return (
    <>
      {folded.map((part) => (
        <HeadFold key={part[0]?.id} part={part} />
      ))}
      {open && few ? (
        <details class="door">
          <summary>{say(words.ways)}</summary>
          {ways}
        </details>
      ) : (
        ways
      )}
      <FormAbout assignment={assignment} view={view} open={open} />
    </>
  )
}
