/** Answering one comment: a click says that it is corrected, a few words say why not. */
import { useEffect, useState } from 'preact/hooks'
import { sayFailure } from '../../api/problem.ts'
import { ReplyNote } from '../../submission/reply-note.tsx'
import { say } from '../../wording/language.ts'
import { replyWording as words } from '../../wording/reply.ts'
import type { Answering, Replies } from './replies.ts'

export type CommentReplyProps = { readonly replies: Replies; readonly index: number; readonly name: string }

export function CommentReply({ replies, index, name }: CommentReplyProps) {
  const [step, setStep] = useState<'shown' | 'asked' | 'writing' | 'sending'>('shown')
  const [text, setText] = useState('')
  const [failure, setFailure] = useState<unknown>()
  const reply = replies.latest.value.get(index)
  const send = async (content: Answering) => {
    const before = step
    setStep('sending')
    setFailure(undefined)
    try {
      await replies.answer(index, content)
      setStep('shown')
    } catch (error) {
      setFailure(error)
      setStep(before)
    }
  }
  const busy = step === 'sending'
  const id = `reply-${replies.review.number}-${index}`
  // Whoever asked for the box writes at once.
  useEffect(() => {
    if (step === 'writing') document.getElementById(id)?.focus()
  }, [step])
  return (
    <div class="comment-reply">
      <span role="status">
        <ReplyNote reply={reply} />
      </span>{' '}
      {step === 'writing' ? (
        <span class="field">
          <label for={id}>{say(words.text)}</label>
          <textarea
            id={id}
            rows={2}
            maxLength={1_000}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <span class="cluster">
            <button
              type="button"
              class="button small"
              disabled={text.trim().length < 2}
              onClick={() => void send({ kind: 'answer', text: text.trim() })}
            >
              {say(words.send)}
            </button>
            <button type="button" class="button small quiet" onClick={() => setStep('shown')}>
              {say(words.cancel)}
            </button>
          </span>
        </span>
      ) : reply !== undefined && step === 'shown' ? (
        <button
          type="button"
          class="link"
          aria-label={`${say(words.change)}: ${name}`}
          onClick={() => setStep('asked')}
        >
          {say(words.change)}
        </button>
      ) : (
        <span class="cluster">
          <button
            type="button"
            class="button small"
            disabled={busy}
            aria-label={`${say(words.fixed)}: ${name}`}
            onClick={() => void send({ kind: 'fixed' })}
          >
            {say(words.fixed)}
          </button>
          <button
            type="button"
            class="button small quiet"
            disabled={busy}
            aria-label={`${say(words.answer)}: ${name}`}
            onClick={() => setStep('writing')}
          >
            {say(words.answer)}…
          </button>
        </span>
      )}
      {failure !== undefined && (
        <p class="error-text" role="alert">
          {sayFailure(failure)}
        </p>
      )}
    </div>
  )
}
