/** Who changed a reference list, when, and how much of it. Loaded when it is wanted. */
import { useState } from 'preact/hooks'
import type { Wording } from '../../functions/schema/wording.ts'
import { sayFailure } from '../api/problem.ts'
import { fetchListHistory } from '../api/references.ts'
import { useResource } from '../api/resource.ts'
import { Loading } from '../shell/loading.tsx'
import { say } from '../wording/language.ts'
import { referenceWording, settingsWording } from '../wording/settings.ts'
import { RevisionLine } from './save-parts.tsx'

/** `loads`: how many files were put in force meanwhile. */
type Props = { readonly list: string; readonly title: Wording; readonly loads: number }

export function ListHistory({ list, title, loads }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <details class="list-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={`${say(settingsWording.history)}: ${say(title)}`}>{say(settingsWording.history)}</summary>
      {open && <Revisions key={loads} list={list} />}
    </details>
  )
}

function Revisions({ list }: { readonly list: string }) {
  const { value, error } = useResource(`settings|list-history|${list}`, () => fetchListHistory(list))
  if (value === undefined) return error === undefined ? <Loading /> : <p class="error-text">{sayFailure(error)}</p>
  return (
    <ol>
      {value.map((each) => (
        <RevisionLine key={each.revision} revision={each} what={referenceWording.revised(each)} />
      ))}
    </ol>
  )
}
