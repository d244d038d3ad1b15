/** Rows on a phone: one line each with its marks, of one height, so that of a thousand only those in sight are drawn. A press opens the row. */
import { useEffect, useRef } from 'preact/hooks'
import { rowLabel } from '../../../functions/schema/answers/row-label.ts'
import { targetOf } from '../../form/model/place.ts'
import type { CellMark } from '../../form/table/grid-state.ts'
import { partsOf } from '../../form/table/row-window.ts'
import { usePageRows } from '../../form/table/row-window-page.ts'
import { say } from '../../wording/language.ts'
import type { TableOfSheet } from './sheet.ts'

const usualHeight = 48

export function RowLines({ sheet, state }: TableOfSheet) {
  const list = useRef<HTMLUListElement>(null)
  const rows = state.rows.value
  const { height, first, visible } = usePageRows(list, rows.length, { one: '.row-line', usual: usualHeight })
  const numbers = state.numbers.value
  const marks = state.marks?.value
  const place = sheet.place.value
  // A mark leads to a line that may not be drawn: the page is scrolled to where it will be.
  useEffect(() => {
    const { table, rowKey } = targetOf(place ?? '')
    const index = table === state.table.id ? rows.findIndex((row) => row.rowKey === rowKey) : -1
    const top = list.current?.getBoundingClientRect().top
    if (index >= 0 && top !== undefined) scrollBy(0, top + index * height - innerHeight / 3)
  }, [place])
  return (
    <ul ref={list} class="row-lines">
      {partsOf({ count: rows.length, first, visible }, undefined).map((part) => {
        if ('gap' in part) {
          return <li key={`gap-${part.after}`} aria-hidden="true" style={{ height: `${part.gap * height}px` }} />
        }
        const row = rows[part.row]
        if (row === undefined) return null
        const index = numbers?.get(row.rowKey) ?? part.row
        return (
          <li key={row.rowKey} class="row-line" aria-posinset={part.row + 1} aria-setsize={rows.length}>
            <button type="button" onClick={() => sheet.open(`/rows/${state.table.id}/${row.rowKey}`, true)}>
              <span class="one-line">{say(rowLabel(state.table, row, index, sheet.form.context))}</span>
              <Counts marks={marks?.get(row.rowKey)} />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** `! ≠ ?` of the whole row, and in words for those who hear it. */
function Counts({ marks }: { marks: ReadonlyMap<string, CellMark> | undefined }) {
  if (marks === undefined) return null
  const signs = new Set([...marks.values()].flatMap((mark) => [...mark.signs]))
  const texts = new Set([...marks.values()].flatMap(({ text }) => text.split(', ')))
  return (
    <span class="tag returned">
      <span aria-hidden="true">{[...signs].join(' ')}</span>
      <span class="unseen">{[...texts].join(', ')}</span>
    </span>
  )
}
