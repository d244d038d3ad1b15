/** All rounds of the region, newest first, each with the way to set it up. */
import { useResource } from '../api/resource.ts'
import { fetchRounds } from '../api/rounds.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { longLocalDate } from '../wording/moments.ts'
import { roundsWording as words } from '../wording/settings.ts'
import { CopyIntoRehearsal, Rehearsals } from './rehearsal-copies.tsx'
import { BackToSettings } from './settings-page.tsx'

export function RoundsPage() {
  usePageTitle(say(words.title))
  const { value, error, reload } = useResource('settings|rounds', fetchRounds)
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  return (
    <section>
      <BackToSettings />
      <h1>{say(words.title)}</h1>
      <p>
        <a class="button main" href="/putaran-baru">
          {say(words.create)}
        </a>
      </p>
      {value.map((round) => (
        <article key={round.id} class="card">
          <h2>
            <a href={`/pengaturan/putaran/${round.id}`}>{say(round.title)}</a>
          </h2>
          <dl class="facts">
            {(['opensOn', 'targetOn', 'closesOn'] as const).map((date) => (
              <div key={date}>
                <dt>{say(words[date])}</dt>
                <dd>{longLocalDate(round[date])}</dd>
              </div>
            ))}
          </dl>
          <CopyIntoRehearsal round={round.id} />
        </article>
      ))}
      <Rehearsals />
    </section>
  )
}
