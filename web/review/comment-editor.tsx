/** A comment at one answer or row: a small button until it is wanted, then a text field that has the focus. Esc on an empty one folds it again. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { say } from '../wording/language.ts'
import { commentFor, reviewWording as words } from '../wording/review.ts'
import type { ReviewDraft } from './review-draft.ts'

export type CommentEditorProps = { readonly draft: ReviewDraft; readonly pointer: string; readonly label: string }

export function editorId(pointer: string): string {
  return `catatan${pointer.replace(/\//g, '-')}`
}

export function CommentEditor({ draft, pointer, label }: CommentEditorProps) {
  const [begun, setBegun] = useState(false)
  const input = useRef<HTMLTextAreaElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const text = draft.comments.value.find((each) => each.pointer === pointer)?.text
  const id = editorId(pointer)
  // At once, not after the next frame: what is typed right after Enter belongs into the field.
  const moved = useRef(false)
  useLayoutEffect(() => {
    if (!moved.current) return
    moved.current = false
    ;(input.current ?? button.current)?.focus()
  })
  if (text === undefined && !begun) {
    return (
      <button
        ref={button}
        type="button"
        class="link comment-add"
        aria-label={`${say(words.add)}: ${label}`}
        onClick={() => {
          moved.current = true
          setBegun(true)
        }}
      >
        {say(words.add)}
      </button>
    )
  }
  const fold = () => {
    moved.current = true
    draft.write({ pointer, label, text: '' })
    setBegun(false)
  }
  return (
    <div class="comment-edit">
      <label for={id}>{say(commentFor(label))}</label>
      <textarea
        ref={input}
        id={id}
        rows={2}
        maxLength={2_000}
        value={text ?? ''}
        onInput={(event) => {
          setBegun(true)
          draft.write({ pointer, label, text: event.currentTarget.value })
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && (text ?? '') === '') fold()
        }}
      />
      <button type="button" class="link" aria-label={`${say(words.remove)}: ${label}`} onClick={fold}>
        {say(words.remove)}
      </button>
    </div>
  )
}
