/** Holds the place of what is coming, so that nothing jumps; speaks to screen readers only. */
import { say } from '../wording/language.ts'
import { shellWording } from '../wording/shell.ts'

export function Loading() {
  return (
    <div class="loading" role="status">
      <span class="unseen">{say(shellWording.loading)}</span>
      <span class="loading-line long" />
      <span class="loading-line" />
      <span class="loading-line" />
    </div>
  )
}
