/** A box to paste into, where there is no keyboard: on a phone the only way to bring a block over from a spreadsheet. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { toolWording as words } from '../../wording/grid-tools.ts'
import { say } from '../../wording/language.ts'
import { parseBlock } from '../model/text-block.ts'
import type { GridState } from './grid-state.ts'
import { pasteText } from './paste-text.ts'
import { isFree } from './row-actions.ts'

export function PasteBox({ state, close }: { state: GridState; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState('')
  useEffect(() => dialog.current?.showModal(), [])
  const id = `paste-${state.table.id}`
  const block = text === '' ? [] : parseBlock(text)
  const columns = Math.max(0, ...block.map((line) => line.length))
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={close}>
      <h2 id={id}>{say(words.boxTitle)}</h2>
      <p>{say(words.boxHint)}</p>
      {!isFree(state) && <p>{say(words.boxKeys)}</p>}
      <label class="label">
        {say(words.boxText)}
        <textarea
          class="paste-text"
          rows={8}
          wrap="off"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p role="status">{text !== '' && `${block.length} × ${columns}`}</p>
      <p class="dialog-foot cluster">
        <button
          type="button"
          class="button main"
          disabled={text === ''}
          onClick={() => {
            pasteText(state, text, { append: isFree(state) })
            dialog.current?.close()
          }}
        >
          {say(words.take)}
        </button>
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {say(words.cancel)}
        </button>
      </p>
    </dialog>
  )
}
