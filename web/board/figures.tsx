/** The round's counts: what is expected, what has come, what of it was in time and accepted. Forms, not agencies. */
import type { BoardCounts } from '../api/board.ts'
import { boardWording as words } from '../wording/board.ts'
import { say } from '../wording/language.ts'

const shown = ['expected', 'submitted', 'onTime', 'late', 'returned', 'accepted'] as const

export function Figures({ counts }: { counts: BoardCounts }) {
  return (
    <>
      <dl class="figures" aria-label={say(words.figures)}>
        {shown.map((name) => (
          <div key={name} title={name === 'late' ? say(words.lateHint) : undefined}>
            <dt>{say(words[name])}</dt>
            <dd>{counts[name]}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{say(words.caution)}</p>
    </>
  )
}
