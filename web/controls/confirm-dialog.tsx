/** The last look before a decision that others will act on. Esc and "back" change nothing; while it is saved it cannot be pressed twice. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { say } from '../wording/language.ts'
import { controlWording as words } from '../wording/window-controls.ts'
import { useFocusBack } from './focus-back.ts'

export type ConfirmDialogProps = {
  readonly title: string
  readonly confirm: string
  readonly busy: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** Drawn only while it waits for the person's word. */
export function ConfirmDialog({ title, confirm, busy, onConfirm, onClose, children }: ConfirmDialogProps) {
  const place = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useFocusBack()
  useEffect(() => {
    place.current?.showModal()
    // Otherwise the first button takes the focus and a long dialog opens at its end.
    heading.current?.focus()
  }, [])
  return (
    <dialog ref={place} aria-labelledby="confirm-title" onClose={onClose}>
      <h2 ref={heading} id="confirm-title" tabIndex={-1}>
        {title}
      </h2>
      {children}
      <div class="cluster">
        <button type="button" class="button main" disabled={busy} onClick={onConfirm}>
          {busy ? say(words.saving) : confirm}
        </button>
        <button type="button" class="button" disabled={busy} onClick={onClose}>
          {say(words.back)}
        </button>
      </div>
    </dialog>
  )
}
