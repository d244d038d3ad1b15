/**
 * Signing in again without leaving the page: the session ended while somebody was typing, or an act needs a fresh code. The
 * second can be dropped; what was typed stays, and once a code is entered the act is carried out by itself. It waits until
 * nobody types, takes no key of theirs, and gives the focus back to the cell it came from.
 */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { beginSession, dropStepUp, isStepUp, me, signInNeeded } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { signInWording as words } from '../wording/sign-in.ts'
import { onceStill, rememberFocus } from './keep-focus.ts'
import { SignInForm } from './sign-in-form.tsx'

const isFresh = () => {
  const refused = signInNeeded.peek()
  return refused !== undefined && isStepUp(refused)
}

export function SignInDialog() {
  const place = useRef<HTMLDialogElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const giveBack = useRef<() => void>(() => undefined)
  useEffect(
    () =>
      onceStill(() => {
        giveBack.current = rememberFocus()
        place.current?.showModal()
        // Not the e-mail box: the next key may still be meant for the form.
        title.current?.focus()
        // Whoever sits here now sees nothing of the person before.
        if (!isFresh()) document.documentElement.classList.add('locked')
      }),
    [],
  )
  useLayoutEffect(
    () => () => {
      const back = giveBack.current
      document.documentElement.classList.remove('locked')
      // The dialog is gone then.
      setTimeout(back, 0)
    },
    [],
  )
  const refused = signInNeeded.value
  const fresh = refused !== undefined && isStepUp(refused)
  return (
    <dialog
      ref={place}
      aria-labelledby="sign-in-again"
      onCancel={(event) => fresh || event.preventDefault()}
      onClose={dropStepUp}
    >
      <h2 ref={title} id="sign-in-again" tabIndex={-1}>
        {say(fresh ? words.freshTitle : words.dialogTitle)}
      </h2>
      <p>{say(fresh ? words.freshIntro : words.dialogIntro)}</p>
      <SignInForm
        {...(me.value === undefined ? {} : { email: me.value.email, region: me.value.region })}
        onSignedIn={beginSession}
      />
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
