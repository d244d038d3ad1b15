/** What was answered in an older version and has no place in this one: to be read beside the form until it is thrown away. */
import { useState } from 'preact/hooks'
import { ConfirmDialog } from '../../controls/confirm-dialog.tsx'
import { say } from '../../wording/language.ts'
import { leftWords, leftWording as words } from '../../wording/left.ts'
import type { DraftSession } from '../draft/draft-port.ts'

export function LeftPanel({ session }: { session: DraftSession }) {
  const [asking, setAsking] = useState(false)
  const left = session.left.all.value
  return (
    <details class="panel warning" open={left.length <= 12}>
      <summary>{say(leftWords(left.length))}</summary>
      <p>{say(words.lead)}</p>
      <dl class="facts">
        {left.map(({ version, pointer, label, row, value }) => (
          <div key={`${version} ${pointer} ${value.id}`}>
            <dt>
              {say(label)}
              {row !== undefined && ` (${say(row)})`}
            </dt>
            <dd>{say(value)}</dd>
          </div>
        ))}
      </dl>
      <p>
        <button type="button" class="button small" onClick={() => setAsking(true)}>
          {say(words.discard)}
        </button>
      </p>
      {asking && (
        <ConfirmDialog
          title={say(words.ask)}
          confirm={say(words.discard)}
          busy={false}
          onConfirm={() => session.left.discard()}
          onClose={() => setAsking(false)}
        >
          <p>{say(words.askLead)}</p>
        </ConfirmDialog>
      )}
    </details>
  )
}
