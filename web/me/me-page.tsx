/** Who one is here, and how one is written to. Only digests are a choice; deadlines of one's own work are not. */
import { me } from '../session/session.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { meWording as words } from '../wording/me.ts'
import { DigestForm } from './digest-form.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { OpenSessions } from './open-sessions.tsx'

export function MePage() {
  usePageTitle(say(words.title))
  const person = me.value
  if (person === undefined) return null
  return (
    <section class="narrow">
      <h1>{say(words.title)}</h1>
      <dl class="facts">
        <div>
          <dt>{say(words.name)}</dt>
          <dd>{person.name}</dd>
        </div>
        <div>
          <dt>{say(words.office)}</dt>
          <dd>{person.title}</dd>
        </div>
        <div>
          <dt>{say(words.email)}</dt>
          <dd>{person.email}</dd>
        </div>
      </dl>
      <p class="hint">{say(words.change)}</p>
      <LanguageChoice />
      {person.digest === undefined ? <p>{say(words.deadlines)}</p> : <DigestForm wish={person.digest} />}
      <OpenSessions />
    </section>
  )
}
