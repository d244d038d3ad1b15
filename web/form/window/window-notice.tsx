/**
 * The entry window over a form: that it closes within the hour, that it has closed and where what was typed lies, and what a move to another
 * version left beside the form. It asks the server again at the closing instant, whose clock and dates are the ones that count.
 */
import { useEffect } from 'preact/hooks'
import type { Assignment } from '../../../functions/schema/round.ts'
import type { Work } from '../../api/work.ts'
import { zone } from '../../session/session.ts'
import { presentInstant, presentMinute, tickNow } from '../../shell/clock.ts'
import { later } from '../../shell/later.tsx'
import { dateWording } from '../../wording/dates.ts'
import { closedWords, closesSoonWords, formWindowWording as words } from '../../wording/form-window.ts'
import { say } from '../../wording/language.ts'
import { deadline } from '../../wording/moments.ts'
import type { DraftSession } from '../draft/draft-port.ts'

const LeftPanel = later(async () => (await import('../version/left-panel.tsx')).LeftPanel)

const hourMilliseconds = 3_600_000

export type WindowNoticeProps = {
  readonly work: Work
  readonly assignment: Assignment
  readonly open: boolean
  readonly session: DraftSession
}

/** Returned work has a last day of its own, which may come after the final date. */
function lastInstant({ closesAt, dueAt }: Assignment): string {
  return dueAt !== null && dueAt > closesAt ? dueAt : closesAt
}

export function WindowNotice({ work, assignment, open, session }: WindowNoticeProps) {
  const closesAt = lastInstant(assignment)
  const left = Date.parse(closesAt) - presentMinute.value.getTime()
  const soon = open && left <= hourMilliseconds
  const refused = session.status.value.kind === 'refused'
  useEffect(() => {
    if (!soon) return
    const atTheEnd = () => {
      tickNow()
      void session.look()
    }
    const timer = setTimeout(atTheEnd, Date.parse(closesAt) - presentInstant().getTime())
    return () => clearTimeout(timer)
  }, [soon, closesAt])
  // A save that is refused may be the first word of a window that was closed early.
  useEffect(() => {
    if (refused) void session.look()
  }, [refused])
  const when = deadline(closesAt, zone.value)
  if (presentMinute.value < new Date(assignment.opensAt)) return <p class="panel warning">{say(dateWording.notOpen)}</p>
  return (
    <>
      {soon && (
        <p class="panel warning" role="status">
          <strong>{say(closesSoonWords(when))}</strong>
        </p>
      )}
      {!open && (
        <div class="panel bad" role="alert">
          <p>
            <strong>{say(closedWords(when))}</strong>
          </p>
          <p>
            {say(words.kept)} {say(words.reopens)}
          </p>
          <p class="no-print">{say(words.possible)}</p>
          <ul class="no-print">
            <li>{say(words.askAbove)}</li>
            {assignment.revision > 0 && (
              <li>
                <a href={`/putaran/${work.round}/${work.agency}/${work.form}/kiriman`}>{say(words.seeSent)}</a>
              </li>
            )}
            <li>
              <button type="button" class="link" onClick={() => print()}>
                {say(words.print)}
              </button>
            </li>
          </ul>
        </div>
      )}
      {session.left.all.value.length > 0 && <LeftPanel session={session} />}
    </>
  )
}
