/** What was found in an uploaded workbook: counts and notices, and the errors by cell. */

import type { Wording } from '../../functions/schema/wording.ts'
import type { WorkbookError, WorkbookPreview } from '../../functions/schema/workbook.ts'
import { say } from '../wording/language.ts'
import { countLines, moreErrors, workbookWording as words } from '../wording/workbook.ts'
import './workbook-findings.css'

/** How many rows are new, changed, removed or wrong, and what is to be known of the file as a whole. */
export function WorkbookCounts({ preview }: { preview: WorkbookPreview }) {
  return (
    <>
      <ul class="workbook-counts">
        {countLines(preview.counts).map(({ key, count, words: told, tone }) => (
          <li key={key} class={tone}>
            <strong>{count}</strong> {say(told)}
          </li>
        ))}
      </ul>
      {preview.notices.map(({ code, message }) => (
        <p key={code + message.id} class="panel warning">
          {say(message)}
        </p>
      ))}
    </>
  )
}

/** What is wrong, by sheet and cell. */
export function WorkbookErrors({ preview, hint }: { preview: WorkbookPreview; hint?: Wording }) {
  const { errors, counts } = preview
  const more = counts.wrong + counts.blank - errors.length
  return (
    <div>
      <h4 id="workbook-errors">{say(words.errors)}</h4>
      {hint && <p>{say(hint)}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section class="workbook-errors" tabIndex={0} aria-labelledby="workbook-errors">
        <table>
          <thead>
            <tr>
              <th scope="col">{say(words.cell)}</th>
              <th scope="col">{say(words.problem)}</th>
            </tr>
          </thead>
          <tbody>
            {errors.map((error) => (
              <ErrorLine key={`${error.sheet}${error.cell}${error.code}`} error={error} />
            ))}
          </tbody>
        </table>
      </section>
      {more > 0 && <p>{say(moreErrors(more))}</p>}
    </div>
  )
}

function ErrorLine({ error: { sheet, cell, message } }: { error: WorkbookError }) {
  return (
    <tr>
      <th scope="row">
        <span class="sheet-name">{sheet}</span> {cell}
      </th>
      <td>{say(message)}</td>
    </tr>
  )
}
