/** Loads a file of SIPD: read here, shown, told its stage, and only then are its sums sent. Below, all that was loaded before. */
import { useRef, useState } from 'preact/hooks'
import { fetchBudgets, type ToldBudget } from '../api/budgets.ts'
import { sayFailure } from '../api/problem.ts'
import { useResource } from '../api/resource.ts'
import { fetchRounds } from '../api/rounds.ts'
import { zone } from '../session/session.ts'
import { BackToSettings } from '../settings/settings-page.tsx'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { fullMoment } from '../wording/moments.ts'
import { csvGuide, flawWords, sipdWording as words } from '../wording/sipd.ts'
import { money, newestNames, stageName } from './budget-words.ts'
import { FileNotTaken, type ReadFile, readFile } from './read-file.ts'
import { ReadingPanel } from './reading-panel.tsx'
import '../settings/settings.css'

type Loaded = { readonly budgets: readonly ToldBudget[]; readonly year: number | undefined }

async function load(): Promise<Loaded> {
  const [budgets, rounds] = await Promise.all([fetchBudgets(), fetchRounds()])
  return { budgets, year: rounds[0]?.fiscalYear }
}

export function BudgetsPage() {
  usePageTitle(say(words.title))
  const { value, error, reload } = useResource('budgets', load)
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  return (
    <section>
      <BackToSettings />
      <h1>{say(words.title)}</h1>
      <p>{say(words.lead)}</p>
      <p class="hint">{say(words.where)}</p>
      <p class="hint">{say(words.shapes)}</p>
      <details>
        <summary>{say(words.csvTitle)}</summary>
        <ul>
          {csvGuide.map((line) => (
            <li key={line.id}>{say(line)}</li>
          ))}
        </ul>
      </details>
      <Upload {...value} />
      <h2>{say(words.loadedList)}</h2>
      <LoadedBudgets budgets={value.budgets} />
    </section>
  )
}

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly share: number }
  | { readonly kind: 'read'; readonly file: ReadFile; readonly name: string }
  | { readonly kind: 'refused'; readonly text: string }

function Upload({ year, budgets }: Loaded) {
  const [state, setState] = useState<State>({ kind: 'idle' })
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined) => {
    if (input.current) input.current.value = ''
    if (file === undefined) return
    setState({ kind: 'reading', share: 0 })
    try {
      const read = await readFile(file, (share) => setState({ kind: 'reading', share }))
      setState({ kind: 'read', file: read, name: file.name })
    } catch (failure) {
      const text = failure instanceof FileNotTaken ? say(flawWords[failure.flaw]) : sayFailure(failure)
      setState({ kind: 'refused', text: `${file.name}: ${text}` })
    }
  }
  return (
    <>
      <p>
        <label class="button main file-button">
          {say(words.choose)}
          <input
            ref={input}
            class="unseen"
            type="file"
            accept=".xlsx,.ods,.csv,.json,.txt"
            onChange={(event) => void take(event.currentTarget.files?.[0])}
          />
        </label>
      </p>
      {state.kind === 'reading' && (
        <p role="status">
          {say(words.reading)} <progress max={1} value={state.share} aria-label={say(words.reading)} />
        </p>
      )}
      {state.kind === 'refused' && (
        <p class="panel bad" role="alert">
          {state.text}
        </p>
      )}
      {state.kind === 'read' && (
        <ReadingPanel
          key={state.file.sha256}
          file={state.file}
          name={state.name}
          year={year}
          budgets={budgets}
          onCancel={() => setState({ kind: 'idle' })}
        />
      )}
    </>
  )
}

function LoadedBudgets({ budgets }: { budgets: readonly ToldBudget[] }) {
  if (budgets.length === 0) return <p>{say(words.none)}</p>
  const newest = newestNames(budgets)
  return (
    <ul class="setting-links">
      {budgets.map((budget) => (
        <li key={`${budget.year}${budget.stage}${budget.number}`}>
          <a href={`/pengaturan/sipd/${budget.year}/${budget.stage}/${budget.number}`}>
            <strong>{stageName(budget)}</strong>
          </a>
          {newest.has(budget) && ` (${say(words.newest)})`}
          <p class="hint">
            {money(budget.total)} · {budget.fileName}
            {budget.locked === true && ` · ${say(words.locked)}`} · {budget.byName}, {fullMoment(budget.at, zone.value)}
          </p>
        </li>
      ))}
    </ul>
  )
}
