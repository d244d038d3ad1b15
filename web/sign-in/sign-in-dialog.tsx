/**
 * Signing in again without leaving the page: the session ended while somebody was typing, or an act needs a fresh code. The
 * second can be dropped; what was typed stays, and once a code is entered the act is carried out by itself.
 */
import { useEffect, useRef } from 'preact/hooks'
import { beginSession, dropStepUp, isStepUp, me, signInNeeded } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { signInWording as words } from '../wording/sign-in.ts'
import { SignInForm } from './sign-in-form.tsx'

export function SignInDialog() {
  const place = useRef<HTMLDialogElement>(null)
  useEffect(() => place.current?.showModal(), [])
  const refused = signInNeeded.value
  const fresh = refused !== undefined && isStepUp(refused)
  return (
    <dialog
      ref={place}
      aria-labelledby="sign-in-again"
      onCancel={(event) => fresh || event.preventDefault()}
      onClose={dropStepUp}
    >
      <h2 id="sign-in-again">{say(fresh ? words.freshTitle : words.dialogTitle)}</h2>
      <p>{say(fresh ? words.freshIntro : words.dialogIntro)}</p>
      <SignInForm {...(me.value === undefined ? {} : { email: me.value.email })} onSignedIn={beginSession} />
      {fresh && (
        <p>
          <button type="button" class="button quiet" onClick={dropStepUp}>
            {say(words.drop)}
          </button>
        </p>
      )}
    </dialog>
  )
}
