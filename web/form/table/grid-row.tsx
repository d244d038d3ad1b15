/**
 * One row of the table. It is drawn again only when its own answers, its errors, the header or the selection in it change;
 * its cells are plain elements, since hundreds of components would be felt on an old computer.
 */
import { choiceOf } from '../../../functions/schema/answers/choices.ts'
import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import { settleRow } from '../../../functions/schema/answers/settle-cells.ts'
import type { Settled } from '../../../functions/schema/answers/settled.ts'
import type { Cells, Row } from '../../../functions/schema/answers.ts'
import type { Field } from '../../../functions/schema/form.ts'
import { language, say } from '../../wording/language.ts'
import { lookOf } from '../fields/field-looks.ts'
import type { ErrorTexts } from '../model/form-error.ts'
import { elementId } from '../model/place.ts'
import type { CellEditor } from './cell-editor.tsx'
import { barId, namingFields } from './columns.ts'
import type { CellMark, Editing, GridState } from './grid-state.ts'

export type GridRowProps = {
  readonly state: GridState
  readonly row: Row
  /** In the order shown. */
  readonly index: number
  /** In the stored order, which is what messages speak of. */
  readonly number: number
  readonly header: Cells
  readonly errors: ErrorTexts
  readonly warnings: ErrorTexts
  /** The active column, and the selected ones; -1 for none. */
  readonly active: number
  readonly from: number
  readonly to: number
  readonly editing: Editing | undefined
  readonly marks: ReadonlyMap<string, CellMark> | undefined
  /** The input of a cell, once it has been fetched. */
  readonly Editor: typeof CellEditor | undefined
}

export function GridRow(props: GridRowProps) {
  const { state, row, index, number, header, errors } = props
  const { table, columns, model } = state
  const settled = settleRow(table, row, header)
  const pointer = `/rows/${table.id}/${row.rowKey}`
  const naming = namingFields(table, false)
  const notes = [...(errors.get(pointer) ?? []), ...(model.comments.get(pointer) ?? [])]
  const look = errors.has(pointer) ? ' wrong' : notes.length > 0 ? ' noted' : ''
  return (
    <tr id={elementId(pointer)} data-row={index} aria-rowindex={index + 2}>
      {naming.length === 0 && (
        <th scope="row" class={`front front-0${look}`} title={notes.join(' ') || undefined}>
          {markOf(props, pointer)}
          {number + 1}
        </th>
      )}
      {naming.map((field, at) => {
        const name = formatValue(field, row.cells[field.id], language.value, model.context.value)
        return (
          <th
            key={field.id}
            scope="row"
            class={`front front-${at}${at > 0 ? look : ''}`}
            title={[name, ...notes].join('\n')}
          >
            {at === naming.length - 1 && markOf(props, pointer)}
            {name}
          </th>
        )
      })}
      {columns.map((field, column) => drawCell(props, { field, column, settled, pointer: `${pointer}/${field.id}` }))}
    </tr>
  )
}

type CellParts = {
  readonly field: Field
  readonly column: number
  readonly settled: Settled
  readonly pointer: string
}

function drawCell(props: GridRowProps, { field, column, settled, pointer }: CellParts) {
  const { state, row, active, from, to, editing, errors, warnings, Editor } = props
  const asked = settled.visible.has(field.id)
  const selected = column >= from && column <= to
  const wrong = asked ? errors.get(pointer) : undefined
  const warned = asked ? warnings.get(pointer) : undefined
  const noted = state.model.comments.get(pointer)
  const isActive = column === active
  const mark = props.marks?.get(pointer)
  const look = `cell c-${field.type}${asked ? '' : ' not-asked'}${selected ? ' selected' : ''}${wrong ? ' wrong' : warned ? ' warned' : ''}${noted ? ' noted' : ''} ${mark?.look ?? ''}`
  const locked = settled.ruled?.locked.has(field.id) === true
  const text = !asked ? '–' : cellText(state, field, field.type === 'computed' ? settled.cells : row.cells)
  const edited = isActive && editing !== undefined && asked && !locked && Editor !== undefined
  return (
    <td
      key={field.id}
      id={elementId(pointer)}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: WAI-ARIA's grid pattern over a real table
      role="gridcell"
      data-column={column}
      class={edited ? `${look} edited` : mark === undefined && fits(text, lookOf(field).width) ? `${look} fits` : look}
      tabIndex={isActive ? 0 : undefined}
      aria-selected={selected || undefined}
      aria-invalid={wrong !== undefined || undefined}
      aria-readonly={field.type === 'computed' || !asked || locked || undefined}
      aria-describedby={isActive ? barId(state.table) : undefined}
      title={(wrong ?? warned)?.join(' ')}
    >
      {markOf(props, pointer)}
      {edited ? (
        <Editor
          state={state}
          field={settled.ruled?.now(field) ?? field}
          row={row}
          editing={editing}
          name={say(field.label)}
        />
      ) : (
        text
      )}
    </td>
  )
}

/** In front of the text, where a narrow column does not cut it off. */
function markOf({ marks }: GridRowProps, pointer: string) {
  const mark = marks?.get(pointer)
  return (
    mark && (
      <>
        <b aria-hidden="true">{mark.signs}</b> <span class="unseen">{mark.text}: </span>
      </>
    )
  )
}

function cellText({ model }: GridState, field: Field, cells: Cells): string {
  const value = cells[field.id]
  // A list of the whole city has fifty names: of many choices the first is named, and how many there are.
  if (Array.isArray(value) && value.length > 2) {
    const [first = ''] = value
    const name = choiceOf(field, first, model.context.value)
    return `${value.length}: ${name === undefined ? first : say(name.label)}, …`
  }
  return formatValue(field, value, language.value, model.context.value)
}

/**
 * Is a text surely narrower than its column (in rem), whatever the font? Then the browser need not cut it off: a clip for
 * each of hundreds of cells is what a frame of scrolling on an old computer has no time for.
 */
function fits(text: string, width: number): boolean {
  if (!/^[\x20-\x7e–]*$/.test(text)) return false
  const slim = text.replace(/[A-Zmw%@&#=+<>~–]/g, '').length
  return slim * 0.625 + (text.length - slim) * 0.9375 <= width - 0.875
}
