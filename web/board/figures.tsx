/**
 * The round's counts: what is expected, and of that what has come, is complete, was in time and is accepted. Forms, not agencies; the
 * whole is always all that is expected, so an extension or an empty form never makes a share look better.
 */
import type { Wording } from '../../functions/schema/wording.ts'
import type { BoardCounts } from '../api/board.ts'
import { ofExpected, boardWording as words } from '../wording/board.ts'
import { say } from '../wording/language.ts'

/** Together they are all that is expected. */
const punctuality = ['onTime', 'inExtension', 'late', 'timeLeft', 'pastDeadline'] as const
const shown = ['expected', 'submitted', 'complete', 'accepted', 'returned', ...punctuality] as const
const hints: Partial<Record<(typeof shown)[number], Wording>> = { late: words.lateHint, complete: words.completeHint }

export function Figures({ counts }: { counts: BoardCounts }) {
  return (
    <>
      <dl class="figures" aria-label={say(words.figures)}>
        {shown.map((name) => (
          <div key={name} title={hints[name] && say(hints[name])}>
            <dt>{say(words[name])}</dt>
            <dd>
              {counts[name]}
              {name !== 'expected' && <small> {say(ofExpected(counts[name], counts.expected))}</small>}
            </dd>
          </div>
        ))}
      </dl>
      <p class="hint">{say(words.caution)}</p>
    </>
  )
}
