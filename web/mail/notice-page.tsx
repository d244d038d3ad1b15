/**
 * One mail, in plain words: why it was made, what became of it, and all that was reported. Its number stands in its foot, so who
 * asks "why did I get this" or "why not" can be answered by anybody who opens this page.
 */

import { useRoute } from 'preact-iso'
import { fetchNotification, type NotificationDetail } from '../api/mails.ts'
import { useResource } from '../api/resource.ts'
import { Fact } from '../controls/fact.tsx'
import { me, zone } from '../session/session.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { shownRound } from '../shell/shown-round.ts'
import { say } from '../wording/language.ts'
import { againWords, mailName, mailReason, shiftWords } from '../wording/mail.ts'
import { mailWording, noticeWording as words } from '../wording/mail-desk.ts'
import { outcomeSentences, outcomeTone, outcomeWords } from '../wording/mail-outcomes.ts'
import { reasonWords } from '../wording/mail-reasons.ts'
import { fullMoment, longLocalDate } from '../wording/moments.ts'
import { loadShownRound } from './load-round.ts'
import { NoticeActions } from './notice-actions.tsx'
import { NoticeHistory } from './notice-history.tsx'
import './mail.css'

/** `round`: of which the page is; of a mail over several the first, unless one of them was shown before. */
type Loaded = { readonly detail: NotificationDetail; readonly round: string | undefined }

async function loadNotice(nid: string): Promise<Loaded> {
  const detail = await fetchNotification(nid)
  const ids = detail.rounds.map(({ id }) => id)
  const before = shownRound.peek()?.id
  const asked = before !== undefined && ids.includes(before) ? before : ids[0]
  return { detail, round: (await loadShownRound(asked).catch(() => undefined))?.round.id }
}

export function NoticePage() {
  const { params } = useRoute()
  const nid = (params.nid ?? '').toUpperCase()
  const { value, error, reload } = useResource(`notice|${nid}`, () => loadNotice(nid))
  const title = value === undefined ? words.went : titleOf(value.detail)
  usePageTitle(say(title))
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  const { detail, round } = value
  const { notification, explanation, rounds, agencies, repeats, repeatedBy } = detail
  const { outcome, reason, recipient } = notification
  return (
    <section>
      <p>
        <a href={round === undefined ? '/surat' : `/surat?putaran=${encodeURIComponent(round)}`}>‹ {say(words.back)}</a>
      </p>
      <h1>{say(title)}</h1>
      <p>
        <strong>{say(mailName({ ...explanation, kind: notification.kind }))}</strong>{' '}
        <span class={`tag ${outcomeTone(outcome)}`}>{say(outcomeWords[outcome])}</span>
      </p>
      <h2>{say(words.why)}</h2>
      <p>
        {say(mailReason({ ...explanation, kind: notification.kind }))}
        {explanation.shifted !== null &&
          ` ${say(shiftWords(longLocalDate(explanation.shifted.from), explanation.shifted.holiday))}`}
        {explanation.again && ` ${say(againWords)}`}
      </p>
      <h2>{say(words.what)}</h2>
      <p>
        {say(outcomeSentences[outcome])}
        {reason !== undefined && outcome !== 'delivered' && outcome !== 'sent' && ` ${say(reasonWords(reason))}`}
      </p>
      {me.value?.role === 'coordinator' && <NoticeActions detail={detail} onDone={reload} />}
      <dl class="facts">
        <Fact name={say(words.number)}>
          <span class="hash">{notification.nid}</span>
        </Fact>
        {notification.subject !== undefined && <Fact name={say(mailWording.subject)}>{notification.subject}</Fact>}
        <Fact name={say(mailWording.mailTo)}>
          {recipient.name}
          {recipient.title !== '' && recipient.title !== recipient.name && `, ${recipient.title}`}
          {recipient.email !== undefined && ` <${recipient.email}>`}
        </Fact>
        {rounds.length > 0 && (
          <Fact name={say(rounds.length === 1 ? words.round : words.rounds)}>
            {rounds.map(({ title }) => say(title)).join('; ')}
          </Fact>
        )}
        {agencies.length > 0 && (
          <Fact name={say(words.agencies)}>{agencies.map(({ shortName }) => shortName).join(', ')}</Fact>
        )}
        <Fact name={say(words.dueAt)}>{fullMoment(notification.dueAt, zone.value)}</Fact>
        {repeats !== null && (
          <Fact name={say(words.repeats)}>
            <a href={`/surat/${repeats}`}>{repeats}</a>
          </Fact>
        )}
        {repeatedBy !== null && (
          <Fact name={say(words.repeatedBy)}>
            <a href={`/surat/${repeatedBy}`}>{repeatedBy}</a>
          </Fact>
        )}
      </dl>
      <NoticeHistory detail={detail} />
    </section>
  )
}

/** The question that this reader has about this mail. */
function titleOf({ notification: { outcome, recipient } }: NotificationDetail) {
  if (outcome === 'waiting' || outcome === 'sending') return words.coming
  if (['cancelled', 'suppressed', 'expired', 'left-out', 'failed'].includes(outcome)) return words.not
  if (outcome === 'bounced') return words.lost
  return recipient.id === me.value?.id ? words.own : words.went
}
