/** One table of a submission: the operator's grid on a desk, lines on a phone; above it what is said of the table itself. */
import { useMemo } from 'preact/hooks'
import { elementId, targetOf } from '../../form/model/place.ts'
import { Grid, type GridControls } from '../../form/table/grid.tsx'
import { PaperRows } from '../../form/table/paper-rows.tsx'
import { narrow } from '../../shell/narrow.ts'
import { say } from '../../wording/language.ts'
import { sheetWording as words } from '../../wording/sheet.ts'
import { submissionWording } from '../../wording/submission.ts'
import { noNotes } from './notes.ts'
import { ReadBar } from './read-bar.tsx'
import { readKeys } from './read-keys.ts'
import { RowLines } from './row-lines.tsx'
import type { Sheet, TableOfSheet } from './sheet.ts'

export function SheetTable({ sheet, state }: TableOfSheet) {
  const { table } = state
  const pointer = `/rows/${table.id}`
  const controls = useMemo<() => GridControls>(() => {
    const known = { createGridKeys: readKeys(sheet), CellBar: ReadBar }
    return () => known
  }, [sheet])
  const all = state.all.value.length
  const shown = state.rows.value.length
  const own = sheet.notes.value.get(pointer) ?? noNotes
  return (
    <section class="sheet-table" aria-labelledby={`${elementId(pointer)}-title`}>
      <h2 id={`${elementId(pointer)}-title`}>
        {say(table.title)} <small>({shown === all ? all : `${shown} / ${all}`})</small>
      </h2>
      {(own.findings.length > 0 || own.earlier.length > 0 || sheet.commenting !== undefined) && (
        <p class="no-print">
          <button id={elementId(pointer)} type="button" class="link" onClick={() => sheet.open(pointer, true)}>
            {say(words.wholeTable)}
            {own.findings.length > 0 && ` (! ${own.findings.length})`}
          </button>
        </p>
      )}
      <RemovedRows sheet={sheet} table={table.id} />
      {all === 0 ? (
        <p>{say(submissionWording.noRows)}</p>
      ) : shown === 0 ? (
        <p class="no-print">{say(words.noMatch)}</p>
      ) : (
        <div class="no-print">
          {narrow.value ? <RowLines sheet={sheet} state={state} /> : <Grid state={state} useControls={controls} />}
        </div>
      )}
      <PaperRows state={state} />
    </section>
  )
}

/** A row that is gone has no cell that could be marked. */
function RemovedRows({ sheet, table }: { sheet: Sheet; table: string }) {
  const gone = [...sheet.notes.value].flatMap(([pointer, { change }]) =>
    change?.kind === 'removed' && change.after === null && targetOf(pointer).table === table && !pointer.split('/')[4]
      ? [change]
      : [],
  )
  if (gone.length === 0) return null
  return (
    <details class="removed-rows">
      <summary>
        {say(words.removedRows)} ({gone.length})
      </summary>
      <ul>
        {gone.map((change) => (
          <li key={change.pointer}>
            <strong>{say(change.label)}</strong> <del>{change.before !== null && say(change.before)}</del>
          </li>
        ))}
      </ul>
    </details>
  )
}
