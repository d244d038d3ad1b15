/** Rows on a narrow screen: a card each, saying how far it is and what it is about; it is filled in its edit view. */

import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import { rowLabel } from '../../../functions/schema/answers/row-label.ts'
import { settleCells } from '../../../functions/schema/answers/settle-cells.ts'
import type { Cells, Row } from '../../../functions/schema/answers.ts'
import { tableWording as words } from '../../wording/form.ts'
import { language, say } from '../../wording/language.ts'
import { useForm } from '../form-model.ts'
import { elementId } from '../model/place.ts'
import { rowState } from '../model/row-progress.ts'
import { columnsOf, rowName } from './columns.ts'
import type { RowListProps } from './row-list-props.ts'

/** How many answers a card shows. */
const shownAnswers = 3
const looks = { untouched: 'tag', begun: 'tag returned', done: 'tag accepted' } as const

export function RowCards(props: RowListProps) {
  const model = useForm()
  return (
    <ul class="row-cards">
      {props.rows.map((row, index) => (
        <RowCard key={row.rowKey} {...props} row={row} index={index} header={model.header.value} />
      ))}
    </ul>
  )
}

type RowCardProps = RowListProps & { readonly row: Row; readonly index: number; readonly header: Cells }

function RowCard({ table, row, index, actions, grouped, header }: RowCardProps) {
  const model = useForm()
  const { cells, visible } = settleCells(table.fields, row.cells, header)
  const state = rowState(table, row, header)
  const pointer = `/rows/${table.id}/${row.rowKey}`
  const wrong = [...model.errorsAt.value.keys()].some((each) => each === pointer || each.startsWith(`${pointer}/`))
  const commented = [...model.comments.keys()].some((each) => each === pointer || each.startsWith(`${pointer}/`))
  const context = model.context.value
  const name = grouped ? rowName(table, row, index, true, context) : say(rowLabel(table, row, index, context))
  const answers = columnsOf(table).filter((field) => visible.has(field.id) && cells[field.id] !== undefined)
  return (
    <li class={wrong ? 'card wrong' : 'card'} id={elementId(pointer)}>
      <h3>{name}</h3>
      <p>
        <span class={looks[state]}>{say(words[state])}</span> {wrong && <span class="tag late">!</span>}
        {commented && <span class="tag returned">✎</span>}
      </p>
      <dl class="card-answers">
        {answers.slice(0, shownAnswers).map((field) => (
          <div key={field.id}>
            <dt>{say(field.label)}</dt>
            <dd>{formatValue(field, cells[field.id], language.value, context)}</dd>
          </div>
        ))}
      </dl>
      <div class="cluster">
        <button
          type="button"
          class="button small"
          aria-label={`${say(words.edit)}: ${name}`}
          onClick={() => {
            model.openRows.value = { ...model.openRows.peek(), [table.id]: row.rowKey }
          }}
        >
          {say(words.edit)}
        </button>
        {actions !== undefined && (
          <>
            <button
              type="button"
              class="button small quiet"
              aria-label={`${say(words.duplicate)}: ${name}`}
              onClick={() => actions.duplicate(row)}
            >
              {say(words.duplicate)}
            </button>
            <button
              type="button"
              class="button small quiet"
              aria-label={`${say(words.remove)}: ${name}`}
              onClick={() => actions.remove(row)}
            >
              {say(words.remove)}
            </button>
          </>
        )}
      </div>
    </li>
  )
}
