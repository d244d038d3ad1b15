/** Who cannot sign in calls somebody. Without an answer from the server nothing is shown. */
import { fetchHelp, type HelpLine } from '../api/help.ts'
import { useResource } from '../api/resource.ts'
import { say } from '../wording/language.ts'
import { signInWording as words } from '../wording/sign-in.ts'

/** More regions than these are folded up: most people look for their own. */
const shownAtOnce = 3

export function HelpLines() {
  const { value = [] } = useResource('help', fetchHelp)
  const known = value.filter(({ helpPhone, replyTo }) => helpPhone !== '' || replyTo !== '')
  if (known.length === 0) return null
  const list = (
    <ul>
      {known.map((line) => (
        <li key={line.region}>
          <Line {...line} />
        </li>
      ))}
    </ul>
  )
  return (
    <div class="hint">
      {known.length > shownAtOnce ? (
        <details>
          <summary>{say(words.cannot)}</summary>
          {list}
        </details>
      ) : (
        <>
          <p>{say(words.cannot)}</p>
          {list}
        </>
      )}
    </div>
  )
}

function Line({ name, helpPhone, replyTo }: HelpLine) {
  return (
    <>
      {say(name)}: <a href={`tel:${helpPhone.replaceAll(/[^+\d]/g, '')}`}>{helpPhone}</a>,{' '}
      <a href={`mailto:${replyTo}`}>{replyTo}</a>
    </>
  )
}
