/** What a page of a round shows in a region that has none yet: to a coordinator the way to the guide, to others what they wait for. */
import type { Wording } from '../../functions/schema/wording.ts'
import { me } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { noRoundWording as words } from '../wording/no-round.ts'

/** `title` of the page that it stands for. */
export function NoRound({ title }: { readonly title: Wording }) {
  const coordinator = me.value?.role === 'coordinator'
  return (
    <section>
      <h1>{say(title)}</h1>
      <div class="card narrow">
        <h2>{say(words.none)}</h2>
        <p>{say(coordinator ? words.begin : words.wait)}</p>
        {coordinator && (
          <p>
            <a class="button main" href="/pengaturan/persiapan">
              {say(words.guide)}
            </a>
          </p>
        )}
      </div>
    </section>
  )
}
