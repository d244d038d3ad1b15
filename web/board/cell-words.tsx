/** What one cell of the board says, the same in the table and on a phone's card, leading to what was submitted. */
import { percentOf } from '../../functions/rules/completeness.ts'
import type { Assignment } from '../../functions/schema/round.ts'
import { findingCount, shortCompleteness } from '../wording/board.ts'
import { say } from '../wording/language.ts'
import { punctualityWords, statusWords, workWording } from '../wording/work.ts'

/** How dark a cell is: what was accepted most, then what was sent, then a draft by its answers. Told by words as well. */
export function heatOf({ status, completeness, punctuality }: Assignment): string {
  const late = punctuality === 'past-deadline' || punctuality === 'late' ? ' heat-late' : ''
  if (status === 'accepted' || status === 'submitted' || status === 'returned') return `heat-${status}${late}`
  const { answered, expected } = completeness
  const quarter = expected === 0 ? 0 : Math.floor(percentOf({ answered, expected }) / 25)
  return `heat-${answered === 0 ? 'none' : Math.min(3, quarter)}${late}`
}

/** `of` names agency and form for those who hear the link alone. */
export function CellWords({ cell, round, of }: { cell: Assignment; round: string; of: string }) {
  const { status, nil, completeness, findings, punctuality } = cell
  const found = findings.blocking + findings.warning + findings.info
  const sent = status === 'submitted' || status === 'accepted'
  return (
    <a class="cell-link" href={`/putaran/${round}/${cell.agencyId}/${cell.formId}/kiriman`}>
      <span class="unseen">{of}: </span>
      <span class={`tag ${status}`}>{say(statusWords[status])}</span>{' '}
      <span class="cell-share">{nil ? say(workWording.nil) : <Share {...completeness} />}</span>{' '}
      {(sent || punctuality === 'past-deadline') && (
        <span class={punctuality === 'on-time' ? 'cell-note usual' : 'cell-note late'}>
          {say(punctualityWords[punctuality])}
        </span>
      )}{' '}
      {found > 0 && <span class="cell-note">{say(findingCount(found))}</span>}
    </a>
  )
}

/** On the screen the percentage is enough for the eye; paper and screen readers have all of it. */
function Share({ answered, expected }: Assignment['completeness']) {
  return (
    <>
      <span class="usual">{shortCompleteness(answered, expected)}</span>
      <span class="for-eyes" aria-hidden="true">
        {expected === 0 ? '–' : `${percentOf({ answered, expected })}%`}
      </span>
    </>
  )
}
