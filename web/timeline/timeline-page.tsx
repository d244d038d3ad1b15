/** What happened in a round, day by day, newest first. Agency, kind and day stand in the address, so that digests lead here. */
import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useResource } from '../api/resource.ts'
import type { RoundView } from '../api/rounds.ts'
import { fetchTimeline, type Timeline, type TimelineEntry } from '../api/timeline.ts'
import { NoRound } from '../controls/no-round.tsx'
import { MorePages, usePages } from '../controls/pages.tsx'
import { Choice } from '../mail/choice.tsx'
import { loadShownRound } from '../mail/load-round.ts'
import { groupsOf } from '../mail/mail-days.tsx'
import { me, zone } from '../session/session.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { language, say } from '../wording/language.ts'
import { byHandWords, kindWords } from '../wording/mail.ts'
import { mailCount, mailWording } from '../wording/mail-desk.ts'
import { clockTime, localDateAt, longDate } from '../wording/moments.ts'
import { timelineKindWords, timelineWording as words } from '../wording/timeline.ts'
import '../mail/mail.css'

type Kind = keyof typeof timelineKindWords

export function TimelinePage() {
  const { query, route } = useLocation()
  usePageTitle(say(words.title))
  const { putaran, perangkat, jenis } = query
  const key = JSON.stringify([putaran, perangkat, jenis, language.value])
  const { value, error, loading, reload } = useResource(`timeline|${key}`, async () => {
    const view = await loadShownRound(putaran)
    if (view === undefined) return undefined
    return { view, first: await fetchTimeline(view.round.id, { agency: perangkat, kind: jenis }) }
  })
  if (value === undefined && loading) return <Loading />
  if (value === undefined && error !== undefined) return <ErrorPage error={error} retry={reload} />
  if (value === undefined) return <NoRound title={words.title} />
  const { view, first } = value
  const go = (change: Record<string, string>) => {
    const parts = Object.entries({ ...query, ...change }).filter(([, each]) => each !== '')
    route(`/rekap/linimasa?${new URLSearchParams(parts)}`)
  }
  const kinds = (Object.keys(timelineKindWords) as Kind[]).filter(
    (kind) => kind !== 'call' || me.value?.role === 'coordinator',
  )
  return (
    <section>
      <h1>{say(words.title)}</h1>
      <p>{say(view.round.title)}</p>
      <form
        class="ledger-filters no-print"
        aria-label={say(mailWording.filters)}
        onSubmit={(event) => event.preventDefault()}
      >
        <Choice
          id="perangkat"
          label={say(mailWording.agency)}
          value={perangkat}
          options={view.agencies.map(({ id, name }) => ({ value: id, label: say(name) }))}
          onChoose={(agency) => go({ perangkat: agency })}
        />
        <Choice
          id="jenis"
          label={say(words.kind)}
          value={jenis}
          options={kinds.map((kind) => ({ value: kind, label: say(timelineKindWords[kind]) }))}
          onChoose={(kind) => go({ jenis: kind })}
        />
      </form>
      <Days key={key} view={view} first={first} question={{ agency: perangkat, kind: jenis }} />
    </section>
  )
}

type DaysProps = {
  readonly view: RoundView
  readonly first: Timeline
  readonly question: { readonly agency: string | undefined; readonly kind: string | undefined }
}

function Days({ view, first, question }: DaysProps) {
  const pages = usePages({ items: first.entries, next: first.next }, async (after) => {
    const { entries: items, next } = await fetchTimeline(view.round.id, { ...question, after })
    return { items, next }
  })
  useEffect(() => {
    // The day that a digest leads to; it is drawn only now.
    if (location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [])
  return (
    <>
      {pages.items.length === 0 && <p>{say(words.none)}</p>}
      {groupsOf(pages.items, ({ at }) => localDateAt(at, zone.value)).map(({ name, all: entries }) => (
        <section key={name} id={name}>
          <h2>{longDate(entries[0]?.at ?? name, zone.value)}</h2>
          <ul>
            {entries.map((entry) => (
              <li key={entry.id}>
                {clockTime(entry.at, zone.value)} <span class="tag">{say(timelineKindWords[entry.kind])}</span>{' '}
                <Told entry={entry} round={view.round.id} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <MorePages pages={pages} />
    </>
  )
}

function Told({ entry, round }: { readonly entry: TimelineEntry; readonly round: string }) {
  const { kind, text, agencyIds, formId, mail } = entry
  if (mail !== undefined) {
    return (
      <a href={`/surat?putaran=${encodeURIComponent(round)}&jenis=${mail.kind}`}>
        {say(mail.byHand ? byHandWords : kindWords[mail.kind])}, {say(mailCount(mail.count))}
      </a>
    )
  }
  const agency = agencyIds?.[0]
  if ((kind !== 'submission' && kind !== 'decision') || agency === undefined || formId === null) return <>{text}</>
  return <a href={`/putaran/${round}/${agency}/${formId}/kiriman`}>{text}</a>
}
