/** On the page of rounds: the button that copies one into rehearsal, and the rehearsals there are. */

import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { sayFailure } from '../api/problem.ts'
import { createRehearsal, fetchRehearsals, putRehearsalAway, type RehearsalSummary } from '../api/rehearsals.ts'
import { useResource } from '../api/resource.ts'
import { zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { fullMoment } from '../wording/moments.ts'
import { rehearsalRoundWording as words } from '../wording/rehearsal-round.ts'

export function CopyIntoRehearsal({ round }: { readonly round: string }) {
  const { route } = useLocation()
  const [copying, setCopying] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  async function copy() {
    setCopying(true)
    setFailure(undefined)
    try {
      route(`/latihan/${(await createRehearsal(round)).id}`)
    } catch (error) {
      setFailure(error)
      setCopying(false)
    }
  }
  return (
    <>
      <p>
        <button type="button" class="button" disabled={copying} onClick={() => void copy()}>
          {say(copying ? words.creating : words.create)}
        </button>
      </p>
      <p class="hint">{say(words.createHint)}</p>
      {failure !== undefined && (
        <p class="error-text" role="alert">
          {sayFailure(failure)}
        </p>
      )}
    </>
  )
}

/** Nothing where there is none. Those put away are folded. */
export function Rehearsals() {
  const { value, reload } = useResource('settings|rehearsals', fetchRehearsals)
  if (value === undefined || value.length === 0) return null
  const away = value.filter((each) => each.away)
  return (
    <>
      <h2>{say(words.listTitle)}</h2>
      <List rehearsals={value.filter((each) => !each.away)} reload={reload} />
      {away.length > 0 && (
        <details>
          <summary>
            {say(words.putAway)} ({away.length})
          </summary>
          <List rehearsals={away} reload={reload} />
        </details>
      )}
    </>
  )
}

function List({ rehearsals, reload }: { rehearsals: readonly RehearsalSummary[]; reload: () => void }) {
  const [failure, setFailure] = useState<unknown>()
  const put = (id: string, away: boolean) => {
    setFailure(undefined)
    putRehearsalAway(id, away).then(reload, setFailure)
  }
  return (
    <>
      <ul>
        {rehearsals.map(({ id, title, clock, away }) => (
          <li key={id}>
            <a href={`/latihan/${id}`}>{say(title)}</a> ({id}). {say(words.clock)}: {fullMoment(clock.now, zone.value)}{' '}
            <button
              type="button"
              class="link"
              aria-label={`${say(away ? words.bring : words.put)}: ${id}`}
              onClick={() => put(id, !away)}
            >
              {say(away ? words.bring : words.put)}
            </button>
          </li>
        ))}
      </ul>
      {failure !== undefined && (
        <p class="error-text" role="alert">
          {sayFailure(failure)}
        </p>
      )}
    </>
  )
}
