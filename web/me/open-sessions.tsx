/** Where one is signed in. Somebody who left the office computer open ends that from the phone. */
import { useState } from 'preact/hooks'
import type { OpenSession } from '../../functions/schema/me.ts'
import { endOtherSessions, endSession, fetchSessions } from '../api/me.ts'
import { sayFailure } from '../api/problem.ts'
import { useResource } from '../api/resource.ts'
import { zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { meWording as words } from '../wording/me.ts'
import { fullMoment } from '../wording/moments.ts'
import './me.css'

export function OpenSessions() {
  const { value, error, reload } = useResource('sesi', fetchSessions)
  const [state, setState] = useState<'idle' | 'busy' | 'done' | { failed: unknown }>('idle')
  const end = async (send: () => Promise<void>) => {
    setState('busy')
    try {
      await send()
      setState('done')
    } catch (failed) {
      setState({ failed })
    }
    reload()
  }
  return (
    <section class="card" aria-labelledby="sesi-judul">
      <h2 id="sesi-judul">{say(words.sessions)}</h2>
      <p>{say(words.sessionsIntro)}</p>
      {error !== undefined && <p class="panel bad">{sayFailure(error)}</p>}
      <ul class="sessions">
        {value?.map((session) => (
          <li key={session.id}>
            <Browser session={session} busy={state === 'busy'} onEnd={() => void end(() => endSession(session.id))} />
          </li>
        ))}
      </ul>
      <div role="status">
        {state === 'done' && <p class="panel good">{say(words.sessionEnded)}</p>}
        {typeof state === 'object' && <p class="panel bad">{sayFailure(state.failed)}</p>}
      </div>
      {(value?.length ?? 0) > 1 && (
        <button type="button" class="button" disabled={state === 'busy'} onClick={() => void end(endOtherSessions)}>
          {say(words.endOthers)}
        </button>
      )}
    </section>
  )
}

type BrowserProps = { session: OpenSession; busy: boolean; onEnd: () => void }

function Browser({ session, busy, onEnd }: BrowserProps) {
  const since = fullMoment(session.startedAt, zone.value)
  return (
    <>
      <p>
        {say(words.signedInAt)}: <strong>{since}</strong>
        {session.current && <span class="tag">{say(words.thisBrowser)}</span>}
        <br />
        <span class="hint">
          {say(words.lastUsed)}: {fullMoment(session.seenAt, zone.value)}
        </span>
      </p>
      {!session.current && (
        <button
          type="button"
          class="link"
          disabled={busy}
          aria-label={`${say(words.endSession)}: ${say(words.signedInAt)} ${since}`}
          onClick={onEnd}
        >
          {say(words.endSession)}
        </button>
      )}
    </>
  )
}
