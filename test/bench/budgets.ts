/**
 * `npm run bench:budgets`: what budgets out of SIPD cost in a region of 200 agencies that each tagged 60 rows: 60,000 sums in 600 units, four
 * stages. Fails when the scheduled check of all of it, budgets cut anew, takes 10 seconds or more.
 */
import { performance } from 'node:perf_hooks'
import { cutByAgency } from '../../functions/domain/budgets/agency-budgets.ts'
import { budgetDifference } from '../../functions/domain/budgets/budget-difference.ts'
import { reportBudget } from '../../functions/domain/budgets/budget-report.ts'
import type { City } from '../../functions/domain/checks/city.ts'
import { runChecks } from '../../functions/domain/checks/run-checks.ts'
import type { AgencyBudget } from '../../functions/schema/sipd/agency-budget.ts'
import type { BudgetContent } from '../../functions/schema/sipd/budget.ts'
import { ownerEntry, unitOwnersList } from '../../functions/schema/sipd/unit-owners.ts'
import { city, tag, tagging } from '../domain/checks/sample-city.ts'
import { agency } from '../fixtures/region.ts'

const [agencyCount, unitsEach, codesEach, rowsEach] = [200, 3, 50, 60]
const stages = ['murni', 'pergeseran-1', 'pergeseran-2', 'perubahan'] as const
const bar = 10_000

const agencies = Array.from({ length: agencyCount }, (_, at) =>
  agency(`unit-${at}`, { name: { id: `Dinas Nomor ${at}`, en: `Agency ${at}` }, sectors: ['1.06'] }),
)
const units = agencies.flatMap(({ id }, at) =>
  Array.from({ length: unitsEach }, (_, part) => ({
    code: `1.06.0.00.0.00.${at}.000${part}`,
    name: `Unit ${part} ${id}`,
    skpdCode: `1.06.0.00.0.00.${at}.0000`,
    skpdName: `DINAS NOMOR ${at}`,
  })),
)
const codeOf = (at: number) => `1.06.05.2.02.${String(at).padStart(4, '0')}`
const funds = [
  { code: '1.2.01.08', name: 'Dana Alokasi Umum (DAU)' },
  { code: '1.1', name: 'PENDAPATAN ASLI DAERAH (PAD)' },
]
const activities = Array.from({ length: codesEach }, (_, at) => ({ code: codeOf(at), name: `Kegiatan ${at}` }))
const contentOf = (shift: number): BudgetContent => ({
  units,
  activities,
  funds,
  lines: units.flatMap((_, unit) =>
    activities.flatMap((__, activity) =>
      funds.map((___, fund): [number, number, number, number] => [unit, activity, fund, 100_000_000 + unit + shift]),
    ),
  ),
  bare: [],
})
const sample = city([])
const references = {
  ...sample.references,
  [unitOwnersList]: agencies.map(({ id, name }, at) =>
    ownerEntry({ code: `1.06.0.00.0.00.${at}.0000`, name: name.id }, id),
  ),
}

function timed<T>(name: string, act: () => T): { value: T; milliseconds: number } {
  const from = performance.now()
  const value = act()
  const milliseconds = performance.now() - from
  console.log(`${name.padEnd(60)} ${milliseconds.toFixed(0).padStart(7)} ms`)
  return { value, milliseconds }
}

const contents = stages.map((_, at) => contentOf(at * 1_000))
const [first, second] = contents
if (first === undefined || second === undefined) throw new Error('no content')
console.log(`${agencyCount} agencies, ${units.length} units, ${first.lines.length} sums, ${stages.length} stages`)
const cut = timed('cutting all stages by agency', () => {
  const budgets = new Map<string, AgencyBudget[]>()
  for (const [at, content] of contents.entries()) {
    const fact = { stage: stages[at] ?? 'murni', number: 1, at: '2026-02-10T00:00:00Z' }
    for (const [id, own] of cutByAgency(fact, content, { references, zone: 'Asia/Makassar' }))
      budgets.set(id, [...(budgets.get(id) ?? []), own])
  }
  return budgets
})
const submissions = agencies.map((owner) =>
  tagging(
    owner,
    Array.from({ length: rowsEach }, (_, at) => tag({ kodeSubKegiatan: codeOf(at), paguSubKegiatan: 300_000_000 })),
  ),
)
const town: City = { ...city(submissions), agencies, references, budgets: cut.value }
const bare: City = { ...town, budgets: new Map() }
timed('all checks without budgets', () => runChecks(bare))
const checked = timed('all checks with them', () => runChecks(town))
console.log(`${checked.value.filter(({ rule }) => rule >= 'A28').length} findings of A28 to A33`)
const undecided = { references: sample.references, agencies, name: 'Kota Contoh' }
timed('the matching page’s report, nothing decided yet', () => reportBudget(first, undecided))
timed('what changed between two budgets', () => budgetDifference(first, second))
if (cut.milliseconds + checked.milliseconds >= bar) process.exitCode = 1
