/** When the digest comes, and whether. What was chosen stays in the form when saving fails. */
import { useState } from 'preact/hooks'
import { digestHours } from '../../functions/schema/digest-defaults.ts'
import type { DigestWish } from '../../functions/schema/me.ts'
import { saveDigestWish } from '../api/me.ts'
import { sayFailure } from '../api/problem.ts'
import { CheckBox } from '../controls/check-box.tsx'
import { session } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { hourWords, meWording as words } from '../wording/me.ts'

type State = 'idle' | 'saving' | 'saved' | { failed: unknown }

export function DigestForm({ wish: first }: { wish: DigestWish }) {
  const [wish, setWish] = useState(first)
  const [state, setState] = useState<State>('idle')
  const change = (part: Partial<DigestWish>) => {
    setWish({ ...wish, ...part })
    setState('idle')
  }
  const save = async () => {
    setState('saving')
    try {
      session.value = { state: 'signed-in', me: await saveDigestWish(wish) }
      setState('saved')
    } catch (failed) {
      setState({ failed })
    }
  }
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h2>{say(words.digest)}</h2>
      <p>{say(words.digestIntro)}</p>
      <div class="field">
        <label class="label" for="digest-hour">
          {say(words.hour)}
        </label>
        <p class="hint" id="digest-hour-hint">
          {say(words.hourHint)}
        </p>
        <select
          id="digest-hour"
          aria-describedby="digest-hour-hint"
          value={wish.hour ?? ''}
          disabled={wish.off}
          onChange={(event) => change({ hour: digestHours.find((hour) => hour === event.currentTarget.value) ?? null })}
        >
          <option value="">{say(words.roundHour)}</option>
          {digestHours.map((hour) => (
            <option key={hour} value={hour}>
              {say(hourWords(hour))}
            </option>
          ))}
        </select>
      </div>
      <CheckBox checked={wish.onlyNews} disabled={wish.off} onChange={(onlyNews) => change({ onlyNews })}>
        {say(words.onlyNews)}
      </CheckBox>
      <CheckBox checked={wish.off} onChange={(off) => change({ off })}>
        {say(words.off)}
      </CheckBox>
      <div role="status">
        {state === 'saved' && <p class="panel good">{say(words.saved)}</p>}
        {typeof state === 'object' && <p class="panel bad">{sayFailure(state.failed)}</p>}
      </div>
      <button type="submit" class="button main" disabled={state === 'saving'}>
        {say(words.save)}
      </button>
    </form>
  )
}
