/**
 * What the accuracy checks say of the whole form, above its foot: how many of which kind, and each as a link to its cell. It also
 * sets the checks to work, since it is fetched with them when the page has time.
 */
import { useEffect } from 'preact/hooks'
import { problemWords } from '../../../functions/rules/problem-counts.ts'
import { rowLabel } from '../../../functions/schema/answers/row-label.ts'
import { findingsWording as words } from '../../wording/findings.ts'
import { say } from '../../wording/language.ts'
import { severityWords } from '../../wording/severity.ts'
import { focusPointer } from '../focus-pointer.ts'
import { type FormModel, rowAt, useForm } from '../form-model.ts'
import { FindingNote } from './finding-note.tsx'
import type { LiveFinding } from './live-finding.ts'
import { type FindingParts, startFindings } from './live-findings.ts'

const shownFindings = 10
const ranks = { blocking: 0, warning: 1, info: 2 } as const

export function FindingsPanel({ work, view, session }: Omit<FindingParts, 'model'>) {
  const model = useForm()
  useEffect(() => startFindings({ work, view, model, session }), [model, session])
  const { all } = model.found.value
  const problems = model.problems.value
  const open = all.filter(({ state }) => state === 'open').sort((a, b) => ranks[a.severity] - ranks[b.severity])
  const explained = all.filter(({ state }) => state === 'explained')
  if (all.length === 0) return null
  return (
    <section class="findings" id="temuan" aria-labelledby="temuan-judul" tabIndex={-1}>
      <h2 id="temuan-judul">{say(words.title)}</h2>
      <p role="status">{problems !== undefined && (say(problemWords(problems.counts)) || say(words.noneOpen))}</p>
      <List model={model} findings={open.slice(0, shownFindings)} />
      <Folded model={model} findings={open.slice(shownFindings)} title={say(words.more)} />
      <Folded model={model} findings={explained} title={say(words.explained)} />
    </section>
  )
}

type ListProps = { readonly model: FormModel; readonly findings: readonly LiveFinding[] }

function Folded({ model, findings, title }: ListProps & { readonly title: string }) {
  if (findings.length === 0) return null
  return (
    <details>
      <summary>
        {title} ({findings.length})
      </summary>
      <List model={model} findings={findings} />
    </details>
  )
}

function List({ model, findings }: ListProps) {
  return (
    <ul>
      {findings.map((finding) => (
        <li key={finding.id}>
          <a
            href={`#${finding.pointer}`}
            onClick={(event) => {
              event.preventDefault()
              focusPointer(model, finding.pointer)
            }}
          >
            {rowNameOf(model, finding)}
            <span class="unseen">, {say(severityWords[finding.severity])}</span>
          </a>
          <FindingNote model={model} finding={finding} />
        </li>
      ))}
    </ul>
  )
}

/** "Baris 3 · 1.06.05.2.02.0006", or the table. */
function rowNameOf(model: FormModel, { pointer }: LiveFinding): string {
  const at = rowAt(model, pointer)
  if (at !== undefined) return say(rowLabel(at.table, at.row, at.index, model.context.value))
  const table = model.definition.tables.find(({ id }) => pointer.startsWith(`/rows/${id}`))
  return say(table?.title ?? model.definition.title)
}
