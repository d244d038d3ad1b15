/**
 * Local mode's bar: what time the rehearsal has, and how to move it. After a move everything shown is loaded again, since
 * deadlines may have passed and mails gone out on the way. It must never be mistaken for a real round.
 */
import { useState } from 'preact/hooks'
import { moveRehearsalClock } from '../api/move-clock.ts'
import { Problem, sayFailure } from '../api/problem.ts'
import { refreshAll } from '../api/resource.ts'
import { zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { fullMoment } from '../wording/moments.ts'
import { rehearsalWording } from '../wording/rehearsal.ts'
import { hearRehearsalClock, presentInstant, presentMinute, rehearsal } from './clock.ts'
import { later } from './later.tsx'
import type { MoveToProps } from './rehearsal-move.tsx'
import './rehearsal-bar.css'

const MoveTo = later<MoveToProps>(async () => (await import('./rehearsal-move.tsx')).MoveTo)
const hour = 3_600_000

export function RehearsalBar() {
  const [moving, setMoving] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const [choosing, setChoosing] = useState(false)
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
          <details class="move-to" onToggle={({ currentTarget }) => currentTarget.open && setChoosing(true)}>
            <summary>{say(rehearsalWording.moveTo)}</summary>
            {choosing && <MoveTo moving={moving} move={move} />}
          </details>
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
