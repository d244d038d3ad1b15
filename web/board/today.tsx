/** What is asked of the coordinator today: decisions on time and on submissions, and whom to call. */
import type { Board } from '../api/board.ts'
import { CallLine } from '../calls/call-line.tsx'
import { WaitingRequests } from '../extension/waiting-requests.tsx'
import { boardWording as words } from '../wording/board.ts'
import { say } from '../wording/language.ts'
import { WaitingReviews } from './waiting-reviews.tsx'

export function Today({ board, round }: { readonly board: Board; readonly round: string }) {
  return (
    <section class="panel today no-print" aria-labelledby="hari-ini">
      <h2 id="hari-ini">{say(words.today)}</h2>
      <ul>
        <WaitingRequests round={round} />
        <WaitingReviews board={board} round={round} />
        <CallLine round={round} />
      </ul>
    </section>
  )
}
