/**
 * What a round by an imported form costs: 200 agencies with 100 rows each, this round and the last, checked by one check of each kind and by the
 * form's own rules, summed up and written as a workbook with charts. `npm run bench:own-form`. Fails when any step takes 10 seconds or more.
 */
import { performance } from 'node:perf_hooks'
import type { City } from '../../functions/domain/checks/city.ts'
import { runChecks } from '../../functions/domain/checks/run-checks.ts'
import { chartSheets } from '../../functions/domain/results/chart-sheet.ts'
import { formSheets } from '../../functions/domain/results/form-sheets.ts'
import { formSummary, type ResultParts } from '../../functions/domain/results/round-results.ts'
import { summarySheet } from '../../functions/domain/results/summary-sheet.ts'
import { unionOf } from '../../functions/domain/results/version-union.ts'
import { answerContext } from '../../functions/domain/round/answer-context.ts'
import type { CheckedSubmission } from '../../functions/schema/checks/check-context.ts'
import { defaultSettings } from '../../functions/schema/checks/check-settings.ts'
import { createChecker } from '../../functions/schema/checks/create-checker.ts'
import type { OwnCheck } from '../../functions/schema/checks/own/own-check.ts'
import { ruleEngine } from '../../functions/schema/expressions/live/rule-engine.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { writeResults } from '../../functions/workbook/results/write-results.ts'
import { createXlsForms } from '../../functions/workbook/xlsform/read-xlsform.ts'
import { region } from '../fixtures/region.ts'
import { at, factsOf, round, submission } from '../fixtures/round.ts'
import { posyanduForm } from '../workbook/xlsform/posyandu.ts'

const agencies = 200
const rows = 100
const form = 'data-posyandu'
const place = region(Array.from({ length: agencies }, (_, index) => `dinas-${index}`))
const owners = place.agencies.filter(({ id }) => id.startsWith('dinas-'))

const draft = await createXlsForms().read(await posyanduForm(), [])
if (draft.definition === null) throw new Error('the form has flaws')
const definition: FormDefinition = { ...draft.definition, version: 1 }

function sent(agency: (typeof owners)[number], number: number, growth: number): CheckedSubmission {
  const cells = (index: number) => ({
    nama: `Posyandu ${number} ${index % 97}`,
    balita: 20 + ((index * growth) % 61),
    pendek: index % 7,
    sangatPendek: index % 3,
    biaya: 12.5,
    anggaran: 1_000_000 + index,
  })
  const posyandu = Array.from({ length: rows }, (_, index) => ({ rowKey: `R${index}`, cells: cells(index) }))
  const fields = { nomorSk: `${1 + (number % 150)}/SK/2026`, adaKader: 'ya', jumlahKader: 4 + (number % 9) }
  const answers = { fields, rows: { posyandu } }
  return { agency, definition, revision: 1, nil: false, answers, afterApproval: false, submittedOn: '2026-02-11' }
}

const posyandu = (field: string) => ({ table: 'posyandu', field })
const checks: OwnCheck[] = [
  { kind: 'duplicate', table: 'posyandu', fields: ['nama'], across: true },
  { kind: 'duplicate', fields: ['nomorSk'], across: true },
  { kind: 'jump', ...posyandu('balita'), rowsBy: ['nama'], limit: { by: 'percent', value: 50 }, least: 10 },
  { kind: 'jump', ...posyandu('anggaran'), limit: { by: 'factor', value: 3 } },
  { kind: 'total', total: posyandu('balita'), parts: [posyandu('pendek'), posyandu('sangatPendek')] },
  { kind: 'total', total: { field: 'totalBalita' }, parts: [posyandu('balita')] },
]
const submissions = owners.map((agency, number) => sent(agency, number, 3))
const city: City = {
  today: '2026-02-13',
  fiscalYear: 2026,
  agencies: place.agencies,
  assignments: [],
  submissions,
  idleDrafts: [],
  otherRounds: [],
  lastRound: owners.map((agency, number) => sent(agency, number, 2)),
  references: {},
  settings: defaultSettings,
  rules: ruleEngine,
}

let slowest = 0
async function timed<T>(name: string, act: () => T | Promise<T>): Promise<T> {
  const from = performance.now()
  const value = await act()
  const milliseconds = performance.now() - from
  slowest = Math.max(slowest, milliseconds)
  console.log(`${name.padEnd(60)} ${milliseconds.toFixed(0).padStart(6)} ms`)
  return value
}

console.log(
  `${agencies} agencies with ${rows} rows, ${definition.fields.length} questions and ${definition.tables[0]?.fields.length} columns`,
)
await timed('the scheduled check by the rules of the form alone', () => runChecks(city))
const found = await timed('with six chosen checks', () => runChecks({ ...city, ownChecks: { [form]: checks } }))
console.log(`${found.length} findings by ${[...new Set(found.map(({ rule }) => rule))].join(', ')}`)

const [one] = submissions
if (one === undefined) throw new Error('no submission')
const context = { ...city, submissions: [one], ownChecks: { [form]: checks } }
const checker = createChecker(context, one)
await timed('while typing: all checks of one form, the first time', () => checker.check(one.answers, []))
const [first, ...others] = one.answers.rows.posyandu ?? []
const changed = {
  ...one.answers,
  rows: { posyandu: [{ ...first!, cells: { ...first?.cells, balita: 61 } }, ...others] },
}
await timed('after a key stroke', () => checker.check(changed, []))

const facts = factsOf(
  round(
    owners.map(({ id }) => id),
    {},
    [form],
  ),
  {
    submissions: owners.map(({ id }) => submission(id, at(11, '10:00'), { formId: form })),
  },
)
const state = { facts, region: place }
const parts: ResultParts = {
  state,
  references: {},
  definitions: new Map([[form, definition]]),
  contextOf: (agencyId) => answerContext(at(13, '09:00'), state, {}, agencyId),
  submissions: submissions.map(({ agency, answers }, index) => ({
    agency: owners[index]!,
    definition,
    answers,
    status: 'submitted',
    submission: facts.submissions.find(({ agencyId }) => agencyId === agency.id)!,
  })),
}
const summaries = await timed('the summary of all questions, by agency', () => formSummary(parts, form))
const union = unionOf(definition, [], undefined)
const file = await timed('the form’s sheets, summary and charts as a workbook', () => {
  const own = formSheets(union, parts.submissions, { codes: false, language: 'id' }, parts.contextOf)
  const sheets = [...own, summarySheet(definition, summaries, 'id'), ...chartSheets(definition, summaries, 'id')]
  return writeResults(at(13, '09:00'), { title: 'Posyandu', sheets }, 'id')
})
console.log(`${(file.length / 1e6).toFixed(1)} MB; ${Math.round(process.memoryUsage().rss / 1e6)} MB of memory`)
if (slowest >= 10_000) {
  console.error(`A step took ${Math.round(slowest)} ms; at most 10,000 are allowed.`)
  process.exitCode = 1
}
