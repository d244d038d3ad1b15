/** One feed: its address to copy or open, and a new address when the old one got into wrong hands. */
import { useState } from 'preact/hooks'
import { type CalendarFeed, renewCalendarFeed } from '../api/calendar-feeds.ts'
import { ConfirmDialog } from '../controls/confirm-dialog.tsx'
import { FailureNote } from '../controls/failure-note.tsx'
import { zone } from '../session/session.ts'
import { calendarWording as words } from '../wording/calendar.ts'
import { language, say } from '../wording/language.ts'
import { fullMoment } from '../wording/moments.ts'

export function FeedCard({ feed, onRenewed }: { feed: CalendarFeed; onRenewed: () => void }) {
  const [told, setTold] = useState<'copied' | 'notCopied' | 'renewed'>()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const url = language.value === 'en' ? `${feed.url}?lang=en` : feed.url
  const id = `alamat-${feed.agencyId}`
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url)
      setTold('copied')
    } catch {
      // An old browser, or one that forbids it: the person copies by hand.
      const input = document.getElementById(id) as HTMLInputElement | null
      input?.select()
      setTold('notCopied')
    }
  }
  const renew = async () => {
    setBusy(true)
    setFailure(undefined)
    try {
      await renewCalendarFeed(feed.agencyId)
      onRenewed()
      setTold('renewed')
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
    setAsking(false)
  }
  return (
    <section class="card" aria-labelledby={`kalender-${feed.agencyId}`}>
      <h2 id={`kalender-${feed.agencyId}`}>
        {feed.covers === 'all' ? say(words.allFeed) : `${say(words.agencyFeed)}: ${say(feed.title)}`}
      </h2>
      <label class="label" for={id}>
        {say(words.address)}
      </label>
      <p>
        <input id={id} class="text-input hash" readOnly value={url} onFocus={(event) => event.currentTarget.select()} />
      </p>
      <p class="cluster">
        <button type="button" class="button main" onClick={() => void copy()}>
          {say(words.copy)}
        </button>
        <a class="button" href={url.replace(/^https?:/, 'webcal:')}>
          {say(words.open)}
        </a>
        {feed.mayRenew && (
          <button type="button" class="button quiet" onClick={() => setAsking(true)}>
            {say(words.renew)}
          </button>
        )}
      </p>
      <p role="status">{told !== undefined && <strong>{say(words[told])}</strong>}</p>
      <FailureNote failure={failure} />
      <p class="hint">
        {say(words.secret)}
        {feed.renewedAt !== null && ` ${say(words.lastRenewed)}: ${fullMoment(feed.renewedAt, zone.value)}.`}
      </p>
      {asking && (
        <ConfirmDialog
          title={say(words.renewAsk)}
          confirm={say(words.renew)}
          busy={busy}
          onConfirm={() => void renew()}
          onClose={() => setAsking(false)}
        >
          <p>{say(words.renewHint)}</p>
        </ConfirmDialog>
      )}
    </section>
  )
}
