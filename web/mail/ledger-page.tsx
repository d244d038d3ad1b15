/**
 * The mails that went, or did not: newest first. The coordinator and viewers see those of the whole round, with filters that stand
 * in the address; everybody else those to themselves.
 */
import { useLocation } from 'preact-iso'
import { fetchBatches, fetchNotifications, type LedgerQuestion } from '../api/mails.ts'
import { useResource } from '../api/resource.ts'
import type { RoundView } from '../api/rounds.ts'
import { me } from '../session/session.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { mailWording as words } from '../wording/mail-desk.ts'
import { Batches } from './ledger-batches.tsx'
import { LedgerFilters } from './ledger-filters.tsx'
import { Mails } from './ledger-mails.tsx'
import { loadShownRound } from './load-round.ts'
import { MailTabs } from './mail-tabs.tsx'
import './mail.css'

type Loaded = { readonly view: RoundView | undefined } & (
  | { readonly mails: Awaited<ReturnType<typeof fetchNotifications>> }
  | { readonly batches: Awaited<ReturnType<typeof fetchBatches>> }
)

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
    const question = questionIn(query, view?.round.id)
    if (isWide) return { view, batches: await fetchBatches(question) }
    return { view, mails: await fetchNotifications(question) }
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
          <LedgerFilters
            view={value.view}
            counts={('mails' in value ? value.mails : value.batches).counts}
            isWide={isWide}
          />
          {'mails' in value ? (
            <Mails key={key} first={value.mails} question={questionIn(query, value.view?.round.id)} isWide={isWide} />
          ) : (
            <Batches key={key} first={value.batches} question={questionIn(query, value.view?.round.id)} />
          )}
        </>
      )}
    </section>
  )
}
