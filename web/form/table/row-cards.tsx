/**
 * Rows on a narrow screen: a card each, saying how far it is and what it is about; it is filled in its edit view. Cards are of
 * one height, so that of a thousand only those in sight are drawn.
 */

import { useEffect, useRef } from 'preact/hooks'
import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import { rowLabel } from '../../../functions/schema/answers/row-label.ts'
import { settleRow } from '../../../functions/schema/answers/settle-cells.ts'
import type { Row } from '../../../functions/schema/answers.ts'
import { language, say } from '../../wording/language.ts'
import { rowWording as words } from '../../wording/rows.ts'
import { severityWords } from '../../wording/severity.ts'
import { elementId, targetOf } from '../model/place.ts'
import { rowState } from '../model/row-progress.ts'
import { columnsOf, rowName } from './columns.ts'
import type { GridState } from './grid-state.ts'
import { isFree, isFull } from './row-actions.ts'
import { duplicateRows, removeRows } from './row-changes.ts'
import { partsOf } from './row-window.ts'
import { usePageRows } from './row-window-page.ts'
import './cards.css'

/** How many answers a card shows; more would not fit its height. */
const shownAnswers = 3
const usualHeight = 190
const looks = { untouched: 'tag', begun: 'tag returned', done: 'tag accepted' } as const

/** `rows` may be a part of the table; `grouped`: they stand in a group that has its own heading. */
type RowCardsProps = { readonly state: GridState; readonly rows: readonly Row[]; readonly grouped: boolean }

export function RowCards({ state, rows, grouped }: RowCardsProps) {
  const list = useRef<HTMLUListElement>(null)
  const { height, first, visible } = usePageRows(list, rows.length, { one: '.card', usual: usualHeight })
  useSoughtCard(state, rows, { list, height })
  const parts = partsOf({ count: rows.length, first, visible }, undefined)
  const numbers = state.numbers.value
  return (
    <ul ref={list} class="row-cards">
      {parts.map((part) => {
        if ('gap' in part) {
          return <li key={`gap-${part.after}`} aria-hidden="true" style={{ height: `${part.gap * height}px` }} />
        }
        const row = rows[part.row]
        if (row === undefined) return null
        const index = numbers?.get(row.rowKey) ?? (grouped ? state.all.peek().indexOf(row) : part.row)
        return (
          <RowCard
            key={row.rowKey}
            state={state}
            row={row}
            index={index}
            grouped={grouped}
            place={{ at: part.row + 1, of: rows.length }}
          />
        )
      })}
    </ul>
  )
}

type RowCardProps = {
  readonly state: GridState
  readonly row: Row
  readonly index: number
  readonly grouped: boolean
  readonly place: { readonly at: number; readonly of: number }
}

function RowCard({ state, row, index, grouped, place }: RowCardProps) {
  const { model, table } = state
  const header = model.header.value
  const { cells, visible } = settleRow(table, row, header)
  const progress = rowState(table, row, header)
  const pointer = `/rows/${table.id}/${row.rowKey}`
  const wrong = model.errorsIn.value.has(`${table.id}/${row.rowKey}`)
  const warned = model.found.value.rows.has(`${table.id}/${row.rowKey}`)
  const commented = [...model.comments.keys()].some((each) => each === pointer || each.startsWith(`${pointer}/`))
  const context = model.context.value
  const name = grouped ? rowName(table, row, index, true, context) : say(rowLabel(table, row, index, context))
  const answers = columnsOf(table).filter((field) => visible.has(field.id) && cells[field.id] !== undefined)
  return (
    <li class={wrong ? 'card wrong' : 'card'} id={elementId(pointer)} aria-posinset={place.at} aria-setsize={place.of}>
      <h3 class="one-line">{name}</h3>
      <p class="one-line">
        <span class={looks[progress]}>{say(words[progress])}</span>{' '}
        {wrong && <span class="tag late">! {say(words.wrong)}</span>}
        {warned && <span class="tag returned">! {say(severityWords.warning)}</span>}
        {commented && <span class="tag returned">✎</span>}
      </p>
      <dl class="card-answers">
        {answers.slice(0, shownAnswers).map((field) => (
          <div key={field.id} class="one-line">
            <dt>{say(field.label)}:</dt> <dd>{formatValue(field, cells[field.id], language.value, context)}</dd>
          </div>
        ))}
      </dl>
      <div class="cluster">
        <Act name={name} word={say(words.edit)} main act={() => open(state, row)} />
        {isFree(state) && !isFull(state) && (
          <Act name={name} word={say(words.duplicate)} act={() => duplicateRows(state, [row])} />
        )}
        {isFree(state) && <Act name={name} word={say(words.remove)} act={() => removeRows(state, [row])} />}
      </div>
    </li>
  )
}

type ActProps = { readonly name: string; readonly word: string; readonly main?: boolean; readonly act: () => void }

function Act({ name, word, main = false, act }: ActProps) {
  return (
    <button
      type="button"
      class={main ? 'button small' : 'button small quiet'}
      aria-label={`${word}: ${name}`}
      onClick={act}
    >
      {word}
    </button>
  )
}

function open({ model, table }: GridState, row: Row): void {
  model.openRows.value = { ...model.openRows.peek(), [table.id]: row.rowKey }
}

type Drawn = { readonly list: { readonly current: HTMLUListElement | null }; readonly height: number }

/** An error or a comment leads to a card that is not drawn: the page is scrolled to where it will be. */
function useSoughtCard({ model, table }: GridState, rows: readonly Row[], { list, height }: Drawn): void {
  const sought = model.sought.value
  useEffect(() => {
    const target = targetOf(sought ?? '')
    const index = target.table === table.id ? rows.findIndex(({ rowKey }) => rowKey === target.rowKey) : -1
    const top = list.current?.getBoundingClientRect().top
    if (index >= 0 && top !== undefined) scrollBy(0, top + index * height - innerHeight / 3)
  }, [sought])
}
