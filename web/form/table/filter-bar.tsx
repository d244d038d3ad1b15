/** Which rows are shown, and in which order. What is chosen here is a view; nothing is stored. */
import { useComputed } from '@preact/signals'
import { useState } from 'preact/hooks'
import { choicesOf } from '../../../functions/schema/answers/choices.ts'
import { isNote } from '../../../functions/schema/fields/computed.ts'
import { shownWords, toolWording as words } from '../../wording/grid-tools.ts'
import { language, say } from '../../wording/language.ts'
import { doneOf } from '../../wording/rows.ts'
import { groupRows, rowState } from '../model/row-progress.ts'
import { isGrouped } from './columns.ts'
import { filterRows, noFilter, type RowFilter } from './filter-rows.ts'
import type { GridState } from './grid-state.ts'

export function FilterBar({ state }: { state: GridState }) {
  const [filter, setFilter] = useState<RowFilter>(noFilter)
  const { model, table } = state
  // Another part of the page (a link to a row that was hidden) may have shown all again.
  const current = state.view.value === undefined ? noFilter : filter
  const want = (part: Partial<RowFilter>) => {
    const next = { ...current, ...part }
    setFilter(next)
    const take = () => {
      state.view.value = filterRows(state, next, language.peek())
    }
    if (next.show === 'wrong') void model.review().then(take, take)
    else take()
  }
  const shown = useComputed(() => state.rows.value.length).value
  const all = useComputed(() => state.all.value.length).value
  return (
    <div class="filter-bar">
      <label>
        {say(words.show)}
        <select
          value={current.show}
          onChange={(event) => want({ show: event.currentTarget.value as RowFilter['show'] })}
        >
          <option value="all">{say(words.all)}</option>
          <option value="wrong">{say(words.wrong)}</option>
          <option value="unfinished">{say(words.unfinished)}</option>
          {model.comments.size > 0 && <option value="commented">{say(words.commented)}</option>}
        </select>
      </label>
      {isGrouped(table) && <Groups state={state} value={current.group} take={(group) => want({ group })} />}
      <label>
        {say(words.search)}
        <input type="search" value={current.search} onInput={(event) => want({ search: event.currentTarget.value })} />
      </label>
      <label>
        {say(words.sort)}
        <select value={current.sortBy} onChange={(event) => want({ sortBy: event.currentTarget.value })}>
          <option value="">{say(words.stored)}</option>
          {table.fields.map(
            (field) =>
              !isNote(field) && (
                <option key={field.id} value={field.id}>
                  {say(field.label)}
                </option>
              ),
          )}
        </select>
      </label>
      {current.sortBy !== '' && (
        <button type="button" class="button small" onClick={() => want({ descending: !current.descending })}>
          {current.descending ? `↓ ${say(words.descending)}` : `↑ ${say(words.ascending)}`}
        </button>
      )}
      <p role="status">
        {state.view.value !== undefined && (
          <>
            {shown === 0 ? say(words.noneShown) : say(shownWords(shown, all))}{' '}
            <button type="button" class="link" onClick={() => want(noFilter)}>
              {say(words.showAll)}
            </button>
          </>
        )}
      </p>
    </div>
  )
}

type GroupsProps = { readonly state: GridState; readonly value: string; readonly take: (group: string) => void }

/** One kelurahan of many, each with how far it is. */
function Groups({ state: { table, all, model }, value, take }: GroupsProps) {
  const by = table.fields.find(({ id }) => id === table.fixedRows?.by[0]?.field)
  if (by === undefined) return null
  const names = new Map(choicesOf(by, model.context.value).map((choice) => [choice.value, say(choice.label)]))
  const header = model.header.peek()
  // How far they are is counted again when the form has been judged, not at every letter.
  void model.completeness.value
  return (
    <label>
      {say(by.label)}
      <select value={value} onChange={(event) => take(event.currentTarget.value)}>
        <option value="">{say(words.all)}</option>
        {groupRows(table, all.peek()).map(({ value: group, rows }) => (
          <option key={group} value={group}>
            {names.get(group) ?? group}:{' '}
            {say(doneOf(rows.filter((row) => rowState(table, row, header) === 'done').length, rows.length))}
          </option>
        ))}
      </select>
    </label>
  )
}
