/** Who was called, by whom, when, and what came of it; the newest first. A call that was noted by mistake can be taken back. */
import type { NoteOfCall } from '../api/calls.ts'
import { zone } from '../session/session.ts'
import { callWording as words } from '../wording/calls.ts'
import { say } from '../wording/language.ts'
import { fullMoment } from '../wording/moments.ts'

type CallHistoryProps = {
  readonly calls: readonly NoteOfCall[]
  readonly busy: boolean
  readonly onUndo: (call: NoteOfCall) => void
}

export function CallHistory({ calls, busy, onUndo }: CallHistoryProps) {
  return (
    <section aria-labelledby="riwayat">
      <h2 id="riwayat">
        {say(words.history)} ({calls.length})
      </h2>
      <p class="hint">{say(words.historyHint)}</p>
      {calls.length === 0 && <p>{say(words.noHistory)}</p>}
      <ul>
        {calls.map((call) => (
          <li key={`${call.agencyId} ${call.number}`}>
            {call.takenBack ? <del>{call.agency}</del> : <strong>{call.agency}</strong>}
            {call.takenBack && <> ({say(words.takenBack)})</>}
            {call.sentSince && !call.takenBack && (
              <>
                {' '}
                <span class="tag accepted">{say(words.sent)}</span>
              </>
            )}
            <br />
            {call.note !== undefined && (
              <>
                {call.note}
                <br />
              </>
            )}
            <small>
              {call.byName}, {fullMoment(call.at, zone.value)}
            </small>{' '}
            {call.today && !call.takenBack && (
              <button type="button" class="link" disabled={busy} onClick={() => onUndo(call)}>
                {say(words.undo)}
                <span class="unseen">: {call.agency}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
