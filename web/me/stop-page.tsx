/** Where a digest's "stop" address leads a person. Nothing happens before the click: programs that look at links open it too. */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { stopDigest } from '../api/me.ts'
import { isProblem, sayFailure } from '../api/problem.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { meWording as words } from '../wording/me.ts'

type State = 'asking' | 'stopping' | 'stopped' | { failed: unknown }

export function StopPage() {
  // A token has dots: in the path it would look like a file.
  const token = useLocation().query.kunci ?? ''
  const [state, setState] = useState<State>('asking')
  usePageTitle(say(words.stopTitle))
  const stop = async () => {
    setState('stopping')
    try {
      await stopDigest(token)
      setState('stopped')
    } catch (failed) {
      setState({ failed })
    }
  }
  return (
    <section class="narrow">
      <h1>{say(words.stopTitle)}</h1>
      <div role="status">
        {state === 'stopped' && <p class="panel good">{say(words.stopped)}</p>}
        {typeof state === 'object' && (
          <p class="panel bad">
            {isProblem(state.failed, 'not-found') ? say(words.stopUnknown) : sayFailure(state.failed)}
          </p>
        )}
      </div>
      {state !== 'stopped' && (
        <>
          <p>{say(words.stopAsk)}</p>
          <p>
            <button type="button" class="button main" disabled={state === 'stopping'} onClick={() => void stop()}>
              {say(words.stop)}
            </button>
          </p>
        </>
      )}
      <p>
        <a href="/saya">{say(words.title)}</a>
      </p>
    </section>
  )
}
