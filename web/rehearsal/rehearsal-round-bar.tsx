/**
 * The bar on every page of a rehearsal round: that nothing of it is real, its own time, and the way to move it. Everything shown is
 * loaded again after a move, since deadlines may have passed on the way. Printed, it becomes a mark on every sheet, so that nobody
 * takes one to a meeting.
 */
import { useEffect, useState } from 'preact/hooks'
import type { ClockStep } from '../../functions/schema/rehearsal.ts'
import { Problem, sayFailure } from '../api/problem.ts'
import { fetchClock, moveClock } from '../api/rehearsals.ts'
import { refreshAll, useResource } from '../api/resource.ts'
import { me, zone } from '../session/session.ts'
import { standingTime } from '../shell/clock.ts'
import { isRehearsalRound } from '../shell/shown-rehearsal.ts'
import { shownRound } from '../shell/shown-round.ts'
import { say } from '../wording/language.ts'
import { fullMoment } from '../wording/moments.ts'
import { rehearsalRoundWording as words } from '../wording/rehearsal-round.ts'
import '../shell/rehearsal-bar.css'
import './rehearsal.css'

/** `round`: its id, or the number of a receipt from one, which has no clock to show. */
export function RehearsalRoundBar({ round }: { readonly round: string }) {
  useEffect(() => () => leave(round), [round])
  return (
    <aside class="rehearsal of-round" aria-label={say(words.flag)} data-mark={say(words.flag)}>
      <div class="width rehearsal-line">
        <p>
          <strong class="rehearsal-flag">{say(words.flag)}</strong> {say(words.bar)}
        </p>
        {me.value !== undefined && isRehearsalRound(round) && (
          <Clock key={round} round={round} coordinator={me.value.role === 'coordinator'} />
        )}
      </div>
    </aside>
  )
}

/** Pages that are about no round keep the last one's name in the head; a rehearsal's must not stay there unmarked. */
function leave(round: string): void {
  standingTime.value = undefined
  if (shownRound.peek()?.id === round) shownRound.value = undefined
}

function isConflict(failure: unknown): boolean {
  return failure instanceof Problem && failure.body.code === 'revision-conflict'
}

function Clock({ round, coordinator }: { readonly round: string; readonly coordinator: boolean }) {
  const { value } = useResource(`rehearsal-clock|${round}`, () => fetchClock(round))
  const [moving, setMoving] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  useEffect(() => {
    standingTime.value = value?.now
  }, [value?.now])
  if (value === undefined) return null
  async function move(step: ClockStep['step'], base: number) {
    setMoving(true)
    setFailure(undefined)
    try {
      await moveClock(round, { step, base })
    } catch (error) {
      setFailure(error)
    }
    setMoving(false)
    refreshAll()
  }
  return (
    <div class="cluster">
      <span aria-live="polite">
        {say(words.clock)}: <strong>{fullMoment(value.now, zone.value)}</strong>
        {moving && ` · ${say(words.moving)}`}
      </span>
      {coordinator &&
        (['hour', 'day'] as const).map((step) => (
          <button
            key={step}
            type="button"
            class="button small"
            disabled={moving}
            onClick={() => void move(step, value.number)}
          >
            {say(words[step])}
          </button>
        ))}
      <a href={`/latihan/${round}`}>{say(words.open)}</a>
      <a href="/">{say(words.leave)}</a>
      {failure !== undefined && (
        <p class="error-text" role="alert">
          {isConflict(failure) ? say(words.movedMeanwhile) : sayFailure(failure)}
        </p>
      )}
    </div>
  )
}
