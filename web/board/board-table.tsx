/** The board on a desk and on paper: a row an agency, a column a form. */
import { useEffect, useState } from 'preact/hooks'
import type { BoardRow } from '../api/board.ts'
import type { FormSummary, RoundView } from '../api/rounds.ts'
import { boardWording as words } from '../wording/board.ts'
import { say } from '../wording/language.ts'
import { AgencyExtras } from './agency-extras.tsx'
import { AgencyForecast } from './agency-forecast.tsx'
import type { BoardSection } from './board-model.ts'
import { CellWords, heatOf } from './cell-words.tsx'

export type BoardBodyProps = {
  readonly sections: readonly BoardSection[]
  readonly forms: readonly FormSummary[]
  readonly view: RoundView
}

/** Drawn before the page is first seen; the others follow at once. A thousand agencies take seconds. */
const firstRows = 100

export function BoardTable({ sections, forms, view, printing }: BoardBodyProps & { readonly printing: boolean }) {
  const all = sections.reduce((sum, { rows }) => sum + rows.length, 0)
  // The address names an agency where a digest leads to it.
  const [whole, setWhole] = useState(all <= firstRows || location.hash !== '')
  useEffect(() => {
    if (whole) return undefined
    const drawn = requestAnimationFrame(() => setTimeout(() => setWhole(true)))
    return () => cancelAnimationFrame(drawn)
  }, [whole])
  let left = whole || printing ? all : firstRows
  const drawn = sections.map((section) => {
    const rows = section.rows.slice(0, left)
    left -= rows.length
    return { ...section, rows, count: section.rows.length }
  })
  return (
    <div class="board-scroll">
      <table class="board">
        <caption class="unseen">{say(words.title)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(words.agency)}</th>
            {forms.map(({ id, title, shortTitle }) => (
              <th key={id} scope="col" title={say(title)}>
                {say(shortTitle)}
              </th>
            ))}
            <th scope="col" class="no-print" title={say(words.forecastHint)}>
              {say(words.forecast)}
            </th>
          </tr>
        </thead>
        {drawn.map(({ kind, rows, count }) => (
          <tbody key={kind}>
            <tr class="board-section">
              <th scope="rowgroup" colSpan={forms.length + 1}>
                {say(words[kind])} ({count})
              </th>
              <td class="no-print" />
            </tr>
            {rows.map((row) => (
              <AgencyLine key={row.agency.id} row={row} forms={forms} view={view} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function AgencyLine({ row, forms, view }: { row: BoardRow } & Omit<BoardBodyProps, 'sections'>) {
  const { agency, assignments } = row
  return (
    <tr id={agency.id}>
      <th scope="row">
        {say(agency.name)}
        <AgencyExtras agencyId={agency.id} view={view} />
      </th>
      {forms.map(({ id, shortTitle }) => {
        const cell = assignments.find(({ formId }) => formId === id)
        return (
          <td key={id} class={cell && heatOf(cell)}>
            {cell === undefined ? (
              <span class="cell-none">
                <span aria-hidden="true">–</span>
                <span class="unseen">{say(words.unassigned)}</span>
              </span>
            ) : (
              <CellWords cell={cell} round={view.round.id} of={`${say(agency.name)}, ${say(shortTitle)}`} />
            )}
          </td>
        )
      })}
      <td class="no-print">
        <AgencyForecast row={row} view={view} />
      </td>
    </tr>
  )
}
