/**
 * What has come of a round, form by form and agency by agency, before anything is downloaded. Each bar is all that is expected: accepted,
 * sent, and outstanding, told apart by lightness; the same figures stand beside it as text.
 */
import { useState } from 'preact/hooks'
import type { Wording } from '../../functions/schema/wording.ts'
import type { Board, BoardCounts } from '../api/board.ts'
import { Figures } from '../board/figures.tsx'
import { WideTable } from '../controls/wide-table.tsx'
import { language, say } from '../wording/language.ts'
import { resultsWording as words } from '../wording/results.ts'

/** Rows that are read at a glance; the others come when they are asked for. */
const shownFirst = 20
const finder = 'cari-perangkat-daerah'

export function RoundFigures({ board }: { board: Board }) {
  const forms = board.forms.map(({ form, counts }) => ({ id: form.id, name: form.title, counts }))
  const agencies = board.agencies.map(({ agency, counts }) => ({ id: agency.id, name: agency.name, counts }))
  return (
    <>
      <div class="round-figures">
        <Figures counts={board.counts} />
      </div>
      <h2>{say(words.byForm)}</h2>
      <p class="hint">{say(words.barLegend)}</p>
      <Came head={words.form} lines={forms} />
      <h2>{say(words.byAgency)}</h2>
      <Agencies lines={agencies} />
    </>
  )
}

type Line = { readonly id: string; readonly name: Wording; readonly counts: BoardCounts }

function Agencies({ lines }: { lines: readonly Line[] }) {
  const [sought, setSought] = useState('')
  const [all, setAll] = useState(false)
  const found = lines
    .filter(({ name }) =>
      say(name).toLocaleLowerCase(language.value).includes(sought.trim().toLocaleLowerCase(language.value)),
    )
    .sort((a, b) => outstanding(b) - outstanding(a) || say(a.name).localeCompare(say(b.name), language.value))
  const shown = all ? found : found.slice(0, shownFirst)
  return (
    <>
      {lines.length > shownFirst && (
        <p class="field">
          <label class="label" for={finder}>
            {say(words.findAgency)}
          </label>
          <input id={finder} type="search" value={sought} onInput={(event) => setSought(event.currentTarget.value)} />
        </p>
      )}
      <p class="hint" role="status">
        {say(words.mostFirst(shown.length, found.length))}
      </p>
      <Came head={words.agency} lines={shown} />
      {shown.length < found.length && (
        <p>
          <button type="button" class="button" onClick={() => setAll(true)}>
            {say(words.showAll(found.length))}
          </button>
        </p>
      )}
    </>
  )
}

const outstanding = ({ counts: { expected, submitted } }: Line) => expected - submitted

function Came({ head, lines }: { head: Wording; lines: readonly Line[] }) {
  return (
    <WideTable label={say(head)}>
      <table class="paper-table came blocks">
        <thead>
          <tr>
            <th scope="col">{say(head)}</th>
            <th scope="col" class="number">
              {say(words.sent)}
            </th>
            <th scope="col" class="number">
              {say(words.complete)}
            </th>
            <th scope="col" class="number">
              {say(words.accepted)}
            </th>
            <td class="bar" />
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, name, counts: { expected, submitted, complete, accepted } }) => (
            <tr key={id}>
              <th scope="row">{say(name)}</th>
              <td class="number" data-name={say(words.sent)}>
                {submitted}/{expected}
              </td>
              <td class="number" data-name={say(words.complete)}>
                {complete}
              </td>
              <td class="number" data-name={say(words.accepted)}>
                {accepted}
              </td>
              <td class="bar">
                <Share of={expected} sent={submitted} accepted={accepted} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

function Share({ of, sent, accepted }: { of: number; sent: number; accepted: number }) {
  if (of === 0) return null
  const wide = (count: number) => `${(100 * count) / of}%`
  return (
    <svg class="share" width="100%" height="14" focusable="false" aria-hidden="true">
      <rect class="sent" width={wide(sent)} height="14" />
      <rect class="accepted" width={wide(accepted)} height="14" />
    </svg>
  )
}
