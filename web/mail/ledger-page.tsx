/**
 * The mails that went, or did not: newest first. The coordinator and viewers see those of the whole round, with filters that stand
 * in the address; everybody else those to themselves.
 */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { fetchNotifications, type LedgerQuestion, type Notification } from '../api/mails.ts'
import { sayFailure } from '../api/problem.ts'
import { useResource } from '../api/resource.ts'
import type { RoundView } from '../api/rounds.ts'
import { me, zone } from '../session/session.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { byHandWords, kindWords } from '../wording/mail.ts'
import { mailWording as words } from '../wording/mail-desk.ts'
import { outcomeTone, outcomeWords } from '../wording/mail-outcomes.ts'
import { reasonWords } from '../wording/mail-reasons.ts'
import { clockTime, longDate } from '../wording/moments.ts'
import { LedgerFilters } from './ledger-filters.tsx'
import { loadShownRound } from './load-round.ts'
import { MailTabs } from './mail-tabs.tsx'
import './mail.css'

type Loaded = { readonly view: RoundView | undefined; readonly first: Awaited<ReturnType<typeof fetchNotifications>> }

function questionIn(query: Readonly<Record<string, string>>, round: string | undefined): LedgerQuestion {
  return { round, agency: query.perangkat, person: query.orang, kind: query.jenis, outcome: query.keadaan }
}

export function LedgerPage() {
  const { query } = useLocation()
  const isWide = me.value?.role === 'coordinator' || me.value?.role === 'viewer'
  const title = isWide ? words.ledger : words.own
  usePageTitle(say(title))
  const key = JSON.stringify([query.putaran, questionIn(query, undefined)])
  const { value, error, loading, reload } = useResource(`ledger|${key}`, async (): Promise<Loaded> => {
    const view = await loadShownRound(query.putaran)
    return { view, first: await fetchNotifications(questionIn(query, view?.round.id)) }
  })
  if (value === undefined && error !== undefined && !loading) return <ErrorPage error={error} retry={reload} />
  return (
    <section>
      <h1>{say(title)}</h1>
      <MailTabs />
      {value === undefined ? (
        <Loading />
      ) : (
        <>
          <LedgerFilters view={value.view} counts={value.first.counts} isWide={isWide} />
          <Mails key={key} loaded={value} question={questionIn(query, value.view?.round.id)} isWide={isWide} />
        </>
      )}
    </section>
  )
}

type MailsProps = { readonly loaded: Loaded; readonly question: LedgerQuestion; readonly isWide: boolean }

function Mails({ loaded, question, isWide }: MailsProps) {
  const [more, setMore] = useState<readonly Notification[]>([])
  const [next, setNext] = useState(loaded.first.next)
  const [failure, setFailure] = useState<unknown>()
  const all = [...loaded.first.notifications, ...more]
  const filtered = [question.agency, question.person, question.kind, question.outcome].some((part) => part)
  if (all.length === 0) return <p>{say(filtered ? words.none : words.noneYet)}</p>
  const loadMore = async () => {
    try {
      const page = await fetchNotifications({ ...question, after: next ?? undefined })
      setMore((old) => [...old, ...page.notifications])
      setNext(page.next)
      setFailure(undefined)
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <>
      <ol class="mail-list">
        {all.map((mail) => (
          <li key={mail.nid}>
            <MailLine mail={mail} isWide={isWide} />
          </li>
        ))}
      </ol>
      {failure !== undefined && <p class="panel bad">{sayFailure(failure)}</p>}
      {next !== null && (
        <button type="button" class="button" onClick={() => void loadMore()}>
          {say(words.more)}
        </button>
      )}
    </>
  )
}

function MailLine({ mail, isWide }: { mail: Notification; isWide: boolean }) {
  const { nid, kind, slot, outcome, recipient, subject, reason, sentAt, dueAt } = mail
  // A mail that was not written has no subject, but a reason.
  const said = subject ?? (reason === undefined ? undefined : say(reasonWords(reason)))
  const at = sentAt ?? dueAt
  return (
    <a class="mail-line" href={`/surat/${nid}`}>
      <span class="mail-when">
        {longDate(at, zone.value)} {clockTime(at, zone.value)} {zone.value.zoneName}
      </span>
      <span class="mail-what">
        <strong>{say(slot.startsWith('hand.') ? byHandWords : kindWords[kind])}</strong>
        {said !== undefined && <small>{said}</small>}
      </span>
      {isWide && (
        <span class="mail-whom">
          {recipient.name}
          {recipient.email !== undefined && <small>{recipient.email}</small>}
        </span>
      )}
      <span class="mail-outcome">
        <span class={`tag ${outcomeTone(outcome)}`}>{say(outcomeWords[outcome])}</span>
      </span>
    </a>
  )
}
