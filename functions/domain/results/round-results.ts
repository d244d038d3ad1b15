/** All results of a round in the order in which people look for them: what stands where, what was sent, then what follows from it. */

import type { AnswerContext } from '../../schema/answers/context.ts'
import { forms as houseForms, submissionsOf } from '../../schema/checks/check-context.ts'
import type { FormDefinition, ReferenceLists } from '../../schema/form.ts'
import type { Paper } from '../../schema/region.ts'
import type { Assignment } from '../../schema/round.ts'
import type { Language, Wording } from '../../schema/wording.ts'
import type { Budgets } from '../budgets/budgets.ts'
import { grouping } from '../grouping.ts'
import { definitionFor, type ForReader } from '../personal/answers-for.ts'
import { Refused } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import { answerContext } from '../round/answer-context.ts'
import { assignmentsOf } from '../round/assignments.ts'
import { expectedAnswers } from '../round/expected-answers.ts'
import { definitionsOf, type FormCatalogue, formKey } from '../round/form-catalogue.ts'
import { loadForm, loadRound } from '../round/load-round.ts'
import type { RoundState, Rounds } from '../round/rounds.ts'
import { movesOf } from '../round/version-moves.ts'
import { taggedRows } from './budget-recap.ts'
import { budgetSheet, districtBudgetSheet } from './budget-sheets.ts'
import { chartSheets } from './chart-sheet.ts'
import { loadCityBudget } from './city-budget.ts'
import { cityBudgetSheets } from './city-budget-sheet.ts'
import { dictionarySheet } from './dictionary-sheet.ts'
import { type CellStyle, formSheets } from './form-sheets.ts'
import { findingsSheet, recapSheet, submissionsSheet } from './overview-sheets.ts'
import type { ResultSheet } from './result-sheet.ts'
import { loadSubmissions, type ResultSubmission } from './result-submissions.ts'
import { type QuestionSummary, summaryOf } from './summary.ts'
import { summarySheet } from './summary-sheet.ts'
import { supportSheet } from './support-sheet.ts'
import { unionOf, type VersionUnion } from './version-union.ts'

export type ResultPorts = { rounds: Rounds; regions: Regions; forms: FormCatalogue } & ForReader
/** `form`: only of this one, where no other is needed. */
export type RoundPlace = { readonly region: string; readonly round: string; readonly form?: string }
export type ResultParts = {
  readonly state: RoundState
  readonly submissions: readonly ResultSubmission[]
  readonly references: ReferenceLists
  /** The newest version that the round asks for, by form, in the round's order. */
  readonly definitions: ReadonlyMap<string, FormDefinition>
  /** `at`: as of which instant; of now where it is not given. */
  readonly contextOf: (agencyId: string, at?: string) => AnswerContext
}

/** Refuses with `not-found`. */
export async function loadResults(
  now: Date,
  ports: ResultPorts,
  { region, round, form }: RoundPlace,
): Promise<ResultParts> {
  const state = await (form === undefined
    ? loadRound(ports, region, round)
    : loadForm(ports, { region, round, formId: form }))
  const [submissions, references, known] = await Promise.all([
    loadSubmissions(now, ports, form === undefined ? state : askingOnly(state, form)),
    ports.regions.references(region),
    definitionsOf(ports.forms, state.facts.round.assignments, region),
  ])
  const definitions = new Map<string, FormDefinition>()
  for (const { formId, formVersion } of state.facts.round.assignments) {
    const definition = known.get(formKey(formId, formVersion))
    if (definition !== undefined && definition.version >= (definitions.get(formId)?.version ?? 0))
      definitions.set(formId, definitionFor(ports.reader, definition))
  }
  return { state, submissions, references, definitions, contextOf: contextsOf(now, state, references) }
}

/** The state of a round that asks this form alone. */
function askingOnly({ facts, region }: RoundState, formId: string): RoundState {
  const assignments = facts.round.assignments.filter((each) => each.formId === formId)
  return { facts: { ...facts, round: { ...facts.round, assignments } }, region }
}

/** One context for each agency and instant, since what was worked out is kept with it. */
function contextsOf(now: Date, state: RoundState, references: ReferenceLists): ResultParts['contextOf'] {
  const known = new Map<string, AnswerContext>()
  return (agencyId, at) => {
    const key = `${agencyId} ${at}`
    const found = known.get(key) ?? answerContext(at === undefined ? now : new Date(at), state, references, agencyId)
    known.set(key, found)
    return found
  }
}

/** The workbook's sheets. */
export async function roundSheets(
  now: Date,
  ports: ResultPorts & { budgets: Budgets },
  place: RoundPlace,
  language: Language,
): Promise<{ title: string; sheets: ResultSheet[]; paper: Paper | undefined }> {
  const parts = await loadResults(now, ports, place)
  const { state, submissions, references, definitions } = parts
  const assignments = assignmentsOf(now, state, await expectedAnswers(now, ports, state))
  const titleOf = (formId: string) => definitions.get(formId)?.title ?? { id: formId, en: formId }
  const budget = { rows: taggedRows(submissions), references, agencies: state.region.agencies, language }
  return {
    title: state.facts.round.title[language],
    paper: state.region.settings.paper,
    sheets: marked(state, [
      recapSheet(state, assignments, (cell) => sentTitle(parts, cell) ?? titleOf(cell.formId), language),
      submissionsSheet(state, submissions, language),
      budgetSheet(budget),
      districtBudgetSheet(budget),
      ...cityBudgetSheets(await loadCityBudget(ports.budgets, parts), language),
      supportSheet({ ...budget, submissions, assignments }),
      findingsSheet(state, (formId) => definitions.get(formId), language),
      ...[...definitions].flatMap(([formId, definition]) => [
        ...sheetsOfForm(parts, formId, { codes: false, language }),
        ...(isOfTheHouse(formId) ? [] : summarySheets(parts, definition, language)),
      ]),
    ]),
  }
}

function summarySheets(parts: ResultParts, definition: FormDefinition, language: Language): ResultSheet[] {
  const summaries = formSummary(parts, definition.id)
  return [summarySheet(definition, summaries, language), ...chartSheets(definition, summaries, language)]
}

/** As it was called in the version that was sent. */
function sentTitle({ submissions }: ResultParts, { agencyId, formId }: Pick<Assignment, 'agencyId' | 'formId'>) {
  return ofWork(submissions, `${agencyId} ${formId}`)[0]?.definition.title
}

const ofWork = grouping<ResultSubmission>(({ agency, definition }) => [`${agency.id} ${definition.id}`])

/** Every sheet of a rehearsal says so in its first line, so that none is taken for a result, also printed alone. */
function marked({ facts }: RoundState, sheets: ResultSheet[]): ResultSheet[] {
  if (facts.round.rehearsal === undefined) return sheets
  return sheets.map(({ note, ...sheet }) => ({
    ...sheet,
    note: { id: `${notReal.id} ${note?.id ?? ''}`.trim(), en: `${notReal.en} ${note?.en ?? ''}`.trim() },
  }))
}

const notReal: Wording = {
  id: 'LATIHAN. Bukan data sungguhan; jangan dipakai untuk rapat atau laporan.',
  en: 'REHEARSAL. Not real data; not to be used in any meeting or report.',
}

/** A form's sheets, machine-readable, with its dictionary last. Refuses with `not-found` where the round lacks the form. */
export function codedSheets(parts: ResultParts, formId: string, language: Language): ResultSheet[] {
  const definition = parts.definitions.get(formId)
  if (definition === undefined) throw new Refused({ code: 'not-found', what: 'form' })
  const anyone = parts.state.facts.round.assignments.find((each) => each.formId === formId)?.agencyId ?? ''
  return [
    ...sheetsOfForm(parts, formId, { codes: true }),
    dictionarySheet(unionIn(parts, definition).definition, parts.contextOf(anyone), language),
  ]
}

/** Those have sheets that sum them up in their own way. */
function isOfTheHouse(formId: string): boolean {
  return Object.values<string>(houseForms).includes(formId)
}

/** What all answers to each question of the form come to. Refuses with `not-found` where the round lacks the form. */
export function formSummary(parts: ResultParts, formId: string): QuestionSummary[] {
  const definition = parts.definitions.get(formId)
  if (definition === undefined) throw new Refused({ code: 'not-found', what: 'form' })
  const anyone = parts.state.facts.round.assignments.find((each) => each.formId === formId)?.agencyId ?? ''
  // Nobody's list is narrowed to one agency's part: the coordinator sees all of it.
  const context = { ...parts.contextOf(anyone), agencyId: '', references: unscoped(parts.references) }
  return summaryOf(unionIn(parts, definition).definition, sheetsOfForm(parts, formId, { codes: true }), context)
}

function unscoped(references: ReferenceLists): ReferenceLists {
  return Object.fromEntries(
    Object.entries(references).map(([id, entries]) => [id, entries.map(({ scope: _, ...entry }) => entry)]),
  )
}

function sheetsOfForm(parts: ResultParts, formId: string, style: CellStyle) {
  const { definitions, submissions, contextOf } = parts
  const definition = definitions.get(formId)
  return definition === undefined
    ? []
    : formSheets(unionIn(parts, definition), submissionsOf({ submissions }, formId), style, contextOf)
}

/** With the questions of all versions that were answered. */
function unionIn({ state, submissions }: ResultParts, asked: FormDefinition): VersionUnion {
  const own = submissionsOf({ submissions }, asked.id).map(({ definition }) => definition)
  const move = movesOf(state.facts).findLast(({ formId, to }) => formId === asked.id && to === asked.version)
  return unionOf(asked, own, move?.mapping)
}
