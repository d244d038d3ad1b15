/** What is done on the page behind it. */
import { useEffect, useRef } from 'preact/hooks'
import { useFocusBack } from '../controls/focus-back.ts'
import { helpFor, helpWording as words } from '../wording/help.ts'
import { say } from '../wording/language.ts'

export type HelpPanelProps = { readonly path: string; readonly close: () => void }

export function HelpPanel({ path, close }: HelpPanelProps) {
  const place = useRef<HTMLDialogElement>(null)
  useFocusBack()
  useEffect(() => place.current?.showModal(), [])
  return (
    <dialog ref={place} aria-labelledby="help-title" onClose={close}>
      <h2 id="help-title">{say(words.title)}</h2>
      <ul>
        {helpFor(path).map((line) => (
          <li key={line.id}>{say(line)}</li>
        ))}
      </ul>
      <button type="button" class="button" onClick={() => place.current?.close()}>
        {say(words.close)}
      </button>
    </dialog>
  )
}
