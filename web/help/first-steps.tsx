/**
 * Three steps for whoever signs in for the first time in a role, on the start page only, so that nobody who follows the link of a mail is
 * kept from what it is about. This browser remembers that they were seen, by the role and nothing else.
 */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { me } from '../session/session.ts'
import { firstStepsFor, firstStepsWording as words } from '../wording/first-steps.ts'
import { say } from '../wording/language.ts'
import { remember } from './seen-steps.ts'

export function FirstSteps() {
  const [seen, setSeen] = useState(false)
  const { url } = useLocation()
  const role = me.value?.role
  // The address may have gone on while this was fetched.
  if (role === undefined || seen || url !== (role === 'operator' || role === 'verifier' ? '/tugas' : '/rekap'))
    return null
  const done = () => {
    remember(role)
    setSeen(true)
  }
  return (
    <aside class="notice" aria-labelledby="first-steps">
      <div class="width">
        <h2 id="first-steps">{say(words.title)}</h2>
        <ol>
          {firstStepsFor(role).map((step) => (
            <li key={step.id}>{say(step)}</li>
          ))}
        </ol>
        <button type="button" class="button small" onClick={done}>
          {say(words.done)}
        </button>
      </div>
    </aside>
  )
}
