/**
 * A link to a file that not every session may fetch. The page fetches it itself, so that a refusal can be answered in place (a
 * fresh code, then the file) where the browser would have left the page for an error text. Without scripts it is a plain link.
 */
import { useState } from 'preact/hooks'
import { sayFailure } from '../api/problem.ts'
import { requestFile } from '../api/request.ts'
import { saveFile } from '../form/workbook/save-file.ts'
import { say } from '../wording/language.ts'
import { workbookWording } from '../wording/workbook.ts'

export type FileLinkProps = {
  readonly href: string
  readonly name: string
  readonly label: string
  readonly look?: string
}

export function FileLink({ href, name, label, look }: FileLinkProps) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const fetchIt = async () => {
    setBusy(true)
    setFailure(undefined)
    try {
      saveFile(await requestFile('GET', href, { headers: { Accept: '*/*' } }), name)
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
  }
  return (
    <>
      <a
        class={look}
        href={href}
        download={name}
        aria-busy={busy}
        onClick={(event) => {
          event.preventDefault()
          if (!busy) void fetchIt()
        }}
      >
        {label}
      </a>
      <span role="status">{busy && ` ${say(workbookWording.downloading)}`}</span>
      {failure !== undefined && (
        <span class="error-text" role="alert">
          {' '}
          {sayFailure(failure)}
        </span>
      )}
    </>
  )
}
