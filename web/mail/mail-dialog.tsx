/** A mail as it would read: its text part, which says all that the dressed one says, unless another way to show it is given. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { RenderedMail } from '../api/mails.ts'
import { sayFailure } from '../api/problem.ts'
import { useResource } from '../api/resource.ts'
import { Loading } from '../shell/loading.tsx'
import { say } from '../wording/language.ts'
import { mailWording as words } from '../wording/mail-desk.ts'

export type MailDialogProps = {
  /** Names the mail among all that could be shown. */
  readonly name: string
  readonly to: string
  readonly load: () => Promise<RenderedMail>
  readonly onClose: () => void
  readonly show?: (mail: RenderedMail) => ComponentChildren
}

const asText = (mail: RenderedMail) => <MailText mail={mail} />

export function MailDialog({ name, to, load, onClose, show = asText }: MailDialogProps) {
  const place = useRef<HTMLDialogElement>(null)
  const { value, error } = useResource(`mail|${name}`, load)
  useEffect(() => place.current?.showModal(), [])
  return (
    <dialog ref={place} class="mail-dialog" aria-labelledby="mail-title" onClose={onClose}>
      <h2 id="mail-title">{say(words.preview)}</h2>
      <p>
        {say(words.mailTo)}: {to}
      </p>
      {value !== undefined && show(value)}
      {value === undefined && error !== undefined && (
        <p class="panel bad" role="alert">
          {sayFailure(error)}
        </p>
      )}
      {value === undefined && error === undefined && <Loading />}
      <button type="button" class="button" onClick={() => place.current?.close()}>
        {say(words.close)}
      </button>
    </dialog>
  )
}

export function MailText({ mail }: { mail: RenderedMail }) {
  return (
    <div class="mail-text">
      <p>
        <strong>{mail.subject}</strong>
      </p>
      <pre>{mail.text}</pre>
    </div>
  )
}
