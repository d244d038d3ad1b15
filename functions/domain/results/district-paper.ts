/**
 * What the Pra Musrenbang of one kecamatan needs on two pages: which activities are planned and tagged there, what was spent, which
 * services reach whom, which findings are open. Only what somebody submitted, each with its receipt; what is missing is named.
 */
import { forms, numberIn, textIn } from '../../schema/checks/check-context.ts'
import type { LocalDate } from '../../schema/ids.ts'
import type { AssignmentStatus } from '../../schema/round.ts'
import type { Wording } from '../../schema/wording.ts'
import { coverageOf } from '../checks/coverage-of.ts'
import { Refused } from '../refusal.ts'
import { assignmentsOf } from '../round/assignments.ts'
import {
  type BudgetSums,
  interventionOf,
  interventions,
  kelurahanOf,
  ownBudget,
  sourceOf,
  sumOf,
  taggedRows,
  whereSpent,
  wordsFor,
} from './budget-recap.ts'
import type { CityBudget } from './city-budget.ts'
import { type DistrictIndicator, districtCoverage, type TargetGroups, targetGroups } from './district-coverage.ts'
import type { ResultSubmission } from './result-submissions.ts'
import type { RoundBefore } from './round-before.ts'
import type { ResultParts } from './round-results.ts'

export type DistrictActivity = {
  code: string
  name: string
  agency: string
  intervention: Wording
  source: Wording
  target: { volume: number | null; unit: string }
  kelurahan: string[]
  budget: number
  tagged: number
  direct: number
  spent: number
}
/** A submission that figures of the paper come from. */
export type DistrictSource = { receipt: string; agency: string; form: Wording; status: AssignmentStatus; nil: boolean }
export type DistrictPaper = {
  /** When the figures were put together. */
  at: string
  agencyId: string
  name: Wording
  kelurahan: number
  preMusrenbangOn: LocalDate | null
  musrenbangOn: LocalDate | null
  sums: BudgetSums
  activities: DistrictActivity[]
  /** Rows of the whole city that name no kelurahan, summed: they may reach this kecamatan too. */
  cityWide: BudgetSums
  /** The round before, and what was tagged here then; null where there was none. */
  before: { title: Wording; sums: BudgetSums } | null
  coverage: DistrictIndicator[]
  groups: TargetGroups
  /** Forms that this kecamatan has not sent. */
  missing: Wording[]
  openFindings: number
  /** The whole city against SIPD, by agency. */
  city: CityBudget
  /** Agencies that have sent their budget tagging, of those that owe one: others may still budget for this kecamatan. */
  tagging: { sent: number; due: number }
  sources: DistrictSource[]
}

/** Refuses with `not-found` where the agency is no kecamatan. */
export function districtPaper(
  now: Date,
  parts: ResultParts & { readonly city: CityBudget; readonly before?: RoundBefore | undefined },
  agencyId: string,
): DistrictPaper {
  const { state, submissions, references, definitions, before } = parts
  const agency = state.region.agencies.find(({ id, kind }) => id === agencyId && kind === 'kecamatan')
  const assignments = assignmentsOf(now, state)
  if (agency === undefined) throw new Refused({ code: 'not-found', what: 'agency' })
  const kelurahan = kelurahanOf(references, agencyId)
  const codes = new Set(kelurahan.map(({ value }) => value))
  const ownOf = (all: readonly ResultSubmission[]) => all.filter((sent) => sent.agency.id === agencyId)
  const own = ownOf(submissions)
  const budget = ownBudget(taggedRows(submissions), references)
  const hereOf = (rows: typeof budget) => rows.filter((row) => whereSpent(row, codes) === 'here')
  const here = hereOf(budget)
  const cityWide = budget.filter((row) => whereSpent(row, codes) === 'city')
  const tagging = assignments.filter(({ formId }) => formId === forms.tagging)
  const milestone = (kind: string) =>
    state.facts.round.milestones?.find((each) => each.kind === kind && each.agencyId === agencyId)?.on ?? null
  return {
    at: now.toISOString(),
    agencyId,
    name: agency.name,
    kelurahan: kelurahan.length,
    preMusrenbangOn: milestone('pra-musrenbang'),
    musrenbangOn: milestone('musrenbang'),
    sums: sumOf(here),
    activities: here.map((row) => activityOf(row, codes, parts)).toSorted((a, b) => b.tagged - a.tagged),
    cityWide: sumOf(cityWide),
    before:
      before === undefined
        ? null
        : { title: before.title, sums: sumOf(hereOf(ownBudget(taggedRows(before.submissions), references))) },
    coverage: districtCoverage({
      own,
      before: ownOf(before?.submissions ?? []),
      kelurahan,
      references,
      support: budget.length === 0 ? undefined : coverageOf({ submissions, references }),
    }),
    groups: targetGroups(own, references),
    missing: assignments
      .filter((each) => each.agencyId === agencyId && each.revision === 0)
      .map(({ formId }) => definitions.get(formId)?.title ?? { id: formId, en: formId }),
    openFindings: state.facts.findings.filter((each) => each.agencyId === agencyId && each.state === 'open').length,
    city: parts.city,
    tagging: { sent: tagging.filter(({ revision }) => revision > 0).length, due: tagging.length },
    sources: sourcesOf(submissions, new Set([...here, ...cityWide].map(({ sent }) => sent)), agencyId),
  }
}

/** The kecamatan's own, also where it declared nil, and those of others that budget for it. */
function sourcesOf(
  submissions: readonly ResultSubmission[],
  budgeting: ReadonlySet<ResultSubmission>,
  agencyId: string,
) {
  const shown: readonly string[] = [forms.tagging, forms.coverage, forms.groups]
  return submissions
    .filter((sent) => budgeting.has(sent) || (sent.agency.id === agencyId && shown.includes(sent.definition.id)))
    .map(({ submission, agency, definition, status }): DistrictSource => {
      const { receiptNumber: receipt, nil } = submission
      return { receipt, agency: agency.shortName, form: definition.shortTitle, status, nil }
    })
}

function activityOf(
  { sent, row }: ReturnType<typeof taggedRows>[number],
  codes: ReadonlySet<string>,
  { references }: ResultParts,
): DistrictActivity {
  const places = row.cells.lokasi
  const named = Array.isArray(places) ? places.filter((place) => codes.has(place)) : []
  return {
    code: textIn(row, 'kodeSubKegiatan'),
    name: textIn(row, 'namaSubKegiatan'),
    agency: sent.agency.shortName,
    intervention: wordsFor(interventions, interventionOf({ sent, row })),
    source: wordsFor(references['sumber-dana'] ?? [], sourceOf({ sent, row })),
    target: { volume: numberIn(row, 'targetVolume') ?? null, unit: textIn(row, 'satuan') },
    kelurahan: named.map((place) => references.kelurahan?.find(({ value }) => value === place)?.label.id ?? place),
    budget: numberIn(row, 'paguSubKegiatan') ?? 0,
    tagged: numberIn(row, 'paguDitandai') ?? 0,
    direct: numberIn(row, 'belanjaLangsungSasaran') ?? 0,
    spent: numberIn(row, 'realisasi') ?? 0,
  }
}
