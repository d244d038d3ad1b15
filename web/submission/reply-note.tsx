/** What the agency answered to a comment, or that it has not answered yet. */
import type { ReplyView } from '../../functions/schema/requests.ts'
import { zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { clockTime, longDate } from '../wording/moments.ts'
import { replyWording as words } from '../wording/reply.ts'

export function ReplyNote({ reply }: { reply: ReplyView | undefined }) {
  if (reply === undefined) return <span class="tag returned">{say(words.unanswered)}</span>
  const when = `${longDate(reply.at, zone.value)} ${clockTime(reply.at, zone.value)} ${zone.value.zoneName}`
  return (
    <span class="reply">
      <span class="tag accepted">{say(reply.kind === 'fixed' ? words.fixed : words.answered)}</span>{' '}
      {reply.text !== undefined && <q>{reply.text}</q>} <small>{`${reply.byName}, ${when}`}</small>
    </span>
  )
}
