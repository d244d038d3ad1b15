/** The board on a phone: a line an agency, which opens to its forms; what is drawn for a closed one is a line and its strip of forms. */
import { useState } from 'preact/hooks'
import { isSent } from '../../functions/rules/completeness.ts'
import type { BoardRow } from '../api/board.ts'
import { sentOf, boardWording as words } from '../wording/board.ts'
import { say } from '../wording/language.ts'
import { AgencyExtras } from './agency-extras.tsx'
import { AgencyForecast } from './agency-forecast.tsx'
import type { BoardBodyProps } from './board-table.tsx'
import { CellWords, heatOf } from './cell-words.tsx'

export function BoardCards({ sections, forms, view }: BoardBodyProps) {
  return (
    <>
      {sections.map(({ kind, rows }) => (
        <section key={kind} aria-labelledby={`board-${kind}`}>
          <h2 id={`board-${kind}`}>
            {say(words[kind])} ({rows.length})
          </h2>
          {rows.map((row) => (
            <AgencyCard key={row.agency.id} row={row} forms={forms} view={view} />
          ))}
        </section>
      ))}
    </>
  )
}

type AgencyCardProps = { readonly row: BoardRow } & Omit<BoardBodyProps, 'sections'>

function AgencyCard({ row, forms, view }: AgencyCardProps) {
  const { agency, assignments } = row
  // The address names an agency where a digest leads to it.
  const [open, setOpen] = useState(() => location.hash === `#${encodeURIComponent(agency.id)}`)
  const sent = assignments.filter(isSent).length
  return (
    <details id={agency.id} class="agency-line" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="agency-name">{say(agency.name)}</span>
        <span class="strip" aria-hidden="true">
          {assignments.map((cell) => (
            <i key={cell.formId} class={heatOf(cell)} />
          ))}
        </span>
        <small aria-hidden="true">{`${sent}/${assignments.length}`}</small>
        <span class="unseen"> {say(sentOf(sent, assignments.length))}</span>
      </summary>
      {open && (
        <>
          <AgencyExtras agencyId={agency.id} view={view} />
          <p>
            <small>
              {say(words.forecast)}: <AgencyForecast row={row} view={view} />
            </small>
          </p>
          <ul class="board-forms">
            {assignments.map((cell) => {
              const form = forms.find(({ id }) => id === cell.formId)
              const title = form === undefined ? cell.formId : say(form.shortTitle)
              return (
                <li key={cell.formId} class={heatOf(cell)}>
                  <strong>{title}</strong>
                  <CellWords cell={cell} round={view.round.id} of={`${say(agency.name)}, ${title}`} />
                </li>
              )
            })}
          </ul>
        </>
      )}
    </details>
  )
}
