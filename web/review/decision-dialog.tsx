/** The last look before a decision: all comments that go along, a word on the whole, the last day for corrections, who is mailed. */
import { ConfirmDialog } from '../controls/confirm-dialog.tsx'
import { DateField } from '../controls/date-field.tsx'
import { TextAreaField } from '../controls/text-area-field.tsx'
import { zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { longLocalDate } from '../wording/moments.ts'
import { commentsGo, type Decision, decisionTitle, mailedTo, reviewWording as words } from '../wording/review.ts'
import { endOfDayWords } from '../wording/window-controls.ts'
import type { DecisionProps } from './use-decision.ts'

export function DecisionDialog({ decision, ...props }: DecisionProps & { readonly decision: Decision }) {
  const { flow, draft, agencyName, revision } = props
  const written = draft.comments.value.filter(({ text }) => text.trim() !== '')
  const placed = written.filter(({ pointer }) => pointer !== '')
  return (
    <ConfirmDialog
      title={say(decisionTitle(decision, revision, agencyName))}
      confirm={say(words[decision])}
      busy={flow.busy}
      onConfirm={() => void flow.confirm()}
      onClose={flow.back}
    >
      {decision === 'accept' ? (
        <p>{say(words.acceptAsk)}</p>
      ) : (
        <p>
          {say(decision === 'reopen' ? words.reopenIntro : words.returnAsk)}{' '}
          {decision === 'return' && (
            <strong>{say(endOfDayWords(longLocalDate(draft.dueOn.value), zone.value.zoneName))}.</strong>
          )}
        </p>
      )}
      <p class="hint">{say(mailedTo(props.recipients.length === 0 ? [agencyName] : props.recipients))}</p>
      {written.length > 0 && <p>{say(commentsGo(written.length))}</p>}
      {placed.length > 0 && (
        <ul class="written-comments">
          {placed.map(({ pointer, label, text }) => (
            <li key={pointer}>
              <strong>{label}</strong>: {text}
            </li>
          ))}
        </ul>
      )}
      <WholeComment {...props} decision={decision} />
      {decision !== 'accept' && (
        <DateField
          id="reviu-batas"
          label={say(words.dueOn)}
          hint={say(words.dueHint)}
          error={flow.flaws.dueOn && say(flow.flaws.dueOn)}
          value={draft.dueOn.value}
          min={props.today}
          holidays={props.holidays}
          onInput={draft.setDueOn}
        />
      )}
    </ConfirmDialog>
  )
}

function WholeComment({ flow, draft, decision }: DecisionProps & { readonly decision: Decision }) {
  const general = draft.comments.value.find(({ pointer }) => pointer === '')?.text ?? ''
  return (
    <TextAreaField
      id="reviu-umum"
      label={say(decision === 'reopen' ? words.reopenReason : words.general)}
      error={flow.flaws.comments && say(flow.flaws.comments)}
      optional={decision !== 'reopen'}
      rows={3}
      maxLength={2_000}
      value={general}
      onInput={(text) => draft.write({ pointer: '', label: say(words.whole), text })}
    />
  )
}
