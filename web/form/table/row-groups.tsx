/** Hundreds of demanded rows on a phone, by their first fixed cell (a kelurahan): each group says how far it is, and one is open at a time. */
import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import { later } from '../../shell/later.tsx'
import { language, say } from '../../wording/language.ts'
import { doneOf } from '../../wording/rows.ts'
import { groupRows, rowState } from '../model/row-progress.ts'
import type { GridState } from './grid-state.ts'
import './cards.css'

const RowCards = later(async () => (await import('./row-cards.tsx')).RowCards)

export function RowGroups({ state }: { state: GridState }) {
  const { model, table } = state
  const by = table.fields.find(({ id }) => id === table.fixedRows?.by[0]?.field)
  const opened = model.openGroups.value[table.id]
  const header = model.header.value
  return (
    <div class="groups">
      {groupRows(table, state.rows.value).map(({ value, rows }) => {
        const done = rows.filter((row) => rowState(table, row, header) === 'done').length
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
                <span class={done === rows.length ? 'tag accepted' : 'tag'}>{say(doneOf(done, rows.length))}</span>
              </button>
            </h3>
            <div id={id}>{open && <RowCards state={state} rows={rows} grouped />}</div>
          </section>
        )
      })}
    </div>
  )
}
