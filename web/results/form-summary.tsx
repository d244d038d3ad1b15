/** What the answers to an own form come to: each question as a table whose bars are plain SVG, so that the figures stand beside them. */
import { useState } from 'preact/hooks'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { formatNumber } from '../../functions/schema/formats.ts'
import type { Wording } from '../../functions/schema/wording.ts'
import { useResource } from '../api/resource.ts'
import { type Figures, fetchFormSummary, type QuestionSummary } from '../api/results.ts'
import { WideTable } from '../controls/wide-table.tsx'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { language, say } from '../wording/language.ts'
import { summaryWording as words } from '../wording/summary.ts'

type OfForm = { readonly round: string; readonly definition: FormDefinition }

export function FormSummary({ round, definition }: OfForm) {
  const [open, setOpen] = useState(false)
  return (
    <details class="card" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {say(words.title)}: {say(definition.title)}
      </summary>
      {open && <Questions round={round} form={definition.id} />}
    </details>
  )
}

function Questions({ round, form }: { readonly round: string; readonly form: string }) {
  const { value, error, reload } = useResource(`summary|${round}|${form}`, () => fetchFormSummary(round, form))
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  if (value.questions.length === 0) return <p>{say(words.nothing)}</p>
  return (
    <>
      {value.questions.map((question) => (
        <Question key={question.id} question={question} />
      ))}
    </>
  )
}

function Question({ question }: { readonly question: QuestionSummary }) {
  const { label, part, all, choices, byAgency, byArea } = question
  return (
    <section class="summary">
      <h3>
        {part !== null && `${say(part)} › `}
        {say(label)}
      </h3>
      <p class="hint">{say(words.answered(all.answered, all.blank))}</p>
      {choices.length > 0 ? (
        <Bars
          head={words.choice}
          bars={choices.map((choice, at) => ({ name: choice.label, value: all.counts?.[at] ?? 0 }))}
        />
      ) : (
        <p>{numberLine(all)}</p>
      )}
      <Groups head={words.agency} question={question} groups={byAgency} />
      <Groups head={words.area} question={question} groups={byArea} />
    </section>
  )
}

type GroupsProps = {
  readonly head: Wording
  readonly question: QuestionSummary
  readonly groups: QuestionSummary['byAgency']
}

function Groups({ head, question: { choices, type }, groups }: GroupsProps) {
  if (groups.length === 0) return null
  return (
    <details>
      <summary>{say(words.by(head))}</summary>
      {choices.length === 0 ? (
        <Bars
          head={head}
          bars={groups.map(({ name, figures }) => ({ name, value: figures.sum ?? figures.mean }))}
          measure={type === 'percent' ? words.mean : words.sum}
        />
      ) : (
        <WideTable label={say(words.by(head))}>
          <table class="paper-table">
            <thead>
              <tr>
                <th scope="col">{say(head)}</th>
                {choices.map(({ value, label }) => (
                  <th key={value} scope="col" class="number">
                    {say(label)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {groups.map(({ name, figures }) => (
                <tr key={name.id}>
                  <th scope="row">{say(name)}</th>
                  {choices.map(({ value }, at) => (
                    <td key={value} class="number">
                      {figures.counts?.[at] ?? 0}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </details>
  )
}

type Bar = { readonly name: Wording; readonly value: number | undefined }

function Bars({
  head,
  bars,
  measure = words.count,
}: {
  readonly head: Wording
  readonly bars: readonly Bar[]
  readonly measure?: Wording
}) {
  const most = Math.max(...bars.map(({ value = 0 }) => Math.abs(value)), 1)
  return (
    <WideTable label={say(head)}>
      <table class="paper-table bars">
        <thead>
          <tr>
            <th scope="col">{say(head)}</th>
            <th scope="col" class="number">
              {say(measure)}
            </th>
            <td class="bar" />
          </tr>
        </thead>
        <tbody>
          {bars.map(({ name, value }) => (
            <tr key={name.id}>
              <th scope="row">{say(name)}</th>
              <td class="number">{value === undefined ? '–' : shown(value)}</td>
              <td class="bar">
                <svg width="100%" height="14" focusable="false" aria-hidden="true">
                  <rect width={`${(100 * Math.abs(value ?? 0)) / most}%`} height="14" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

function shown(value: number): string {
  return formatNumber(value, language.value, Number.isInteger(value) ? 0 : 2)
}

function numberLine(figures: Figures): string {
  const { sum, mean, least, most } = figures
  const parts: readonly (readonly [Wording, number | undefined])[] = [
    [words.sum, sum],
    [words.mean, mean],
    [words.least, least],
    [words.most, most],
  ]
  return parts.flatMap(([name, value]) => (value === undefined ? [] : [`${say(name)} ${shown(value)}`])).join(' · ')
}
