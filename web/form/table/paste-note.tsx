/** What became of a paste: how much was taken, what is marked, what found no place and can be copied again from here. */
import {
  beyondWords,
  cutWords,
  markedWords,
  pastedWords,
  strangerWords,
  toolWording as words,
} from '../../wording/grid-tools.ts'
import { say } from '../../wording/language.ts'
import { focusPointer } from '../focus-pointer.ts'
import type { GridState } from './grid-state.ts'

export function PasteNote({ state }: { state: GridState }) {
  const report = state.report.value
  if (report === undefined) return null
  const { cells, newRows, marked, cut, beyond, strangers, left } = report
  const fine = marked.length + cut + beyond + strangers.length + left.length === 0
  const [first] = marked
  return (
    <div class={fine ? 'panel' : 'panel warning'}>
      <p>{say(pastedWords(cells, newRows))}</p>
      {first !== undefined && (
        <p>
          <strong>{say(markedWords(marked.length))}</strong>{' '}
          <button type="button" class="link" onClick={() => focusPointer(state.model, first)}>
            {say(words.firstMarked)}
          </button>
        </p>
      )}
      {beyond > 0 && <p>{say(beyondWords(beyond))}</p>}
      {cut > 0 && <p>{say(cutWords(cut))}</p>}
      {strangers.length > 0 && <p>{say(strangerWords(strangers))}</p>}
      {left !== '' && (
        <label class="label">
          {say(words.leftTitle)}
          <textarea class="paste-text" rows={4} wrap="off" readOnly value={left} />
        </label>
      )}
      <button
        type="button"
        class="link"
        onClick={() => {
          state.report.value = undefined
        }}
      >
        {say(words.close)}
      </button>
    </div>
  )
}
