/**
 * A box with a longest text cuts what is pasted without a word. For all boxes of the page: what does not fit is not pasted, and
 * said; a box that is full says so as long as it is.
 */

import type { Wording } from '../../functions/schema/wording.ts'
import { boxIsFull, pastedTooLong } from '../wording/full-box.ts'
import { say } from '../wording/language.ts'

type Box = HTMLInputElement | HTMLTextAreaElement
const notes = new WeakMap<Box, HTMLElement>()

export function watchFullBoxes(page: Document): void {
  page.addEventListener('paste', hearPaste)
  page.addEventListener('input', ({ target }) => {
    if (!isLimited(target)) return
    if (target.value.length < target.maxLength) notes.get(target)?.remove()
    else tell(target, boxIsFull(target.maxLength))
  })
}

function hearPaste(event: ClipboardEvent): void {
  const box = event.target
  const text = event.clipboardData?.getData('text') ?? ''
  if (!isLimited(box) || event.defaultPrevented) return
  const { value, selectionStart, selectionEnd, maxLength } = box
  const length = value.length - ((selectionEnd ?? 0) - (selectionStart ?? 0)) + text.length
  if (length <= maxLength) return
  event.preventDefault()
  tell(box, pastedTooLong(length, maxLength))
}

function isLimited(target: EventTarget | null): target is Box {
  return (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.maxLength > 0
}

function tell(box: Box, words: Wording): void {
  const note = notes.get(box) ?? box.ownerDocument.createElement('p')
  note.className = 'error-text'
  note.setAttribute('role', 'alert')
  note.textContent = say(words)
  notes.set(box, note)
  box.insertAdjacentElement('afterend', note)
}
