/** What SIPD has for a submission: its agency's budgets, the one of the document that it names, and what of them a row is about. */
import type { Row } from '../answers.ts'
import type { AgencyBudget } from '../sipd/agency-budget.ts'
import { rowsOfCode } from '../sipd/rows-of-code.ts'
import { documentOf } from '../sipd/stages.ts'
import { type CheckContext, type CheckedSubmission, entryOf, forms, rowsOf, textIn } from './check-context.ts'
import { currentCode } from './sub-activity-code.ts'

export const table = 'penandaan'
export const tagged = [{ form: forms.tagging, table }] as const

/** The earliest stage first. */
export function budgetsOf({ budgets }: CheckContext, { agency }: CheckedSubmission): readonly AgencyBudget[] {
  return budgets?.get(agency.id) ?? []
}

export function newestOf(context: CheckContext, submission: CheckedSubmission): AgencyBudget | undefined {
  return budgetsOf(context, submission).at(-1)
}

export function documentNamed({ answers }: CheckedSubmission): string {
  return textIn({ cells: answers.fields }, 'dokumenAnggaran')
}

/** The stages that the document of the form can be, the newest last; all while it names none. */
export function stagesNamed(context: CheckContext, submission: CheckedSubmission): readonly AgencyBudget[] {
  const document = documentNamed(submission)
  const own = budgetsOf(context, submission)
  return document === '' ? own : own.filter(({ stage }) => documentOf(stage) === document)
}

/** What SIPD has for this row's sub kegiatan and source. */
export function ceilingOf(budget: AgencyBudget | undefined, row: Row): number | undefined {
  if (budget === undefined) return undefined
  const source = textIn(row, 'sumberDana')
  return rowsOfCode(budget, codeOf(row)).find((each) => each.source === source)?.ceiling
}

export function codeOf(row: Row): string {
  return currentCode(textIn(row, 'kodeSubKegiatan'))
}

/** Sub kegiatan of the stunting list with money in the newest budget that the submission does not tag, the largest first. */
export function untaggedOf(
  context: CheckContext,
  submission: CheckedSubmission,
): readonly { code: string; name: string; amount: number }[] {
  const budget = newestOf(context, submission)
  if (budget === undefined) return []
  const done = new Set(rowsOf(submission, table).map(codeOf))
  const sums = new Map<string, { code: string; name: string; amount: number }>()
  for (const { code, name, ceiling: amount } of budget.rows) {
    if (done.has(code) || entryOf(context, 'pemetaan-stunting', code) === undefined) continue
    sums.set(code, { code, name, amount: (sums.get(code)?.amount ?? 0) + amount })
  }
  return [...sums.values()].sort((a, b) => b.amount - a.amount)
}
