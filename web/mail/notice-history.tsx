/** What happened to a mail, oldest first, in words; what only the help desk needs is folded away. */
import { bounceOf } from '../../functions/schema/bounces.ts'
import type { Wording } from '../../functions/schema/wording.ts'
import type { NotificationDetail } from '../api/mails.ts'
import { zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { noticeWording as words } from '../wording/mail-desk.ts'
import { eventWords } from '../wording/mail-reasons.ts'
import { fullMoment } from '../wording/moments.ts'

export function NoticeHistory({ detail }: { detail: NotificationDetail }) {
  const { notification, events, messageId } = detail
  return (
    <>
      <h2>{say(words.history)}</h2>
      <ol class="mail-history">
        {momentsOf(detail).map(({ at, text, more }) => (
          <li key={`${at}${text}`}>
            <time dateTime={at}>{fullMoment(at, zone.value)}</time>
            <span>{text}</span>
            {more !== undefined && <small>{more}</small>}
          </li>
        ))}
      </ol>
      <details class="no-print">
        <summary>{say(words.technical)}</summary>
        <p class="hint">
          {say(words.planner)}: {notification.why}
          <br />
          {say(words.attempts)}: {notification.attempts}
          {messageId !== null && (
            <>
              <br />
              {say(words.messageId)}: <span class="hash">{messageId}</span>
            </>
          )}
          {notification.reason !== undefined && (
            <>
              <br />
              {notification.reason}
            </>
          )}
        </p>
        {events
          .filter(({ detail: said }) => said !== '')
          .map(({ id, detail: said }) => (
            <p key={id} class="hint hash">
              {said}
            </p>
          ))}
      </details>
    </>
  )
}

/** A mail that came back says why, by the table that decided about it. */
function wordsOf({ type, detail }: NotificationDetail['events'][number]): Wording {
  const bounce = type === 'bounce-hard' || type === 'bounce-soft' ? bounceOf(detail) : undefined
  return bounce?.words ?? eventWords[type]
}

type Moment = { readonly at: string; readonly text: string; readonly more?: string }

function momentsOf({ notification, events }: NotificationDetail): Moment[] {
  const { plannedAt, sentAt } = notification
  const sent =
    sentAt === undefined || events.some(({ type }) => type === 'send') ? [] : [{ at: sentAt, text: say(words.sent) }]
  return [
    { at: plannedAt, text: say(words.planned) },
    ...sent,
    ...events.map((event) => ({ at: event.at, text: say(wordsOf(event)) })),
  ].sort((a, b) => a.at.localeCompare(b.at))
}
