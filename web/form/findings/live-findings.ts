/**
 * The accuracy checks while the form is typed. They run after a short calm, when the browser is idle, a few milliseconds at a
 * time, and only over rows that changed. What the agency sent on its other forms is compared once it has been fetched.
 */
import { effect, signal } from '@preact/signals'
import { explanationFor } from '../../../functions/schema/checks/band.ts'
import { type CheckContext, type CheckedSubmission, scopedTo } from '../../../functions/schema/checks/check-context.ts'
import { checkSettings } from '../../../functions/schema/checks/check-settings.ts'
import { type Checker, createChecker } from '../../../functions/schema/checks/create-checker.ts'
import type { OwnCheck } from '../../../functions/schema/checks/own/own-check.ts'
import { ruleTable } from '../../../functions/schema/checks/rule-table.ts'
import type { Detected } from '../../../functions/schema/checks/run-form-checks.ts'
import type { Finding } from '../../../functions/schema/round.ts'
import { explainFinding, fetchChecked } from '../../api/findings.ts'
import type { RoundView } from '../../api/rounds.ts'
import type { Work } from '../../api/work.ts'
import type { DraftSession } from '../draft/draft-port.ts'
import type { FormModel } from '../form-model.ts'
import { problemsNow } from '../model/problems-now.ts'
import { type KnownBudgets, ownBudgets } from '../sipd/own-budgets.ts'
import { arrange } from './arrange.ts'
import { Findings } from './finding-note.tsx'
import type { LiveFinding } from './live-finding.ts'
import { fetchOwnSubmissions } from './own-submissions.ts'
import { whenIdle } from './when-idle.ts'

const calmMilliseconds = 300
const sliceMilliseconds = 8

export type FindingParts = {
  readonly work: Work
  readonly view: RoundView
  readonly model: FormModel
  readonly session: Pick<DraftSession, 'flush'>
}

/** Watches the form until it is stopped. An agency that the round does not show is not checked. */
export function startFindings({ work, view, model, session }: FindingParts): () => void {
  const agency = view.agencies.find(({ id }) => id === work.agency)
  if (agency === undefined) return () => undefined
  const submissions = signal<readonly CheckedSubmission[]>([])
  const stored = signal<readonly Finding[]>([])
  const chosen = signal<readonly OwnCheck[]>([])
  const findings = signal<readonly LiveFinding[]>([])
  const draft = { agency, definition: model.definition, revision: 0, nil: false, afterApproval: false }
  let cancel = () => {}
  let over = false
  let made:
    | { readonly by: unknown; readonly from: unknown; readonly own: unknown; readonly checker: Checker }
    | undefined

  function checkerNow(): Checker {
    const by = model.context.peek()
    const from = submissions.peek()
    const known = ownBudgets.peek()
    const own = chosen.peek()
    if (made?.by === by && made.from === from && made.own === own) return made.checker
    const { today, fiscalYear, references, rules, now } = by
    const settings = checkSettings(references)
    const context = {
      today,
      fiscalYear,
      references: scopedTo(references, work.agency),
      settings,
      submissions: from,
      ownChecks: { [work.form]: own },
      rules,
      now,
      ...budgetsOf(known, work.agency, fiscalYear),
    }
    made = { by, from, own, checker: createChecker(context, draft) }
    return made.checker
  }
  function publish(): void {
    const found = checkerNow().check(model.answers.peek(), model.flaws.peek())
    const percent = checkSettings(model.context.peek().references).explainedWithinPercent
    findings.value = [...found.map((each) => judged(each, stored.peek(), percent)), ...fromOthers(found, stored.peek())]
  }
  function slice(): void {
    const until = performance.now() + sliceMilliseconds
    if (checkerNow().prepare(model.answers.peek(), () => performance.now() < until)) publish()
    else cancel = whenIdle(slice)
  }
  const stopWatching = effect(() => {
    void model.answers.value
    void model.context.value
    void model.flaws.value
    void submissions.value
    void stored.value
    void chosen.value
    cancel()
    const timer = setTimeout(() => {
      cancel = whenIdle(slice)
    }, calmMilliseconds)
    cancel = () => clearTimeout(timer)
  })
  // A finding that becomes an error of the form is not said beside it as well.
  const stopArranging = effect(() => {
    const said = new Set(model.errorsAt.value.keys())
    const flaws = model.flaws.value
    model.found.value = arrange(findings.value, { flaws, said, before: model.found.peek() })
  })
  // The list follows what was judged, when the browser is idle.
  let cancelListing = () => {}
  const list = () => {
    model.problems.value = problemsNow(model)
  }
  const stopListing = effect(() => {
    void model.flaws.value
    void model.completeness.value
    void model.unreadable.value
    void model.serverErrors.value
    void model.found.value
    cancelListing()
    cancelListing = whenIdle(list)
  })
  model.checks.value = {
    Findings,
    now: () => {
      publish()
      list()
    },
    explain: async (finding, text) => {
      await session.flush()
      const explained = await explainFinding(work, finding.id, { text, basis: finding.basis })
      stored.value = [...stored.peek().filter(({ id }) => id !== explained.id), explained]
      publish()
    },
  }
  // Without a connection the form is checked by itself alone.
  void fetchChecked(work).then(({ findings, checks = [] }) => {
    if (over) return
    stored.value = findings
    chosen.value = checks
  }, ignore)
  void fetchOwnSubmissions(work, view, agency).then((found) => {
    if (!over) submissions.value = found
  }, ignore)
  return () => {
    over = true
    cancel()
    stopWatching()
    stopArranging()
    cancelListing()
    stopListing()
    model.checks.value = undefined
  }
}

/** A review looks at the year before; what is tagged is compared with its own year only. */
function budgetsOf(known: KnownBudgets | undefined, agency: string, year: number): Pick<CheckContext, 'budgets'> {
  return known?.agency === agency && known.year === year ? { budgets: new Map([[agency, known.budgets]]) } : {}
}

function ignore(): void {}

function judged(found: Detected, stored: readonly Finding[], percent: number): LiveFinding {
  const explanation = found.severity === 'blocking' ? undefined : explanationFor(found, stored, percent)
  const state = explanation === undefined ? 'open' : 'explained'
  return { ...found, state, submitted: false, ...(explanation === undefined ? {} : { explanation }) }
}

const wide = new Set(ruleTable.filter(({ scope }) => scope === 'city' || scope === 'rounds').map(({ id }) => id))

/** What only the scheduled check could find, in what was submitted. */
function fromOthers(found: readonly Detected[], stored: readonly Finding[]): LiveFinding[] {
  const live = new Set(found.map(({ id }) => id))
  return stored
    .filter(({ id, rule, state }) => state !== 'solved' && wide.has(rule) && !live.has(id))
    .map(({ state, ...finding }) => ({
      ...finding,
      text: finding.message,
      state: state === 'explained' ? 'explained' : 'open',
      submitted: true,
    }))
}
