/**
 * Runs the checks over one submission. The parts (a row, the form as a whole, what the validator keeps) stand alone, so that the
 * browser can take them in slices between key strokes; the whole is nothing but their sum, so both sides find the same.
 */
import { rowLabel } from '../answers/row-label.ts'
import type { AnswerError, Row } from '../answers.ts'
import type { Table } from '../form.ts'
import type { Finding } from '../round.ts'
import type { Wording } from '../wording.ts'
import { type Found, siteOf } from './check.ts'
import type { CheckContext, CheckedSubmission } from './check-context.ts'
import { doubtsIn } from './doubts.ts'
import { formChecks, rowChecks } from './form-checks.ts'
import { ruleKept } from './kept-by-validator.ts'
import { ownFindings } from './own/own-findings.ts'
import { ruleOf } from './rule-table.ts'

export type FoundBy = Found & { readonly rule: string }

/** A finding before it has a state. `text` is its message without the row's name, for the cell it stands at. */
export type Detected = Pick<
  Finding,
  'id' | 'rule' | 'severity' | 'agencyId' | 'formId' | 'rowKey' | 'pointer' | 'message'
> & { readonly basis: NonNullable<Finding['basis']>; readonly text: Wording; readonly fix?: Found['fix'] }

/** What the checks of single rows say of this one. */
export function checkRow(
  context: CheckContext,
  submission: CheckedSubmission,
  table: string,
  row: Row,
): readonly FoundBy[] {
  const site = siteOf(context, submission, table, row)
  const found: FoundBy[] = []
  for (const { rule, at, check } of rowChecks) {
    if (!at.some((place) => place.form === submission.definition.id && place.table === table)) continue
    const one = check(site)
    if (one !== undefined) found.push({ ...one, rule, rowKey: row.rowKey })
  }
  return found
}

/** What the checks of the form as a whole say. */
export function checkWhole(context: CheckContext, submission: CheckedSubmission): readonly FoundBy[] {
  return formChecks
    .filter(({ form }) => form === submission.definition.id)
    .flatMap(({ rule, check }) => check(submission, context).map((one) => ({ ...one, rule })))
}

/** Errors that are no news while somebody is still typing: what is not there yet. */
const notYet: ReadonlySet<string> = new Set(['required', 'too-few-choices', 'fixed-row-missing'])

/** Validation errors that break a rule, as findings; blanks are left to the question "is it complete". */
export function keptOf(errors: readonly AnswerError[]): readonly FoundBy[] {
  return errors.flatMap((error) => {
    const rule = ruleKept(error)
    if (rule === undefined || notYet.has(error.code)) return []
    const { table, rowKey } = tableAndRowOf(error.pointer)
    const severity = 'blocking' as const
    const found = { rule, pointer: error.pointer, text: error.message, severity, same: error.code }
    return [table === undefined || rowKey === undefined ? found : { ...found, rowKey }]
  })
}

/** Everything that the checks say of a submission, save what the validator keeps. */
export function checkOneSubmission(context: CheckContext, submission: CheckedSubmission): Detected[] {
  return detected(context, submission, findInSubmission(context, submission))
}

/** The same before it is named. */
export function findInSubmission(context: CheckContext, submission: CheckedSubmission): FoundBy[] {
  const rows = submission.definition.tables.flatMap(({ id }) =>
    (submission.answers.rows[id] ?? []).flatMap((row) => checkRow(context, submission, id, row)),
  )
  return [...rows, ...checkWhole(context, submission), ...ofItsOwn(context, submission)]
}

/** As of the day on which it was sent: what is said must not change with the day on which it is checked. */
function ofItsOwn(context: CheckContext, submission: CheckedSubmission): readonly FoundBy[] {
  const { definition, answers } = submission
  const settling = asSent(context, submission)
  return [...doubtsIn(definition, answers, settling), ...ownFindings(definition, answers, settling)]
}

/** What the answers were settled with when they were sent. */
export function asSent(context: CheckContext, { agency, submittedOn }: CheckedSubmission) {
  const on = submittedOn === undefined ? {} : { today: submittedOn, now: undefined }
  return { ...context, agencyId: agency.id, ...on }
}

/** Names and identifies what was found: at most one finding a rule and row, the first. */
export function detected(context: CheckContext, submission: CheckedSubmission, found: readonly FoundBy[]): Detected[] {
  const findings = new Map<string, Detected>()
  const places = new Map<string, ReadonlyMap<string, number>>()
  for (const each of found) {
    const { rule, pointer, text, rowKey = '-', fix } = each
    const id = `${rule}.${submission.agency.id}.${submission.definition.id}.${rowKey}`
    if (findings.has(id)) continue
    const { severity = ruleOf(rule).severity, same = '', amounts = [] } = each
    const at = rowOf(submission, pointer, places)
    const name = at && rowLabel(at.table, at.row, at.index, { ...context, agencyId: submission.agency.id })
    findings.set(id, {
      id,
      rule,
      severity,
      agencyId: submission.agency.id,
      formId: submission.definition.id,
      rowKey,
      pointer,
      message: name === undefined || at?.row.rowKey !== rowKey ? text : within(name, text),
      basis: {
        same: `${at?.row.rowKey === rowKey ? subjectOf(at.table, at.row) : rowKey} ${same}`,
        amounts: [...amounts],
      },
      text,
      ...(fix === undefined ? {} : { fix }),
    })
  }
  return [...findings.values()]
}

function within(name: Wording, text: Wording): Wording {
  return { id: `${name.id}: ${text.id}`, en: `${name.en}: ${text.en}` }
}

/** What a row is about, also in a round where it has another key: its distinguishing cells, or its fixed key. */
function subjectOf({ uniqueBy }: Table, { rowKey, cells }: Row): string {
  return uniqueBy === undefined ? rowKey : uniqueBy.map((id) => String(cells[id] ?? '')).join('/')
}

/** Ids and row keys hold no `/` or `~`, so a pointer needs no unescaping. */
function tableAndRowOf(pointer: string): { table?: string | undefined; rowKey?: string | undefined } {
  const [, part, table, rowKey] = pointer.split('/')
  return part === 'rows' ? { table, rowKey } : {}
}

function rowOf(
  submission: CheckedSubmission,
  pointer: string,
  places: Map<string, ReadonlyMap<string, number>>,
): { table: Table; row: Row; index: number } | undefined {
  const { table: id = '', rowKey = '' } = tableAndRowOf(pointer)
  const table = submission.definition.tables.find((each) => each.id === id)
  const rows = submission.answers.rows[id] ?? []
  const known = places.get(id) ?? new Map(rows.map((row, index) => [row.rowKey, index]))
  places.set(id, known)
  const index = known.get(rowKey)
  const row = index === undefined ? undefined : rows[index]
  return table === undefined || row === undefined || index === undefined ? undefined : { table, row, index }
}

/** The blocking findings as errors of a submission, save where the validator says it already. */
export function blockingErrors(found: readonly Detected[], known: readonly AnswerError[]): AnswerError[] {
  const said = new Set(known.map(({ pointer }) => pointer))
  return found
    .filter(({ severity, pointer }) => severity === 'blocking' && !said.has(pointer))
    .map(({ rule, pointer, text }) => ({ pointer, code: rule, message: text }))
}
