/** What is kept about persons, who reads it, how long, and whom to ask: for everybody, also before signing in. */
import { fetchHelp } from '../api/help.ts'
import { useResource } from '../api/resource.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { privacyParts, privacyWording as words } from '../wording/privacy.ts'

export function PrivacyPage() {
  usePageTitle(say(words.title))
  const { value = [] } = useResource('help', fetchHelp)
  return (
    <section>
      <h1>{say(words.title)}</h1>
      <p>{say(words.intro)}</p>
      {privacyParts.map(({ heading, lines }) => (
        <>
          <h2>{say(heading)}</h2>
          <ul>
            {lines.map((line) => (
              <li key={line.id}>{say(line)}</li>
            ))}
          </ul>
        </>
      ))}
      <h2>{say(words.ask)}</h2>
      <p>{say(words.askIntro)}</p>
      <ul>
        {value.map(({ region, name, replyTo, helpPhone, retentionYears }) => (
          <li key={region}>
            <strong>{say(name)}</strong>: <a href={`mailto:${replyTo}`}>{replyTo}</a>, {helpPhone}; {say(words.years)}{' '}
            {retentionYears}
          </li>
        ))}
      </ul>
    </section>
  )
}
