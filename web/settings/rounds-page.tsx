/** All rounds of the region, newest first, each with the way to set it up. */
import { useResource } from '../api/resource.ts'
import { fetchRounds } from '../api/rounds.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { longLocalDate } from '../wording/moments.ts'
import { stageWords, roundsWording as words } from '../wording/round-settings.ts'
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
            <a href={`/pengaturan/putaran/${round.id}`}>{say(round.title)}</a>{' '}
            <span class="tag">{say(stageWords[round.stage])}</span>
          </h2>
          <dl class="facts">
            {(['opensOn', 'targetOn', 'closesOn'] as const).map((date) => (
              <div key={date}>
                <dt>{say(words[date])}</dt>
                <dd>{longLocalDate(round[date])}</dd>
              </div>
            ))}
            {round.lastClosesOn !== round.closesOn && (
              <div>
                <dt>{say(words.lastClosesOn)}</dt>
                <dd>{longLocalDate(round.lastClosesOn)}</dd>
              </div>
            )}
          </dl>
          <p class="cluster round-links">
            <a class="button small" href={`/pengaturan/putaran/${round.id}`}>
              {say(words.edit)}
            </a>
            <a class="button small" href={`/rekap?putaran=${round.id}`}>
              {say(words.board)}
            </a>
            <a class="button small" href={`/surat/rencana?putaran=${round.id}`}>
              {say(words.mailPlan)}
            </a>
            {round.stage !== 'upcoming' && round.stage !== 'draft' && (
              <a class="button small" href={`/rekap/jendela?putaran=${round.id}`}>
                {say(words.toWindows)}
              </a>
            )}
          </p>
          <CopyIntoRehearsal round={round.id} />
        </article>
      ))}
      <Rehearsals />
    </section>
  )
}
