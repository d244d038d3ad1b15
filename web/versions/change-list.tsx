/** What two versions of a form ask differently, a sentence each, with what becomes of the answers. */
import { answerWords, sayChange } from '../../functions/schema/change-words.ts'
import type { FormChange } from '../../functions/schema/version-move.ts'
import { language, say } from '../wording/language.ts'

export function ChangeList({ changes }: { changes: readonly FormChange[] }) {
  return (
    <ul class="changes">
      {changes.map((change) => (
        <li key={`${change.kind} ${change.path} ${change.after?.id ?? ''}`}>
          {sayChange(change, language.value)} <span class="hint">{say(answerWords[change.answers])}</span>
        </li>
      ))}
    </ul>
  )
}
