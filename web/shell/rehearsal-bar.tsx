/**
 * Local mode's bar: what time the rehearsal has, and how to move it. After a move everything shown is loaded again, since
 * deadlines may have passed and mails gone out on the way. It must never be mistaken for a real round.
 */
import { useState } from 'preact/hooks'
import { instantOf } from '../../functions/rules/zone.ts'
import { moveRehearsalClock } from '../api/local-clock.ts'
import { Problem, sayFailure } from '../api/problem.ts'
import { refreshAll } from '../api/resource.ts'
import { DateBox } from '../controls/date-box.tsx'
import { zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { clockTime, fullMoment, localDateAt } from '../wording/moments.ts'
import { rehearsalWording } from '../wording/rehearsal.ts'
import { hearRehearsalClock, presentInstant, presentMinute, rehearsal } from './clock.ts'

const hour = 3_600_000

export function RehearsalBar() {
  const [moving, setMoving] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const clock = rehearsal.value
  if (clock === undefined) return null
  async function move(to: Date) {
    setMoving(true)
    setFailure(undefined)
    try {
      hearRehearsalClock({ ...clock, ...(await moveRehearsalClock(to)) })
      refreshAll()
    } catch (error) {
      setFailure(error)
    }
    setMoving(false)
  }
  const forward = (milliseconds: number) => void move(new Date(presentInstant().getTime() + milliseconds))
  return (
    <aside class="rehearsal" aria-label={say(rehearsalWording.title)}>
      <div class="width rehearsal-line">
        <p>
          <strong class="rehearsal-flag">{say(rehearsalWording.title)}</strong>{' '}
          <span aria-live="polite">
            {say(rehearsalWording.clock)}:{' '}
            <strong>{fullMoment(presentMinute.value, zone.value).replace(' pukul', '')}</strong>
            {moving && ` · ${say(rehearsalWording.moving)}`}
          </span>
        </p>
        <div class="cluster">
          <button type="button" class="button small" disabled={moving} onClick={() => forward(hour)}>
            {say(rehearsalWording.hour)}
          </button>
          <button type="button" class="button small" disabled={moving} onClick={() => forward(24 * hour)}>
            {say(rehearsalWording.day)}
          </button>
          <MoveTo moving={moving} move={move} />
          {clock.inboxUrl !== undefined && (
            <a href={clock.inboxUrl} target="_blank" rel="noreferrer">
              {say(rehearsalWording.inbox)}
            </a>
          )}
        </div>
        {failure !== undefined && (
          <p class="error-text" role="alert">
            {failure instanceof Problem ? say(rehearsalWording.failed) : sayFailure(failure)}
          </p>
        )}
      </div>
    </aside>
  )
}

function MoveTo({ moving, move }: { moving: boolean; move: (to: Date) => Promise<void> }) {
  const present = presentMinute.value
  const suggestion = `${localDateAt(present, zone.value)}T${clockTime(present, zone.value).replace('.', ':')}`
  const [typed, setTyped] = useState<string>()
  return (
    <details class="move-to">
      <summary>{say(rehearsalWording.moveTo)}</summary>
      <form
        class="cluster"
        onSubmit={(event) => {
          event.preventDefault()
          const [date = '', time = ''] = (typed ?? suggestion).split('T')
          if (time !== '') void move(instantOf(date, time, zone.value.zone)).then(() => setTyped(undefined))
        }}
      >
        <label class="unseen" for="pindah-ke">
          {say(rehearsalWording.moveTo)}
        </label>
        <DateBox
          id="pindah-ke"
          label={say(rehearsalWording.moveTo)}
          value={typed ?? suggestion}
          withTime
          silent
          onInput={setTyped}
        />
        <button type="submit" class="button small" disabled={moving}>
          {say(rehearsalWording.move)}
        </button>
      </form>
    </details>
  )
}
