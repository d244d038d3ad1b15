/** On the coordinator's first page: that submissions wait for a decision. The next thing to do, after requests for more time. */
import type { Board } from '../api/board.ts'
import { daysSince } from '../review/days-since.ts'
import { queueOf } from '../review/queue-model.ts'
import { waitingReviews } from '../wording/board.ts'
import { say } from '../wording/language.ts'

export function WaitingReviews({ board, round }: { readonly board: Board; readonly round: string }) {
  const queue = queueOf(board)
  if (queue.length === 0) return null
  const days = Math.max(0, ...queue.map(({ submittedAt }) => (submittedAt === null ? 0 : daysSince(submittedAt))))
  return (
    <li>
      <a href={`/reviu?putaran=${encodeURIComponent(round)}`}>{say(waitingReviews(queue.length, days))}</a>
    </li>
  )
}
