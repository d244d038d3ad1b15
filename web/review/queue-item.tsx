/** One submission that waits: whose, since when, how complete, what was found; clean ones can be ticked. */
import type { InternalNoteSummary } from '../../functions/schema/internal-note.ts'
import type { Assignment } from '../../functions/schema/round.ts'
import { me, zone } from '../session/session.ts'
import { shortCompleteness } from '../wording/board.ts'
import { findingWords } from '../wording/findings.ts'
import { noteCount } from '../wording/internal-notes.ts'
import { say } from '../wording/language.ts'
import { fullMoment, longDate } from '../wording/moments.ts'
import { waitingDays, queueWording as words } from '../wording/review-queue.ts'
import { submissionWording } from '../wording/submission.ts'
import { punctualityWords, workWording } from '../wording/work.ts'
import { daysSince } from './days-since.ts'

export type QueueItemProps = {
  readonly cell: Assignment
  readonly round: string
  /** "Dinas Perikanan, 3A". */
  readonly name: string
  readonly notes: InternalNoteSummary | undefined
  /** May be accepted together with others. */
  readonly clean: boolean
  readonly chosen: boolean
  readonly onChoose: (chosen: boolean) => void
}

export function QueueItem({ cell, round, name, notes, clean, chosen, onChoose }: QueueItemProps) {
  const { agencyId, formId, revision, nil, completeness, submittedAt, timeliness } = cell
  const found = say(findingWords(cell.findings))
  return (
    <li class="card queue-item">
      {clean && me.value?.role === 'coordinator' && (
        <label class="check">
          <input
            type="checkbox"
            checked={chosen}
            aria-label={`${say(words.pick)}: ${name}`}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        </label>
      )}
      <div class="queue-words">
        <h2>
          <a href={`/putaran/${round}/${agencyId}/${formId}/kiriman`}>{name}</a>
        </h2>
        <p>
          {say(submissionWording.revision)} {revision}
          {submittedAt !== null &&
            ` · ${fullMoment(submittedAt, zone.value)} · ${say(waitingDays(daysSince(submittedAt)))}`}
        </p>
        <p class="cluster">
          {clean && <span class="tag accepted">{say(words.clean)}</span>}
          <span>{nil ? say(workWording.nil) : shortCompleteness(completeness.answered, completeness.expected)}</span>
          {timeliness !== null && <span class="cell-note">{say(punctualityWords[timeliness])}</span>}
          {found !== '' && <span class="tag returned">{found}</span>}
        </p>
        {notes !== undefined && (
          <p class="queue-note">
            <strong>{say(noteCount(notes.count))}:</strong> <q>{notes.last.text}</q>{' '}
            <small>
              {notes.last.byName}, {longDate(notes.last.at, zone.value)}
            </small>
          </p>
        )}
      </div>
      <a
        class="button"
        href={`/putaran/${round}/${agencyId}/${formId}/kiriman`}
        aria-label={`${say(words.open)}: ${name}`}
      >
        {say(words.open)}
      </a>
    </li>
  )
}

/** Before many are accepted at once, those stand out about which a colleague noted something. */
export function NoteMark({ notes }: Pick<QueueItemProps, 'notes'>) {
  return notes === undefined ? null : <span class="tag returned note-mark">{say(noteCount(notes.count))}</span>
}
