/** Holds the place of what is coming, so that nothing jumps; speaks to screen readers only. */
import { useLayoutEffect } from 'preact/hooks'
import { say } from '../wording/language.ts'
import { shellWording } from '../wording/shell.ts'
import { held } from './calm.ts'

export function Loading() {
  useLayoutEffect(() => {
    held.value += 1
    return () => {
      held.value -= 1
    }
  }, [])
  return <LoadingLines />
}

/** The look alone, holding nothing up. */
export function LoadingLines() {
  return (
    <div class="loading" role="status">
      <span class="unseen">{say(shellWording.loading)}</span>
      <span class="loading-line long" />
      <span class="loading-line" />
      <span class="loading-line" />
    </div>
  )
}
