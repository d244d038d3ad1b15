/**
 * What there is to say about the active cell, always at the same place beneath the table: its whole text, what is wrong with
 * it, what was said about it, what it asks for. A screen reader hears it as the cell's description.
 */
import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import { settleRow } from '../../../functions/schema/answers/settle-cells.ts'
import { formatAbsence } from '../../../functions/schema/formats.ts'
import { cellBarWording as words } from '../../wording/cell-bar.ts'
import { cutTextWords, fieldWording } from '../../wording/form.ts'
import { language, say } from '../../wording/language.ts'
import { ReadAs } from '../fields/field-block.tsx'
import { Doubt, StandingNote } from '../fields/ruled-parts.tsx'
import { pointerOf } from '../model/place.ts'
import { lastRead } from '../model/reader.ts'
import { RepliesAt } from '../review/later-replies.ts'
import { barId, rowName } from './columns.ts'
import { ComboList } from './combo/combo-editor.tsx'
import type { GridState } from './grid-state.ts'
import { notesBeside } from './notes-beside.ts'
import './cell-bar.css'

export function CellBar({ state }: { state: GridState }) {
  const spot = state.active.value
  const row = spot && state.rows.value[spot.row]
  const field = spot && state.columns[spot.column]
  if (row === undefined || field === undefined) {
    return <p class="hint">{say(words.keys)}</p>
  }
  const { model, table } = state
  const place = { table: table.id, rowKey: row.rowKey, field: field.id }
  const pointer = pointerOf(place)
  const errors = model.errorsIn.value.get(`${table.id}/${row.rowKey}`)?.get(pointer) ?? []
  const comments = model.comments.get(pointer) ?? []
  const found = model.found.value.at.get(pointer)
  const Findings = model.checks.value?.Findings
  const settled = settleRow(table, row, model.header.value)
  const cells = field.type === 'computed' ? settled.cells : row.cells
  const number = state.numbers.value?.get(row.rowKey) ?? spot?.row ?? 0
  const asked = settled.visible.has(field.id)
  const unread = state.unread.value
  return (
    <>
      <p class="cell-value">
        <strong>
          {rowName(table, row, number, false, model.context.value)} · {say(field.label)}
        </strong>{' '}
        {formatValue(field, cells[field.id], language.value, model.context.value)}
        {asked &&
          field.absences?.map((absence) => (
            <button
              key={absence}
              type="button"
              tabIndex={-1}
              class="link"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => model.set(place, { absent: absence })}
            >
              {formatAbsence(absence, language.value)}
            </button>
          ))}
      </p>
      <ComboList state={state} />
      <div id={barId(table)}>
        {lastRead.value?.pointer.startsWith(`/rows/${table.id}/`) && <ReadAs />}
        {model.cut.value?.pointer === pointer && (
          <p class="error-text" role="status">
            {say(cutTextWords(model.cut.value.letters))}
          </p>
        )}
        {unread !== undefined && (
          <p class="error-text" role="status">
            {say(unread.words)}
          </p>
        )}
        {errors.length > 0 && <p class="error-text">{errors.join(' ')}</p>}
        {found !== undefined && Findings !== undefined && <Findings model={model} findings={found} />}
        {settled.ruled?.doubted.has(field.id) && <Doubt field={field} />}
        {comments.length > 0 && (
          <p class="comment">
            <strong>{say(fieldWording.comment)}:</strong> {comments.join(' ')}
          </p>
        )}
        {comments.length > 0 && model.replies !== undefined && <RepliesAt replies={model.replies} pointer={pointer} />}
        {notesBeside(table, field)
          .filter(({ id }) => settled.visible.has(id))
          .map((note) => (
            <StandingNote key={note.id} field={settled.ruled?.now(note) ?? note} />
          ))}
        {!asked ? (
          <p class="hint">{say(words.notAsked)}</p>
        ) : (
          field.hint !== undefined && <p class="hint">{say(field.hint)}</p>
        )}
      </div>
    </>
  )
}
