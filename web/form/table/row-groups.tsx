/** Hundreds of demanded rows, by their first fixed cell (a kelurahan): each group says how far it is, and one is open at a time. */
import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import { doneOf } from '../../wording/form.ts'
import { language, say } from '../../wording/language.ts'
import { useForm } from '../form-model.ts'
import { groupRows, rowState } from '../model/row-progress.ts'
import { RowList } from './row-list.tsx'
import type { RowListProps } from './row-list-props.ts'

export function RowGroups({ table, rows }: RowListProps) {
  const model = useForm()
  const by = table.fields.find(({ id }) => id === table.fixedRows?.by[0]?.field)
  const opened = model.openGroups.value[table.id]
  const header = model.header.value
  return (
    <div class="groups">
      {groupRows(table, rows).map(({ value, rows: grouped }) => {
        const done = grouped.filter((row) => rowState(table, row, header) === 'done').length
        const open = opened === value
        const id = `group-${table.id}-${value.replace(/\W+/g, '-')}`
        return (
          <section key={value} class="group">
            <h3>
              <button
                type="button"
                class="group-head"
                aria-expanded={open}
                aria-controls={id}
                onClick={() => {
                  model.openGroups.value = { ...model.openGroups.peek(), [table.id]: open ? '' : value }
                }}
              >
                <span>{by === undefined ? value : formatValue(by, value, language.value, model.context.value)}</span>
                <span class={done === grouped.length ? 'tag accepted' : 'tag'}>
                  {say(doneOf(done, grouped.length))}
                </span>
              </button>
            </h3>
            <div id={id}>{open && <RowList table={table} rows={grouped} actions={undefined} grouped />}</div>
          </section>
        )
      })}
    </div>
  )
}
