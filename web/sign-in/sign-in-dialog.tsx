/** Signing in again without leaving the page: the session ended while somebody was typing. */
import { useEffect, useRef } from 'preact/hooks'
import { beginSession, me } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { signInWording as words } from '../wording/sign-in.ts'
import { SignInForm } from './sign-in-form.tsx'

export function SignInDialog() {
  const place = useRef<HTMLDialogElement>(null)
  useEffect(() => place.current?.showModal(), [])
  return (
    <dialog ref={place} aria-labelledby="sign-in-again" onCancel={(event) => event.preventDefault()}>
      <h2 id="sign-in-again">{say(words.dialogTitle)}</h2>
      <p>{say(words.dialogIntro)}</p>
      <SignInForm {...(me.value === undefined ? {} : { email: me.value.email })} onSignedIn={beginSession} />
    </dialog>
  )
}
