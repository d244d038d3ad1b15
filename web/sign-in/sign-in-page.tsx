/** The page for signing in. Whoever was on the way to another page is led there afterwards. */

import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { beginSession, session } from '../session/session.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { signInWording as words } from '../wording/sign-in.ts'
import { HelpLines } from './help-lines.tsx'
import { SignInForm } from './sign-in-form.tsx'

export function SignInPage() {
  const { route, query } = useLocation()
  usePageTitle(say(words.title))
  const signedIn = session.value.state === 'signed-in'
  useEffect(() => {
    if (signedIn) route(safeTarget(query.menuju), true)
  }, [signedIn])
  return (
    <section class="narrow sign-in">
      <div class="card">
        <h1>{say(words.title)}</h1>
        <p>{say(words.intro)}</p>
        <SignInForm onSignedIn={beginSession} />
      </div>
      <HelpLines />
    </section>
  )
}

/** Only paths of this site: an address from outside must not decide where a signed-in person lands. */
function safeTarget(target: string | undefined): string {
  return target !== undefined && /^\/(?![/\\])/.test(target) ? target : '/'
}
