/** The buttons above a table, its filter, and what became of the last paste or removal; on paper, all its rows. Fetched after the table is drawn. */
import { useComputed } from '@preact/signals'
import { useState } from 'preact/hooks'
import { narrow } from '../../shell/narrow.ts'
import { removedWords, toolWording as words } from '../../wording/grid-tools.ts'
import { say } from '../../wording/language.ts'
import { FilterBar } from './filter-bar.tsx'
import { fillDown } from './grid-commands.ts'
import { step } from './grid-keys.ts'
import type { GridState } from './grid-state.ts'
import { PaperRows } from './paper-rows.tsx'
import { PasteBox } from './paste-box.tsx'
import { PasteNote } from './paste-note.tsx'
import { isFree, isFull, isLongTable } from './row-actions.ts'
import { duplicateRows, removeRows, selectedRows } from './row-changes.ts'
import './grid-tools.css'

export function GridTools({ state }: { state: GridState }) {
  const [pasting, setPasting] = useState(false)
  const { history } = state.model
  // Nothing here may depend on the rows themselves: it would be drawn again at every letter.
  const some = useComputed(() => state.range.value !== undefined).value
  const full = useComputed(() => isFull(state)).value
  const isLong = useComputed(() => isLongTable(state) || state.view.value !== undefined).value
  return (
    <>
      <div class="tool-row" role="toolbar" aria-label={say(words.tools)}>
        <Tool word={say(words.undo)} key="undo" off={!history.canUndo.value} act={() => step(state, 'undo')} />
        <Tool word={say(words.redo)} key="redo" off={!history.canRedo.value} act={() => step(state, 'redo')} />
        <Tool word={say(words.paste)} key="paste" act={() => setPasting(true)} />
        {!narrow.value && <Tool word={say(words.fill)} key="fill" off={!some} act={() => fillDown(state)} />}
        {!narrow.value && isFree(state) && (
          <>
            <Tool
              word={say(words.duplicate)}
              off={!some || full}
              act={() => duplicateRows(state, selectedRows(state))}
            />
            <Tool word={say(words.remove)} off={!some} act={() => removeRows(state, selectedRows(state))} />
          </>
        )}
        {!narrow.value && <Tool word={say(words.open)} key="open" off={!some} act={() => openRow(state)} />}
      </div>
      {!narrow.value && (
        <details class="grid-help">
          <summary>{say(words.keys)}</summary>
          <p>{say(words.keyList)}</p>
        </details>
      )}
      {pasting && <PasteBox state={state} close={() => setPasting(false)} />}
      {isLong &&
        (narrow.value ? (
          <details class="filter-fold">
            <summary>{say(words.filter)}</summary>
            <FilterBar state={state} />
          </details>
        ) : (
          <FilterBar state={state} />
        ))}
      <div role="status">
        <PasteNote state={state} />
        {state.removed.value > 0 && (
          <p class="panel">
            {say(removedWords(state.removed.value))}{' '}
            <button
              type="button"
              class="link"
              onClick={() => {
                step(state, 'undo')
                state.removed.value = 0
              }}
            >
              {say(words.undo)}
            </button>
          </p>
        )}
      </div>
      <PaperRows state={state} />
    </>
  )
}

function openRow(state: GridState): void {
  const { model, table } = state
  const [row] = selectedRows(state)
  if (row !== undefined) model.openRows.value = { ...model.openRows.peek(), [table.id]: row.rowKey }
}

type ToolProps = { readonly word: string; readonly off?: boolean; readonly act: () => void }

/** A button that leaves the selection where it is. */
function Tool({ word, off = false, act }: ToolProps) {
  return (
    <button
      type="button"
      class="button small"
      disabled={off}
      onMouseDown={(event) => event.preventDefault()}
      onClick={act}
    >
      {word}
    </button>
  )
}
