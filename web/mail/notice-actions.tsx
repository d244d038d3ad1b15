/** What a coordinator can do about a mail that did not arrive: send it again, or first correct the address. */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { type NotificationDetail, sendAgain } from '../api/mails.ts'
import { sayFailure } from '../api/problem.ts'
import { say } from '../wording/language.ts'
import { mailWording, noticeWording as words } from '../wording/mail-desk.ts'

export function NoticeActions({ detail, onDone }: { detail: NotificationDetail; onDone: () => void }) {
  const { route } = useLocation()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const { again, mailbox, notification } = detail
  const send = async () => {
    setBusy(true)
    try {
      route(`/surat/${await sendAgain(notification.nid)}`)
    } catch (error) {
      setFailure(error)
      onDone()
    }
    setBusy(false)
  }
  if (again?.possible !== true && mailbox === null) return null
  return (
    <div class="panel warning no-print">
      {failure !== undefined && (
        <p role="alert">
          <strong>{say(mailWording.failed)}.</strong> {sayFailure(failure)}
        </p>
      )}
      {mailbox !== null && (
        <p>
          {say(words.blocked)} <a href={`/surat/tidak-terjangkau#${notification.recipient.id}`}>{say(words.repair)}</a>
        </p>
      )}
      {again?.possible === true && (
        <>
          <p>{say(words.againHint)}</p>
          <button type="button" class="button main" disabled={busy} onClick={() => void send()}>
            {say(words.again)}
          </button>
        </>
      )}
    </div>
  )
}
