/** A mail to oneself, and what becomes of it: looked at again every few seconds until the receiving server has said something. */
import { useEffect, useState } from 'preact/hooks'
import { fetchNotification, fetchNotifications, type NotificationDetail } from '../api/mails.ts'
import { useResource } from '../api/resource.ts'
import { askTestMail } from '../api/set-up.ts'
import { FailureNote } from '../controls/failure-note.tsx'
import { NoticeHistory } from '../mail/notice-history.tsx'
import { me } from '../session/session.ts'
import { BackToSettings } from '../settings/settings-page.tsx'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { outcomeSentences, outcomeTone, outcomeWords } from '../wording/mail-outcomes.ts'
import { testMailWording as words } from '../wording/set-up.ts'
import '../mail/mail.css'

const lookAgainMs = 2_000
/** After so many looks whoever waits opens the page again. */
const mostLooks = 90

/** The newest test mail that this person asked for; `null`: none yet. */
async function loadLast(person: string): Promise<NotificationDetail | null> {
  const { notifications } = await fetchNotifications({ kind: 'test-mail', person })
  return notifications[0] === undefined ? null : fetchNotification(notifications[0].nid)
}

export function TestMailPage() {
  usePageTitle(say(words.title))
  const { id = '', email = '' } = me.value ?? {}
  const { value, error, reload } = useResource(`test-mail|${id}`, () => loadLast(id))
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  useLookingAgain(value, reload)
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  const send = async () => {
    setBusy(true)
    setFailure(undefined)
    await askTestMail().then(reload, setFailure)
    setBusy(false)
  }
  return (
    <section>
      <BackToSettings />
      <h1>{say(words.title)}</h1>
      <p>{say(words.lead(email))}</p>
      <FailureNote failure={failure} />
      <p>
        <button
          type="button"
          class={value === null ? 'button main' : 'button'}
          disabled={busy}
          onClick={() => void send()}
        >
          {say(value === null ? words.send : words.sendAgain)}
        </button>
      </p>
      {value !== null && <LastMail detail={value} />}
    </section>
  )
}

function LastMail({ detail }: { readonly detail: NotificationDetail }) {
  const { outcome } = detail.notification
  const tone = outcomeTone(outcome)
  return (
    <section aria-labelledby="last-mail">
      <h2 id="last-mail">{say(words.last)}</h2>
      <p role="status">
        <span class={`tag ${tone}`}>{say(outcomeWords[outcome])}</span>{' '}
        {say(outcome === 'sent' ? words.taken : outcomeSentences[outcome])}
      </p>
      {(tone === 'late' || outcome === 'suppressed') && <p>{say(words.wrong)}</p>}
      <NoticeHistory detail={detail} />
    </section>
  )
}

/** As long as there is news to come. */
function useLookingAgain(value: NotificationDetail | null | undefined, reload: () => void): void {
  const [looks, setLooks] = useState(0)
  const waits = ['waiting', 'sending', 'sent', 'delayed'].includes(value?.notification.outcome ?? '')
  useEffect(() => {
    if (!waits || looks >= mostLooks) return
    const timer = setTimeout(() => {
      setLooks(looks + 1)
      reload()
    }, lookAgainMs)
    return () => clearTimeout(timer)
  }, [waits, looks])
  useEffect(() => setLooks(0), [value?.notification.nid])
}
