/** People whom mail does not reach: whom to call instead, and the corrected address. */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { fetchUnreachable } from '../api/mails.ts'
import { useResource } from '../api/resource.ts'
import { me } from '../session/session.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { mailWording, unreachableWording as words } from '../wording/mail-desk.ts'
import { loadShownRound } from './load-round.ts'
import { MailTabs } from './mail-tabs.tsx'
import { UnreachableCard } from './unreachable-card.tsx'
import './mail.css'

export function UnreachablePage() {
  const asked = useLocation().query.putaran
  usePageTitle(say(mailWording.unreachable))
  const [repaired, setRepaired] = useState<{ id: string; name: string }>()
  const { value, error, loading, reload } = useResource(`unreachable|${asked ?? ''}`, async () => {
    const [people] = await Promise.all([fetchUnreachable(), loadShownRound(asked)])
    return people
  })
  if (value === undefined && loading) return <Loading />
  if (value === undefined) return <ErrorPage error={error} retry={reload} />
  const mayRepair = me.value?.role === 'coordinator'
  return (
    <section>
      <h1>{say(mailWording.unreachable)}</h1>
      <MailTabs />
      {repaired !== undefined && (
        <div class="panel good" role="status">
          <p>
            <strong>
              {say(words.repaired)} {repaired.name}.
            </strong>
          </p>
          <p>
            <a class="button" href={`/surat?orang=${encodeURIComponent(repaired.id)}`}>
              {say(words.next)}
            </a>
          </p>
        </div>
      )}
      {value.length === 0 ? <p>{say(words.none)}</p> : <p>{say(words.intro)}</p>}
      {mayRepair && value.length > 0 && <p class="hint">{say(words.fresh)}</p>}
      {value.map((each) => (
        <UnreachableCard
          key={each.person.id}
          unreachable={each}
          mayRepair={mayRepair}
          onRepaired={() => {
            setRepaired({ id: each.person.id, name: each.person.name })
            reload()
          }}
        />
      ))}
    </section>
  )
}
