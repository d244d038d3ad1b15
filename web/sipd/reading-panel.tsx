/** What a file was found to hold, and the questions that only a person can answer: which stage, which year. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { formatNumber } from '../../functions/schema/formats.ts'
import {
  type BudgetStage,
  originalStages,
  revisedStages,
  stageRank,
  stageWords,
} from '../../functions/schema/sipd/stages.ts'
import type { Wording } from '../../functions/schema/wording.ts'
import { tellFromName } from '../../functions/workbook/sipd/file-name.ts'
import { loadBudget, type ToldBudget } from '../api/budgets.ts'
import { sayFailure } from '../api/problem.ts'
import { Fact } from '../controls/fact.tsx'
import { zone } from '../session/session.ts'
import { language, say } from '../wording/language.ts'
import { fullMoment } from '../wording/moments.ts'
import { laterWords, replacesWords, shapeWords, sipdWording as words, yearWords } from '../wording/sipd.ts'
import { money, stageName } from './budget-words.ts'
import type { ReadFile } from './read-file.ts'

type Props = {
  readonly file: ReadFile
  readonly name: string
  /** Of the newest round. */
  readonly year: number | undefined
  /** All that were loaded before. */
  readonly budgets: readonly ToldBudget[]
  readonly onCancel: () => void
}

export function ReadingPanel({ file, name, year: expected, budgets, onCancel }: Props) {
  const { reading, sha256 } = file
  const told = tellFromName(name)
  const [stage, setStage] = useState<string>(reading.spending ? 'realisasi' : told.draft ? '' : (told.stage ?? ''))
  const [year, setYear] = useState(reading.years[0] ?? told.year ?? expected ?? 0)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const { route } = useLocation()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const save = async () => {
    if (stage === '') return setError(say(words.chooseStage))
    setBusy(true)
    setError(undefined)
    try {
      const { shape, counts, content } = reading
      const facts = {
        year,
        stage: stage as never,
        fileName: name.slice(0, 300),
        fileSha256: sha256,
        shape,
        counts,
        content,
      }
      const { budget } = await loadBudget({ ...facts, locked: told.locked ?? null })
      route(`/pengaturan/sipd/${budget.year}/${budget.stage}/${budget.number}`)
    } catch (failure) {
      setError(sayFailure(failure))
      setBusy(false)
    }
  }
  return (
    <section class="panel">
      <h2 ref={title} tabIndex={-1}>
        {say(words.found)}: {say(shapeWords[reading.shape])}
      </h2>
      <p class="hint">{name}</p>
      <Counts file={file} />
      {reading.spending && <p class="panel warning">{say(words.spendingNote)}</p>}
      {told.draft && <p class="panel warning">{say(words.draft)}</p>}
      {told.locked === false && <p class="hint">{say(words.unlocked)}</p>}
      {expected !== undefined && !reading.spending && reading.years.length > 0 && !reading.years.includes(expected) && (
        <p class="panel warning">{say(yearWords(reading.years, expected))}</p>
      )}
      <div class="pair">
        {!reading.spending && (
          <p class="field">
            <label class="label" for="stage">
              {say(words.stage)}
            </label>
            <span class="hint">{say(words.stageHint)}</span>
            <select id="stage" value={stage} onChange={(event) => setStage(event.currentTarget.value)}>
              <option value="">{say(words.chooseStage)}</option>
              <Stages label={words.beforeRevised} stages={originalStages} />
              <Stages label={words.sinceRevised} stages={revisedStages} />
            </select>
          </p>
        )}
        <p class="field">
          <label class="label" for="budget-year">
            {say(words.year)}
          </label>
          <input
            id="budget-year"
            type="number"
            min={2000}
            max={2100}
            value={year}
            // What the rows say themselves is not asked.
            disabled={reading.years.length === 1}
            onInput={(event) => setYear(Number(event.currentTarget.value))}
          />
        </p>
      </div>
      <Beside budgets={budgets.filter((each) => each.year === year)} stage={stage} total={reading.total} />
      {error !== undefined && (
        <p class="error-text" role="alert">
          {error}
        </p>
      )}
      <div class="cluster">
        <button type="button" class="button main" disabled={busy} onClick={() => void save()}>
          {say(busy ? words.saving : words.save)}
        </button>
        <button type="button" class="button quiet" disabled={busy} onClick={onCancel}>
          {say(words.cancel)}
        </button>
      </div>
    </section>
  )
}

type BesideProps = { readonly budgets: readonly ToldBudget[]; readonly stage: string; readonly total: number }

/** What stands already: the one of this stage that it takes the place of, and a later stage that goes on to count. */
function Beside({ budgets, stage, total }: BesideProps) {
  if (stage === '') return null
  const newestFirst = (a: ToldBudget, b: ToldBudget) => stageRank(b.stage) - stageRank(a.stage) || b.number - a.number
  const [same] = budgets.filter((each) => each.stage === stage).sort(newestFirst)
  const [later] = budgets.filter((each) => stageRank(each.stage) > stageRank(stage)).sort(newestFirst)
  return (
    <>
      {same !== undefined && (
        <p class="panel warning">
          {say(
            replacesWords({
              stage: stageName(same),
              file: same.fileName,
              on: fullMoment(same.at, zone.value),
              total: money(same.total),
              change: `${total < same.total ? '−' : '+'}${money(Math.abs(total - same.total))}`,
            }),
          )}
        </p>
      )}
      {stage !== 'realisasi' && later !== undefined && <p class="panel warning">{say(laterWords(stageName(later)))}</p>}
    </>
  )
}

function Stages({ label, stages }: { label: Wording; stages: readonly BudgetStage[] }) {
  return (
    <optgroup label={say(label)}>
      {stages.map((each) => (
        <option key={each} value={each}>
          {say(stageWords(each))}
        </option>
      ))}
    </optgroup>
  )
}

function Counts({ file: { reading } }: { file: ReadFile }) {
  const { counts, content, total, declared, spending } = reading
  const count = (amount: number) => formatNumber(amount, language.value)
  const left = [
    [words.withoutMoney, counts.withoutMoney],
    [words.zero, counts.zero],
    [words.withoutActivity, counts.withoutActivity],
    [words.oddCodes, counts.oddCodes],
    [words.unread, counts.unread],
  ] as const
  return (
    <>
      <dl class="facts">
        <Fact name={say(spending ? words.totalSpent : words.total)}>
          <strong>{money(total)}</strong>
        </Fact>
        <Fact name={say(words.units)}>{count(content.units.length)}</Fact>
        <Fact name={say(words.sums)}>{count(content.lines.length)}</Fact>
        <Fact name={say(words.rows)}>{count(counts.rows)}</Fact>
        {left
          .filter(([, amount]) => amount > 0)
          .map(([name, amount]) => (
            <Fact key={name.id} name={say(name)}>
              {count(amount)}
            </Fact>
          ))}
        {counts.oddAmount > 0 && <Fact name={say(words.oddAmount)}>{money(counts.oddAmount)}</Fact>}
      </dl>
      {counts.unread > 0 && <p class="panel warning">{say(words.unreadHow)}</p>}
      {declared !== undefined && (
        <p class={declared.agrees ? 'hint' : 'panel warning'}>
          {say(declared.agrees ? words.agrees : words.disagrees)}
        </p>
      )}
    </>
  )
}
