/** In the foot of the form: which of Bappeda's comments nobody has answered yet, and the way to the first of them. */
import { say } from '../../wording/language.ts'
import { unansweredAt } from '../../wording/reply.ts'
import { useForm } from '../form-model.ts'
import type { Replies } from './replies.ts'
import { nameOf } from './returned-panel.tsx'

const named = 2

export function UnansweredNote({ replies }: { readonly replies: Replies }) {
  const model = useForm()
  const waiting = replies.comments.filter(({ index }) => !replies.latest.value.has(index))
  const [first] = waiting
  if (first === undefined) return null
  const names = [...new Set(waiting.map(({ pointer }) => nameOf(pointer, model)))]
  return (
    <p>
      <button type="button" class="link" onClick={() => goTo(first.index)}>
        {say(unansweredAt(waiting.length, names.slice(0, named), names.length > named))}
      </button>
    </p>
  )
}

/** To the buttons of this comment's answer. */
function goTo(index: number): void {
  const place = document.querySelector<HTMLElement>(`[data-comment="${index}"]`)
  place?.scrollIntoView({ block: 'center' })
  place?.querySelector('button')?.focus({ preventScroll: true })
}
