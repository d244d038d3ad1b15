/** The board on a phone: a card an agency, with its forms one under the other. */
import { boardWording as words } from '../wording/board.ts'
import { say } from '../wording/language.ts'
import { AgencyExtras } from './agency-extras.tsx'
import type { BoardBodyProps } from './board-table.tsx'
import { CellWords } from './cell-words.tsx'

export function BoardCards({ sections, forms, view }: BoardBodyProps) {
  return (
    <>
      {sections.map(({ kind, rows }) => (
        <section key={kind} aria-labelledby={`board-${kind}`}>
          <h2 id={`board-${kind}`}>
            {say(words[kind])} ({rows.length})
          </h2>
          {rows.map(({ agency, assignments }) => (
            <article key={agency.id} class="card">
              <h3>{say(agency.name)}</h3>
              <AgencyExtras agencyId={agency.id} view={view} />
              <ul class="board-forms">
                {assignments.map((cell) => {
                  const form = forms.find(({ id }) => id === cell.formId)
                  const title = form === undefined ? cell.formId : say(form.shortTitle)
                  return (
                    <li key={cell.formId}>
                      <strong>{title}</strong>
                      <CellWords cell={cell} round={view.round.id} of={`${say(agency.name)}, ${title}`} />
                    </li>
                  )
                })}
              </ul>
            </article>
          ))}
        </section>
      ))}
    </>
  )
}
