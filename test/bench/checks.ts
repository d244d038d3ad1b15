/**
 * How long the checks take: the scheduled check over 17 agencies whose 3A and review have 500 rows each and six kecamatan with
 * all coverage figures, with a nomenclature of 6,000 codes; and one form's 500 rows, as the browser checks them.
 * `npm run bench:checks`. Fails when the city takes 10 seconds or more.
 */
import { performance } from 'node:perf_hooks'
import type { City } from '../../functions/domain/checks/city.ts'
import { foldFindings } from '../../functions/domain/checks/findings.ts'
import { runChecks } from '../../functions/domain/checks/run-checks.ts'
import type { Cells } from '../../functions/schema/answers.ts'
import { createChecker } from '../../functions/schema/checks/create-checker.ts'
import { checkOneSubmission, checkRow } from '../../functions/schema/checks/run-form-checks.ts'
import type { ReferenceEntry } from '../../functions/schema/form.ts'
import { agencies } from '../../local/seed/kota-kupang/agencies.ts'
import { kelurahan } from '../../local/seed/kota-kupang/kelurahan.ts'
import { serviceIndicators as indicators } from '../../ops/national/indicators.ts'
import {
  city,
  cover,
  coverage,
  groups,
  review,
  reviewed,
  tag,
  tagging,
  withList,
} from '../domain/checks/sample-city.ts'
import { stamp } from '../fixtures/region.ts'

const rows = 500
const codeOf = (agency: number, index: number) =>
  `1.06.${String(2 + agency).padStart(2, '0')}.2.${String(1 + (index % 90)).padStart(2, '0')}.${String(1 + index).padStart(4, '0')}`
const codes = Array.from({ length: 12 * rows }, (_, index): ReferenceEntry => {
  const value = codeOf(Math.floor(index / rows), index % rows)
  return { value, label: { id: `Sub kegiatan ${index}`, en: `Sub-activity ${index}` } }
})

/** Every tenth row is typed in thousands, every seventh reaches nobody: a bad round, not a clean one. */
function rowOf(agency: number, index: number): Cells {
  const code = codeOf(agency, index)
  const scale = index % 10 === 0 ? 0.0001 : 1
  const reached = index % 7 === 0 ? 0 : 150_000_000
  return tag({
    kodeSubKegiatan: code,
    namaSubKegiatan: `Sub kegiatan ${agency * rows + index}`,
    paguSubKegiatan: Math.round(500_000_000 * scale),
    paguDitandai: Math.round(200_000_000 * scale),
    belanjaLangsungSasaran: Math.round(reached * scale),
  })
}

const all = agencies.filter(({ kind }) => kind !== 'coordinator').map((agency) => ({ ...agency, ...stamp }))
const respondents = all.slice(-17)
const districts = all.filter(({ kind }) => kind === 'kecamatan')
const submissions = [
  ...respondents.map((owner, agency) =>
    tagging(
      owner,
      Array.from({ length: rows }, (_, index) => rowOf(agency, index)),
    ),
  ),
  ...respondents.map((owner, agency) =>
    review(
      owner,
      Array.from({ length: rows }, (_, index) =>
        reviewed({ kodeSubKegiatan: codeOf(agency, index), pagu2025: 480_000_000 }),
      ),
    ),
  ),
  ...districts.flatMap((owner) => {
    const own = kelurahan.filter(({ scope }) => scope?.includes(owner.id))
    const figures = own.flatMap(({ value }, place) =>
      indicators.map((indicator, index) => coverage(value, indicator.value, (7 * index + place) % 90, 100)),
    )
    return [
      cover(owner, figures),
      groups(
        owner,
        own.map(({ value }) => ({ kelurahan: value, balita: 90, krs: 40 })),
      ),
    ]
  }),
]
const town: City = {
  ...city(submissions, withList('sub-kegiatan', codes)),
  agencies: agencies.map((each) => ({ ...each, ...stamp })),
}

function timed<T>(name: string, act: () => T): { value: T; milliseconds: number } {
  const from = performance.now()
  const value = act()
  const milliseconds = performance.now() - from
  console.log(`${name.padEnd(52)} ${milliseconds.toFixed(1).padStart(8)} ms`)
  return { value, milliseconds }
}

const cityRows = submissions.reduce((sum, { answers }) => sum + Object.values(answers.rows).flat().length, 0)
console.log(`${submissions.length} forms, ${cityRows} rows, ${codes.length} codes in the nomenclature`)
const { value: found, milliseconds } = timed('all checks over the city', () => runChecks(town))
timed('folding what was found into nothing stored', () =>
  foldFindings(new Date('2026-02-13T00:00:00Z'), found, { stored: [], withinPercent: 10 }),
)
console.log(`${found.length} findings by ${new Set(found.map(({ rule }) => rule)).size} rules`)

const [submission] = submissions
if (submission === undefined) throw new Error('no submission')
const context = { ...town, submissions: [submission] }
timed(`one form of ${rows} rows, as at submit`, () => checkOneSubmission(context, submission))
const checker = createChecker(context, submission)
const slices: number[] = []
for (let done = false; !done; ) {
  const from = performance.now()
  done = checker.prepare(submission.answers, () => performance.now() - from < 8)
  slices.push(performance.now() - from)
}
console.log(`in the browser: ${slices.length} slices, the longest ${Math.max(...slices).toFixed(1)} ms`)
timed('naming what was found', () => checker.check(submission.answers, []))
const [row] = submission.answers.rows.penandaan ?? []
if (row === undefined) throw new Error('no row')
timed('one row, as after a key stroke', () => checkRow(context, submission, 'penandaan', row))

if (milliseconds >= 10_000) {
  console.error(`The city took ${Math.round(milliseconds)} ms; at most 10,000 are allowed.`)
  process.exitCode = 1
}
