/** What one cell of the board says, the same in the table and on a phone's card, leading to what was submitted. */
import type { Assignment } from '../../functions/schema/round.ts'
import { findingCount, shortCompleteness } from '../wording/board.ts'
import { say } from '../wording/language.ts'
import { punctualityWords, statusWords, workWording } from '../wording/work.ts'

/** `of` names agency and form for those who hear the link alone. */
export function CellWords({ cell, round, of }: { cell: Assignment; round: string; of: string }) {
  const { status, nil, completeness, findings, punctuality } = cell
  const found = findings.blocking + findings.warning + findings.info
  const sent = status === 'submitted' || status === 'accepted'
  return (
    <a class="cell-link" href={`/putaran/${round}/${cell.agencyId}/${cell.formId}/kiriman`}>
      <span class="unseen">{of}: </span>
      <span class={`tag ${status}`}>{say(statusWords[status])}</span>{' '}
      <span class="cell-share">
        {nil ? say(workWording.nil) : shortCompleteness(completeness.answered, completeness.expected)}
      </span>{' '}
      {(sent || punctuality === 'past-deadline') && (
        <span class={punctuality === 'on-time' ? 'cell-note' : 'cell-note late'}>
          {say(punctualityWords[punctuality])}
        </span>
      )}{' '}
      {found > 0 && <span class="cell-note">{say(findingCount(found))}</span>}
    </a>
  )
}
