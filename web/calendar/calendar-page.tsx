/** Where a person finds the address of the own agencies' calendar, and how a calendar program takes it. */
import { useLocation } from 'preact-iso'
import { fetchCalendarFeeds } from '../api/calendar-feeds.ts'
import { useResource } from '../api/resource.ts'
import { loadShownRound } from '../mail/load-round.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { shownRound } from '../shell/shown-round.ts'
import { howTos, calendarWording as words } from '../wording/calendar.ts'
import { say } from '../wording/language.ts'
import { FeedCard } from './feed-card.tsx'

export function CalendarPage() {
  const asked = useLocation().query.putaran
  usePageTitle(say(words.title))
  const { value, error, loading, reload } = useResource(`calendar-feeds|${asked ?? ''}`, async () => {
    const [feeds] = await Promise.all([fetchCalendarFeeds(), loadShownRound(asked ?? shownRound.peek()?.id)])
    return feeds
  })
  if (value === undefined && loading) return <Loading />
  if (value === undefined) return <ErrorPage error={error} retry={reload} />
  return (
    <section>
      <h1>{say(words.title)}</h1>
      <p>{say(words.intro)}</p>
      {value.length === 0 && <p>{say(words.none)}</p>}
      {value.map((feed) => (
        <FeedCard key={feed.agencyId} feed={feed} onRenewed={reload} />
      ))}
      <h2>{say(words.howTo)}</h2>
      {howTos.map(({ name, steps }) => (
        <details key={name.id} class="card">
          <summary>
            <strong>{say(name)}</strong>
          </summary>
          <ol>
            {steps.map((step) => (
              <li key={step.id}>{say(step)}</li>
            ))}
          </ol>
        </details>
      ))}
    </section>
  )
}
