/**
 * One row of the table. It is drawn again only when its own answers, the header or the errors change: both its props and
 * the signals it reads are compared.
 */

import type { AnswerContext } from '../../../functions/schema/answers/context.ts'
import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import { settleCells } from '../../../functions/schema/answers/settle-cells.ts'
import type { Cells, Row } from '../../../functions/schema/answers.ts'
import type { Table } from '../../../functions/schema/form.ts'
import { tableWording as words } from '../../wording/form.ts'
import { language, say } from '../../wording/language.ts'
import { Absences } from '../fields/absences.tsx'
import { Messages } from '../fields/field-block.tsx'
import type { InputProps } from '../fields/input-props.ts'
import { ValueInput } from '../fields/value-input.tsx'
import { useForm } from '../form-model.ts'
import { elementId, pointerOf } from '../model/place.ts'
import { columnHintId, columnsOf, rowName } from './columns.ts'
import type { RowActions } from './row-list-props.ts'

export type GridRowProps = {
  readonly table: Table
  readonly row: Row
  readonly index: number
  readonly grouped: boolean
  readonly header: Cells
  readonly actions: RowActions | undefined
}

export function GridRow({ table, row, index, grouped, header, actions }: GridRowProps) {
  const model = useForm()
  const { cells, visible } = settleCells(table.fields, row.cells, header)
  const name = rowName(table, row, index, grouped, model.context.value)
  const pointer = `/rows/${table.id}/${row.rowKey}`
  const id = elementId(pointer)
  return (
    <tr id={id} data-row={row.rowKey}>
      <th scope="row" class="corner">
        {actions === undefined ? name : index + 1}
        {actions !== undefined && <small>{nameOfFree(table, row, model.context.value)}</small>}
        <Messages
          id={id}
          errors={model.errorsAt.value.get(pointer) ?? []}
          comments={model.comments.get(pointer) ?? []}
        />
      </th>
      {columnsOf(table).map((field) =>
        visible.has(field.id) ? (
          <GridCell
            key={field.id}
            table={table}
            field={field}
            rowKey={row.rowKey}
            name={name}
            value={field.type === 'computed' ? cells[field.id] : row.cells[field.id]}
          />
        ) : (
          <td key={field.id} class="not-asked">
            –
          </td>
        ),
      )}
      <td class="row-actions">
        <button
          type="button"
          class="link"
          aria-label={`${say(words.open)}: ${name}`}
          onClick={() => {
            model.openRows.value = { ...model.openRows.peek(), [table.id]: row.rowKey }
          }}
        >
          {say(words.open)}
        </button>
        {actions !== undefined && (
          <>
            <button
              type="button"
              class="link"
              aria-label={`${say(words.duplicate)}: ${name}`}
              onClick={() => actions.duplicate(row)}
            >
              {say(words.duplicate)}
            </button>
            <button
              type="button"
              class="link"
              aria-label={`${say(words.remove)}: ${name}`}
              onClick={() => actions.remove(row)}
            >
              {say(words.remove)}
            </button>
          </>
        )}
      </td>
    </tr>
  )
}

/** What a free row is about, kept in sight while the table is scrolled sideways. */
function nameOfFree(table: Table, row: Row, context: AnswerContext): string {
  const [first] = table.fields
  return first === undefined ? '' : formatValue(first, row.cells[first.id], language.value, context)
}

type GridCellProps = Pick<InputProps, 'field' | 'value'> & {
  readonly table: Table
  readonly rowKey: string
  readonly name: string
}

function GridCell({ table, field, rowKey, name, value }: GridCellProps) {
  const model = useForm()
  const place = { table: table.id, rowKey, field: field.id }
  const pointer = pointerOf(place)
  const id = elementId(pointer)
  const errors = model.errorsAt.value.get(pointer) ?? []
  const comments = model.comments.get(pointer) ?? []
  const describedBy = [
    errors.length === 0 ? '' : `${id}-error`,
    comments.length === 0 ? '' : `${id}-comment`,
    field.hint === undefined ? '' : columnHintId(table, field),
  ].filter((each) => each !== '')
  const props: InputProps = {
    field,
    place,
    value,
    id,
    compact: true,
    invalid: errors.length > 0,
    describedBy: describedBy.length === 0 ? undefined : describedBy.join(' '),
    label: `${say(field.label)}, ${name}`,
  }
  return (
    <td data-field={field.id} class={`cell c-${field.type}`}>
      <ValueInput {...props} />
      <Absences {...props} />
      <Messages id={id} errors={errors} comments={comments} />
    </td>
  )
}
