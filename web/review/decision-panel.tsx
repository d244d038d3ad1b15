/** The decision at the end of a submission: what was noted, a word on the whole, a last day for corrections, accept or return. */
import type { Holiday } from '../../functions/schema/region.ts'
import { ConfirmDialog } from '../controls/confirm-dialog.tsx'
import { DateField } from '../controls/date-field.tsx'
import { FieldFrame } from '../controls/field-frame.tsx'
import { zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { longLocalDate } from '../wording/moments.ts'
import { commentsGo, decisionTitle, reviewWording as words } from '../wording/review.ts'
import { endOfDayWords } from '../wording/window-controls.ts'
import { editorId } from './comment-editor.tsx'
import { RefusedDecision } from './refused-decision.tsx'
import type { ReviewDraft } from './review-draft.ts'
import type { DecisionFlow } from './use-decision.ts'

export type DecisionPanelProps = {
  readonly flow: DecisionFlow
  readonly draft: ReviewDraft
  readonly accepted: boolean
  readonly agencyName: string
  readonly revision: number
  readonly today: string
  readonly holidays: readonly Holiday[]
  readonly newestHref: string
  readonly onReload: () => void
}

export function DecisionPanel(props: DecisionPanelProps) {
  const { flow, draft, accepted } = props
  const general = draft.comments.value.find(({ pointer }) => pointer === '')?.text ?? ''
  return (
    <section class="card decision" id="reviu" aria-labelledby="reviu-judul">
      <h2 id="reviu-judul">{say(accepted ? words.reopen : words.title)}</h2>
      {accepted ? <p>{say(words.reopenIntro)}</p> : <WrittenComments draft={draft} />}
      <RefusedDecision refusal={flow.refusal} newestHref={props.newestHref} onReload={props.onReload} />
      <FieldFrame
        id="reviu-umum"
        label={say(accepted ? words.reopenReason : words.general)}
        error={flow.flaws.comments && say(flow.flaws.comments)}
        optional={!accepted}
      >
        {(ties) => (
          <textarea
            {...ties}
            class="text-input"
            rows={3}
            maxLength={2_000}
            value={general}
            onInput={(event) => draft.write({ pointer: '', label: say(words.whole), text: event.currentTarget.value })}
          />
        )}
      </FieldFrame>
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
      <div class="cluster">
        {!accepted && (
          <button type="button" class="button main" onClick={() => flow.ask('accept')}>
            {say(words.accept)}
          </button>
        )}
        <button type="button" class="button" onClick={() => flow.ask(accepted ? 'reopen' : 'return')}>
          {say(accepted ? words.reopen : words.return)}
        </button>
      </div>
      <Question {...props} />
    </section>
  )
}

function WrittenComments({ draft }: { draft: ReviewDraft }) {
  const placed = draft.comments.value.filter(({ pointer, text }) => pointer !== '' && text.trim() !== '')
  return (
    <>
      <p class="hint">{say(words.howTo)}</p>
      <h3>
        {say(words.written)} ({placed.length})
      </h3>
      {placed.length === 0 ? (
        <p>{say(words.noneWritten)}</p>
      ) : (
        <ul>
          {placed.map(({ pointer, label, text }) => (
            <li key={pointer}>
              <a href={`#${editorId(pointer)}`}>{label}</a>: {text}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Question({ flow, draft, agencyName, revision }: DecisionPanelProps) {
  if (flow.asking === undefined) return null
  const count = draft.comments.value.filter(({ text }) => text.trim() !== '').length
  return (
    <ConfirmDialog
      title={say(decisionTitle(flow.asking, revision, agencyName))}
      confirm={say(words[flow.asking])}
      busy={flow.busy}
      onConfirm={() => void flow.confirm()}
      onClose={flow.back}
    >
      {flow.asking === 'accept' ? (
        <p>{say(words.acceptAsk)}</p>
      ) : (
        <p>
          {say(words.returnAsk)}{' '}
          <strong>{say(endOfDayWords(longLocalDate(draft.dueOn.value), zone.value.zoneName))}</strong>.
        </p>
      )}
      {count > 0 && <p>{say(commentsGo(count))}</p>}
    </ConfirmDialog>
  )
}
