/**
 * How services reach one kecamatan, so that its paper can argue: each indicator against its target, kelurahan by kelurahan, against the
 * round before, and whether any agency has budget for it. And the stunting that was measured there, with source and date.
 */
import { forms, isReversed, labelOf, numberIn, percentOf, rowsOf, textIn } from '../../schema/checks/check-context.ts'
import type { ReferenceEntry, ReferenceLists } from '../../schema/form.ts'
import type { LocalDate } from '../../schema/ids.ts'
import type { Wording } from '../../schema/wording.ts'
import type { Coverage } from '../checks/coverage-of.ts'
import type { ResultSubmission } from './result-submissions.ts'
import { coverageOfIndicators } from './service-coverage.ts'

export type DistrictIndicator = {
  id: string
  label: Wording
  period: string
  periodName: Wording
  part: number
  whole: number
  percent: number | null
  withoutData: number
  target: number | null
  /** Good when it is low. */
  reversed: boolean
  /** The same kecamatan's figure in the round before. */
  before: number | null
  /** Tagged for it in the whole region, without money outside its own budget; null while nobody has sent a tagging. */
  budget: number | null
  /** In the order of the list of kelurahan. */
  byKelurahan: { name: Wording; percent: number | null }[]
}
export type Prevalence = {
  percent: number
  stunted: number
  measured: number
  sources: Wording[]
  from: LocalDate | null
  to: LocalDate | null
}
export type TargetGroups = {
  periodName: Wording | null
  prevalence: Prevalence | null
  counts: { field: string; label: Wording; count: number }[]
}

type Asked = {
  own: readonly ResultSubmission[]
  /** What the same kecamatan sent in the round before. */
  before: readonly ResultSubmission[]
  kelurahan: readonly ReferenceEntry[]
  references: ReferenceLists
  /** Of the whole region; `undefined` while nobody has sent a tagging. */
  support: Coverage | undefined
}

export function districtCoverage({ own, before, kelurahan, references, support }: Asked): DistrictIndicator[] {
  const earlier = coverageOfIndicators(before, references)
  const rows = own
    .filter(({ definition }) => definition.id === forms.coverage)
    .flatMap((sent) => {
      const period = textIn({ cells: sent.answers.fields }, 'periode')
      return rowsOf(sent, 'cakupan').map((row) => ({ row, period }))
    })
  return coverageOfIndicators(own, references).map(({ indicator, reported: _reported, ...figures }) => {
    const behind = support?.indicators.find(({ id }) => id === indicator.value)
    const target = Number(indicator.facts?.target || Number.NaN)
    const here = rows.filter(
      ({ row, period }) => period === figures.period && textIn(row, 'indikator') === indicator.value,
    )
    return {
      ...figures,
      id: indicator.value,
      label: indicator.label,
      periodName: labelOf({ references }, 'periode', figures.period),
      target: Number.isFinite(target) ? target : null,
      reversed: isReversed({ references }, indicator.value),
      before: earlier.find((each) => each.indicator.value === indicator.value)?.percent ?? null,
      budget: behind === undefined ? null : behind.tagged - behind.outside,
      byKelurahan: kelurahan.map(({ value, label }) => {
        const found = here.find(({ row }) => textIn(row, 'kelurahan') === value)
        return { name: label, percent: toOneDecimal(found === undefined ? undefined : percentOf(found.row)) }
      }),
    }
  })
}

/** The counts of F4, summed over the kelurahan that gave one. */
export function targetGroups(own: readonly ResultSubmission[], references: ReferenceLists): TargetGroups {
  const sent = own.find(({ definition }) => definition.id === forms.groups)
  const table = sent?.definition.tables[0]
  if (sent === undefined || table === undefined) return { periodName: null, prevalence: null, counts: [] }
  const rows = rowsOf(sent, table.id)
  const period = textIn({ cells: sent.answers.fields }, 'periode')
  const sum = (id: string) => rows.reduce((all, row) => all + (numberIn(row, id) ?? 0), 0)
  return {
    periodName: period === '' ? null : labelOf({ references }, 'periode', period),
    prevalence: prevalenceIn(rows, references),
    counts: table.fields
      .filter(({ type }) => type === 'integer')
      .map(({ id, label }) => ({ field: id, label, count: sum(id) })),
  }
}

const stunting = ['balitaPendek', 'balitaSangatPendek'] as const

/** Of the kelurahan that gave all three figures; a missing one is not zero. */
function prevalenceIn(rows: ReturnType<typeof rowsOf>, references: ReferenceLists): Prevalence | null {
  const complete = rows.filter((row) =>
    [...stunting, 'balitaDiukur'].every((field) => numberIn(row, field) !== undefined),
  )
  const sum = (id: string) => complete.reduce((all, row) => all + (numberIn(row, id) ?? 0), 0)
  const measured = sum('balitaDiukur')
  if (measured === 0) return null
  const stunted = sum(stunting[0]) + sum(stunting[1])
  const days = complete.flatMap((row) => textIn(row, 'tanggalData') || []).toSorted()
  const sources = new Set(complete.flatMap((row) => textIn(row, 'sumber') || []))
  return {
    percent: toOneDecimal((100 * stunted) / measured) ?? 0,
    stunted,
    measured,
    sources: [...sources].map((source) => labelOf({ references }, 'sumber-data', source)),
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
  }
}

function toOneDecimal(percent: number | undefined): number | null {
  return percent === undefined ? null : Math.round(10 * percent) / 10
}
