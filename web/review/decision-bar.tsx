/** The decision, always in sight beneath a submission: what will be mailed to whom, and the two ways to go. */
import { zone } from '../session/session.ts'
import { narrow } from '../shell/narrow.ts'
import { say } from '../wording/language.ts'
import { longLocalDate } from '../wording/moments.ts'
import { commentCount, mailedTo, reviewWording as words } from '../wording/review.ts'
import { endOfDayWords } from '../wording/window-controls.ts'
import { DecisionDialog } from './decision-dialog.tsx'
import { RefusedDecision } from './refused-decision.tsx'
import type { DecisionProps } from './use-decision.ts'

export function DecisionBar(props: DecisionProps) {
  const { flow, draft, accepted, recipients, agencyName } = props
  const count = draft.comments.value.filter(({ text }) => text.trim() !== '').length
  const due = say(endOfDayWords(longLocalDate(draft.dueOn.value), zone.value.zoneName))
  const [shortWords, fullWords] = accepted ? [words.reopenShort, words.reopen] : [words.returnShort, words.return]
  return (
    <section class="decision-bar no-print" aria-label={say(accepted ? words.reopen : words.title)}>
      <RefusedDecision refusal={flow.refusal} newestHref={props.newestHref} onReload={props.onReload} />
      <div class="decision-line">
        <p>
          <strong role="status">{say(commentCount(count))}</strong>
          <span class="decision-mail">
            {' · '}
            {say(mailedTo(recipients.length === 0 ? [agencyName] : recipients))}
            {count > 0 && ` · ${say(words.dueOn)}: ${due}`}
          </span>
        </p>
        <div class="cluster">
          <button
            type="button"
            class={count > 0 || accepted ? 'button main' : 'button'}
            aria-label={say(fullWords)}
            onClick={() => flow.ask(accepted ? 'reopen' : 'return')}
          >
            {say(narrow.value ? shortWords : fullWords)}
          </button>
          {!accepted && (
            <button type="button" class={count > 0 ? 'button' : 'button main'} onClick={() => flow.ask('accept')}>
              {say(words.accept)}
            </button>
          )}
        </div>
      </div>
      {flow.asking !== undefined && <DecisionDialog {...props} decision={flow.asking} />}
    </section>
  )
}
